/** The rows of `rec` in one scope, and the records that they keep. */
import type { Insertable, Selectable, Transaction } from 'kysely';
import type { StoredRecord } from '#sync/merge.ts';
import { blocksOf, createBlockInsert, createBlockRead } from './blocks.ts';
import { readRegisters, writeJson } from './json-text.ts';
import type { Schema } from './schema.ts';

interface Key {
  readonly table: string;
  readonly id: string;
}

export const recordOfRow = (row: Selectable<Schema['rec']>): StoredRecord => ({
  table: row.tbl,
  id: row.id,
  seq: row.seq,
  inc: row.inc,
  grp: row.grp,
  deleted: row.del === 1,
  registers: readRegisters(row.regs),
});

const rowOfRecord = (scope: string, record: StoredRecord): Insertable<Schema['rec']> => ({
  scope,
  tbl: record.table,
  id: record.id,
  seq: record.seq,
  inc: record.inc,
  grp: record.grp,
  del: record.deleted ? 1 : 0,
  regs: writeJson(record.registers),
});

/** By table, so that a statement names few things and finds its rows by the key. */
const idsByTable = (keys: readonly Key[]): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { table, id } of keys) {
    const known = ids.get(table);
    if (known === undefined) ids.set(table, [id]);
    else known.push(id);
  }
  return ids;
};

export const recordColumns = ['scope', 'tbl', 'id', 'seq', 'inc', 'grp', 'del', 'regs'] as const;

const findRows = createBlockRead((database, scope, table, ids) =>
  database
    .selectFrom('rec')
    .select(recordColumns)
    .where('scope', '=', scope)
    .where('tbl', '=', table)
    .where('id', 'in', ids),
);

const saveRows = createBlockInsert((database, rows: readonly (Insertable<Schema['rec']> & Record<string, unknown>)[]) =>
  database
    .insertInto('rec')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['scope', 'tbl', 'id']).doUpdateSet((row) => ({
        seq: row.ref('excluded.seq'),
        inc: row.ref('excluded.inc'),
        grp: row.ref('excluded.grp'),
        del: row.ref('excluded.del'),
        regs: row.ref('excluded.regs'),
      })),
    ),
);

export const recordsOf = (transaction: Transaction<Schema>, scope: string) => ({
  records: async (keys: readonly Key[]): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = [];
    for (const [table, ids] of idsByTable(keys))
      found.push(...(await findRows(transaction, scope, table, ids)).map(recordOfRow));
    return found;
  },

  saveRecords: (records: readonly StoredRecord[]): Promise<void> =>
    saveRows(
      transaction,
      records.map((record) => rowOfRecord(scope, record)),
    ),

  tombstones: async (seq: number, limit: number): Promise<readonly StoredRecord[]> => {
    const rows = await transaction
      .selectFrom('rec')
      .selectAll()
      .where('scope', '=', scope)
      .where('seq', '<=', seq)
      .where('del', '=', 1)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(recordOfRow);
  },

  forget: async (keys: readonly Key[]): Promise<void> => {
    for (const [table, ids] of idsByTable(keys)) {
      for (const piece of blocksOf(ids)) {
        await transaction
          .deleteFrom('rec')
          .where('scope', '=', scope)
          .where('tbl', '=', table)
          .where('id', 'in', piece)
          .execute();
      }
    }
  },
});
