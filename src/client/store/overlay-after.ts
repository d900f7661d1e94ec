/**
 * What a batch does to the own mutations that lie over the base: some are refused, some are in the base now, some were
 * settled elsewhere. None goes before the head is reached in an answer that acknowledged it.
 */
import { compareStamps, laterStamp, type Stamp } from '#sync/stamp.ts';
import type { Batch } from './batch.ts';
import type { ScopeState } from './core.ts';
import { fieldKey, type BaseRecord, type Entry } from './overlay.ts';
import { heldAmong, isSettled } from './released.ts';

export interface Overlay {
  readonly refused: readonly Entry[];
  readonly dropped: readonly Entry[];
  readonly settled: readonly Entry[];
  readonly entries: readonly Entry[];
}

export const overlayAfter = (
  { entries: before }: ScopeState,
  batch: Batch,
  at: number,
  atHead: boolean,
  conflicts: readonly BaseRecord[],
): Overlay => {
  const refused: Entry[] = [];
  const dropped: Entry[] = [];
  const settled: Entry[] = [];
  const entries: Entry[] = [];
  const conflictOf = heldAmong(conflicts);
  for (const entry of before) {
    const problem = batch.refusals.get(entry.n);
    if (entry.refusal !== undefined) {
      (isSettled(conflictOf(entry.refusal.alias, entry.mutation.n)) ? settled : entries).push(entry);
    } else if (problem !== undefined) {
      const { alias } = batch.acknowledged;
      const marked: Entry = { n: entry.n, mutation: entry.mutation, refusal: { problem, alias, at } };
      refused.push(marked);
      entries.push(marked);
    } else if (atHead && entry.n <= batch.ackN) {
      dropped.push(entry);
    } else {
      entries.push(entry);
    }
  }
  return cover({ refused, dropped, settled, entries });
};

/** What was accepted later of the same field stands over what was refused before. */
const cover = (overlay: Overlay): Overlay => {
  const marked = new Map<Entry, Entry>();
  // By stamps, because an older one that was sent again has a later number.
  const last = new Map<string, Stamp>();
  for (const entry of overlay.dropped) {
    for (const field of fieldsOf(entry)) last.set(field, laterStamp(last.get(field) ?? entry.mutation, entry.mutation));
  }
  for (const entry of overlay.entries) {
    const { refusal } = entry;
    if (refusal === undefined) continue;
    const known = refusal.covered ?? [];
    const isCovered = (field: string): boolean => {
      const stamp = last.get(field);
      return stamp !== undefined && compareStamps(stamp, entry.mutation) > 0 && !known.includes(field);
    };
    const covered = fieldsOf(entry).filter(isCovered);
    if (covered.length > 0) marked.set(entry, { ...entry, refusal: { ...refusal, covered: [...known, ...covered] } });
  }
  if (marked.size === 0) return overlay;
  const refused = overlay.refused.filter((entry) => !marked.has(entry));
  return {
    ...overlay,
    refused: [...refused, ...marked.values()],
    entries: overlay.entries.map((entry) => marked.get(entry) ?? entry),
  };
};

const fieldsOf = ({ mutation }: Entry): readonly string[] =>
  mutation.operations.flatMap(([table, id, , values]) =>
    Object.keys(values).map((field) => fieldKey(table, id, field)),
  );
