/** The server's field changes, gathered into what was done at once: one change of the scope, several fields. */
import { CREATED, DELETED } from '#domain/change.ts';
import type { HistoryEntry } from '#client/state/workbook.ts';

export interface HistoryBlock {
  readonly seq: number;
  readonly person: string;
  readonly at: number;
  readonly what: 'made' | 'deleted' | 'restored' | 'changed';
  /** Without the marks of making and deleting. */
  readonly fields: readonly HistoryEntry[];
}

const whatOf = (entries: readonly HistoryEntry[]): HistoryBlock['what'] => {
  if (entries.some(({ field, after }) => field === CREATED && after === true)) return 'made';
  const mark = entries.find(({ field }) => field === DELETED);
  if (mark === undefined) return 'changed';
  return mark.after === true ? 'deleted' : 'restored';
};

const blockOf = (entries: readonly HistoryEntry[], { seq, person, at }: HistoryEntry): HistoryBlock => ({
  seq,
  person,
  at,
  what: whatOf(entries),
  fields: entries.filter(({ field }) => field !== CREATED && field !== DELETED),
});

/** Newest first, as the entries come. */
export const blocksOf = (entries: readonly HistoryEntry[]): readonly HistoryBlock[] => {
  const groups: HistoryEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.seq === entry.seq) last.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap((group) => (group[0] === undefined ? [] : [blockOf(group, group[0])]));
};
