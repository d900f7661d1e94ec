/** The head row of a scope: its lock, and where its sequence, clock and digest stand. */
import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';

export const headOfRow = (row: Omit<Selectable<Schema['scope_head']>, 'alias_floor'>) => ({
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

export const headColumns = ['scope', 'seq', 'epoch', 'gc_seq', 'gc_at', 'hlc_ms', 'hlc_c', 'dig'] as const;

const findHead = preparing<{ readonly scope: string }>()((database, slotOf) =>
  database.selectFrom('scope_head').select(headColumns).where('scope', '=', slotOf('scope')),
);

const lockRow = preparing<{ readonly scope: string }>()((database, slotOf) =>
  database
    .updateTable('scope_head')
    .set((row) => ({ seq: row.ref('seq') }))
    .where('scope', '=', slotOf('scope'))
    .returning(headColumns),
);

interface HeadValues {
  readonly scope: string;
  readonly seq: number;
  readonly gcSeq: number;
  readonly gcAt: number;
  readonly ms: number;
  readonly ctr: number;
  readonly digest: number;
}

const saveRow = preparing<HeadValues>({ isAwaited: false })((database, slotOf) =>
  database
    .updateTable('scope_head')
    .set({
      seq: slotOf('seq'),
      gc_seq: slotOf('gcSeq'),
      gc_at: slotOf('gcAt'),
      hlc_ms: slotOf('ms'),
      hlc_c: slotOf('ctr'),
      dig: slotOf('digest'),
    })
    .where('scope', '=', slotOf('scope')),
);

export const readHead = async (database: Kysely<Schema>, scope: string): Promise<Head | undefined> => {
  const [row] = await findHead(database, { scope });
  return row && headOfRow(row);
};

/** The first statement of the transaction is a write: it locks this row on PostgreSQL, the file on SQLite. */
export const lockHead = async (transaction: Transaction<Schema>, scope: string): Promise<Head> => {
  const [locked] = await lockRow(transaction, { scope });
  if (locked !== undefined) return headOfRow(locked);
  await transaction
    .insertInto('scope_head')
    .values({ scope, seq: 0, epoch: newEpoch(), gc_seq: 0, hlc_ms: 0, hlc_c: 0, dig: 0 })
    .onConflict((conflict) => conflict.column('scope').doNothing())
    .execute();
  const [made] = await lockRow(transaction, { scope });
  if (made === undefined) throw new Error('a head row that was just made is missing');
  return headOfRow(made);
};

export const saveHead = async (
  transaction: Transaction<Schema>,
  scope: string,
  { seq, gcSeq, gcAt, clock, digest }: Head,
): Promise<void> => {
  await saveRow(transaction, { scope, seq, gcSeq, gcAt, ms: clock.ms, ctr: clock.ctr, digest });
};
