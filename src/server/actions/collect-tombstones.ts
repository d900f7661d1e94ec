/**
 * Forgets what was deleted long ago: records whose deletion every phone has seen that was there within 400 days.
 *
 * - At most once in 30 days a scope; a scope that nobody reads keeps nothing back.
 * - Whoever comes back later with less is told by the scope's gcSeq to begin anew (README of src/sync).
 */
import type { Scope } from '#domain/scope.ts';
import { digestOfRegister, subtractDigest } from '#sync/digest.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Clock, Ledger, LockedScope } from './ports.ts';
import { everyScope, type Units } from './units.ts';

const DAY_MS = 24 * 60 * 60_000;
export const SWEEP_EVERY_MS = 30 * DAY_MS;
/** A phone that was away for longer than this keeps nothing back. */
export const FORGET_REPLICA_MS = 400 * DAY_MS;

/** How many records one step forgets: each step is a transaction, and whoever writes to the scope waits for one at most. */
const MAX_RECORDS = 1_000;

/** How many records were forgotten. A sweep that is cut goes on where it stood. */
export const collectTombstones = async (
  ledger: Pick<Ledger, 'change'>,
  scope: Scope,
  now: number,
  maxRecords = MAX_RECORDS,
): Promise<number> => {
  let forgotten = 0;
  for (;;) {
    const step = await ledger.change(scope, (locked) => sweep(locked, now, maxRecords));
    forgotten += step;
    if (step < maxRecords) return forgotten;
  }
};

/** Forgets the oldest; with the last of them the sweep is over. */
const sweep = async (locked: LockedScope, now: number, maxRecords: number): Promise<number> => {
  const { head } = locked;
  if (head.gcAt > 0 && now - head.gcAt < SWEEP_EVERY_MS) return 0;
  const slowest = await locked.slowestDone(now - FORGET_REPLICA_MS);
  const seen = Math.min(slowest ?? head.seq, head.seq);
  const tombstones = await locked.tombstones(seen, maxRecords);
  const isLast = tombstones.length < maxRecords;
  const last = tombstones.at(-1)?.seq;
  if (last !== undefined) await locked.forget(tombstones);
  await locked.saveHead({
    ...head,
    gcAt: isLast ? now : head.gcAt,
    gcSeq: last === undefined ? head.gcSeq : isLast ? seen : last,
    digest: tombstones.reduce(without, head.digest),
  });
  return tombstones.length;
};

const without = (digest: number, { table, id, registers }: StoredRecord): number =>
  Object.entries(registers).reduce(
    (left, [field, [value, ms, ctr, alias]]) =>
      subtractDigest(left, digestOfRegister(table, id, field, [value, ms, ctr, alias])),
    digest,
  );

export interface CollectDeps {
  readonly storage: { readonly ledger: Pick<Ledger, 'change' | 'head'> };
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

/** The same in every scope that has a head; when it is told to end it leaves the others for the next time. */
export const collectAllTombstones = async (
  { storage, readUnits, now }: CollectDeps,
  signal?: AbortSignal,
): Promise<number> => {
  let forgotten = 0;
  for (const scope of everyScope(await readUnits())) {
    if (signal?.aborted === true) break;
    if ((await storage.ledger.head(scope)) !== undefined)
      forgotten += await collectTombstones(storage.ledger, scope, now());
  }
  return forgotten;
};
