/** The head row of a scope: its lock, and where its sequence, clock and digest stand. */
import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

export const headOfRow = (row: Selectable<Schema['scope_head']>) => ({
  seq: row.seq,
  epoch: row.epoch,
  gcSeq: row.gc_seq,
  gcAt: row.gc_at,
  clock: { ms: row.hlc_ms, ctr: row.hlc_c },
  digest: row.dig,
});
export type Head = ReturnType<typeof headOfRow>;

/** Every head that is made begins a life of its scope: a scope that a restored backup forgot must not look like the old one. */
export const newEpoch = (): string => randomBytes(9).toString('base64url');

export const readHead = async (database: Kysely<Schema>, scope: string): Promise<Head | undefined> => {
  const row = await database.selectFrom('scope_head').selectAll().where('scope', '=', scope).executeTakeFirst();
  return row && headOfRow(row);
};

/** The first statement of the transaction is a write: it locks this row on PostgreSQL, the file on SQLite. */
export const lockHead = async (transaction: Transaction<Schema>, scope: string): Promise<Head> => {
  const lock = () =>
    transaction
      .updateTable('scope_head')
      .set((row) => ({ seq: row.ref('seq') }))
      .where('scope', '=', scope)
      .returningAll()
      .executeTakeFirst();

  const locked = await lock();
  if (locked !== undefined) return headOfRow(locked);
  await transaction
    .insertInto('scope_head')
    .values({ scope, seq: 0, epoch: newEpoch(), gc_seq: 0, hlc_ms: 0, hlc_c: 0, dig: 0 })
    .onConflict((conflict) => conflict.column('scope').doNothing())
    .execute();
  const made = await lock();
  if (made === undefined) throw new Error('a head row that was just made is missing');
  return headOfRow(made);
};

export const saveHead = async (
  transaction: Transaction<Schema>,
  scope: string,
  { seq, gcSeq, gcAt, clock, digest }: Head,
): Promise<void> => {
  await transaction
    .updateTable('scope_head')
    .set({ seq, gc_seq: gcSeq, gc_at: gcAt, hlc_ms: clock.ms, hlc_c: clock.ctr, dig: digest })
    .where('scope', '=', scope)
    .execute();
};
