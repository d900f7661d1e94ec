/**
 * Forgets what was deleted long ago: records whose deletion every phone has seen that was there within 400 days.
 *
 * - At most once in 30 days a scope; a scope that nobody reads keeps nothing back.
 * - Whoever comes back later with less is told by the scope's gcSeq to begin anew (README of src/sync).
 */
import type { Scope } from '#domain/scope.ts';
import { digestOfRegister, subtractDigest } from '#sync/digest.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Clock, Head, Ledger } from './ports.ts';
import { everyScope, type Units } from './units.ts';

const DAY_MS = 24 * 60 * 60_000;
export const SWEEP_EVERY_MS = 30 * DAY_MS;
/** A phone that was away for longer than this keeps nothing back. */
export const FORGET_REPLICA_MS = 400 * DAY_MS;

/** How many records one step forgets. */
const MAX_RECORDS = 1_000;

/** How many records were forgotten. */
export const collectTombstones = (ledger: Pick<Ledger, 'change'>, scope: Scope, now: number): Promise<number> =>
  ledger.change(scope, async (locked) => {
    const { head } = locked;
    if (head.gcAt > 0 && now - head.gcAt < SWEEP_EVERY_MS) return 0;
    const slowest = await locked.slowestDone(now - FORGET_REPLICA_MS);
    const seen = Math.min(slowest ?? head.seq, head.seq);

    let after: Head = { ...head, gcAt: now };
    let forgotten = 0;
    for (;;) {
      const tombstones = await locked.tombstones(seen, MAX_RECORDS);
      if (tombstones.length === 0) break;
      await locked.forget(tombstones);
      forgotten += tombstones.length;
      after = { ...after, gcSeq: seen, digest: tombstones.reduce(without, after.digest) };
    }
    await locked.saveHead(after);
    return forgotten;
  });

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

/** The same in every scope that has a head. */
export const collectAllTombstones = async ({ storage, readUnits, now }: CollectDeps): Promise<number> => {
  let forgotten = 0;
  for (const scope of everyScope(await readUnits())) {
    if ((await storage.ledger.head(scope)) !== undefined)
      forgotten += await collectTombstones(storage.ledger, scope, now());
  }
  return forgotten;
};
