/** The merge of one mutation's operations, in memory: what the scope will hold, and what history will say. */
import type { Values } from '#domain/change.ts';
import { addDigests } from '#sync/digest.ts';
import { mergeOperation, type StoredRecord } from '#sync/merge.ts';
import { laterStamp, type Stamp } from '#sync/stamp.ts';
import type { Head, HistoryEntry, LockedScope, RecordKey } from './ports.ts';

export const SERVER_ALIAS = 0;

export interface AppliedOperation extends RecordKey {
  readonly values: Values;
}

export interface Author {
  readonly person: string;
  /** 0 is the server itself. */
  readonly alias: number;
  readonly n: number;
  readonly at: number;
}

export interface Applied {
  readonly head: Head;
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly history: readonly HistoryEntry[];
}

export const keyOf = ({ table, id }: RecordKey): string => `${table}|${id}`;

export const recordsByKey = (records: readonly StoredRecord[]): ReadonlyMap<string, StoredRecord> =>
  new Map(records.map((record) => [keyOf(record), record]));

/**
 * An operation that loses everywhere takes no sequence number, and history tells what it would have said; the others take one each, without a gap. `group` is the
 * first number of the mutation that they belong to, if it is not the next one.
 */
export const applyOperations = (
  head: Head,
  stored: ReadonlyMap<string, StoredRecord>,
  operations: readonly AppliedOperation[],
  stamp: Stamp,
  author: Author,
  group = head.seq + 1,
): Applied => {
  const records = new Map<string, StoredRecord>();
  const history: HistoryEntry[] = [];
  let { seq, digest } = head;

  for (const operation of operations) {
    const key = keyOf(operation);
    const { alias, n, person, at } = author;
    const before = records.get(key) ?? stored.get(key);
    const merged = mergeOperation(before, operation, { ...stamp, alias, n }, seq + 1, group);
    const named = { table: operation.table, id: operation.id, person, alias, n, at };
    for (const { field, kept, lost, seq: since } of merged.losses)
      history.push({ ...named, seq: since, field, before: kept, after: lost, isUsed: false });
    if (merged.changes.length === 0) continue;
    seq += 1;
    digest = addDigests(digest, merged.digestDelta);
    records.set(key, merged.record);
    for (const change of merged.changes) history.push({ ...named, seq, ...change, isUsed: true });
  }
  return { head: { ...head, seq, digest, clock: laterStamp(head.clock, stamp) }, records, history };
};

export const writeApplied = async (locked: LockedScope, applied: Applied): Promise<void> => {
  await locked.saveRecords([...applied.records.values()]);
  await locked.keepHistory(applied.history);
};
