/**
 * The server's field changes, gathered into what was done at once: one change of the scope, several fields. What came when
 * something written later stood there is told by itself, above the change that it lost to.
 */
import { CREATED, DELETED } from '#domain/change.ts';
import type { HistoryEntry } from '#client/state/workbook.ts';

export interface HistoryBlock {
  readonly seq: number;
  readonly person: string;
  readonly at: number;
  readonly what: 'made' | 'deleted' | 'restored' | 'changed' | 'unused';
  /** Without the marks of making and deleting. */
  readonly fields: readonly HistoryEntry[];
}

const whatOf = (entries: readonly HistoryEntry[]): HistoryBlock['what'] => {
  if (entries.some(({ used }) => !used)) return 'unused';
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

const isTogether = (a: HistoryEntry, b: HistoryEntry): boolean =>
  a.seq === b.seq && a.used === b.used && (a.used || (a.person === b.person && a.at === b.at));

/** Newest first. */
export const blocksOf = (entries: readonly HistoryEntry[]): readonly HistoryBlock[] => {
  const groups: HistoryEntry[][] = [];
  for (const entry of entries) {
    const group = groups.find(([first]) => first !== undefined && isTogether(first, entry));
    if (group !== undefined) group.push(entry);
    else groups.push([entry]);
  }
  groups.sort(
    ([a], [b]) => (b?.seq ?? 0) - (a?.seq ?? 0) || Number(a?.used) - Number(b?.used) || (b?.at ?? 0) - (a?.at ?? 0),
  );
  return groups.flatMap((group) => (group[0] === undefined ? [] : [blockOf(group, group[0])]));
};
