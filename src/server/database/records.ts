/** The rows of `rec` in one scope, and the records that they keep. */
import type { Insertable, Selectable, Transaction } from 'kysely';
import type { StoredRecord } from '#sync/merge.ts';
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

/** SQLite takes at most 32,766 parameters in a statement. */
const MAX_ROWS = 500;

function* piecesOf<T>(items: readonly T[]): Generator<readonly T[], void, undefined> {
  for (let from = 0; from < items.length; from += MAX_ROWS) yield items.slice(from, from + MAX_ROWS);
}

/** By table, so that a statement names few things and finds its rows by the key. */
const idsByTable = (keys: readonly Key[]): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { table, id } of keys) ids.set(table, [...(ids.get(table) ?? []), id]);
  return ids;
};

export const recordsOf = (transaction: Transaction<Schema>, scope: string) => ({
  records: async (keys: readonly Key[]): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = [];
    for (const [table, ids] of idsByTable(keys)) {
      for (const piece of piecesOf(ids)) {
        const rows = await transaction
          .selectFrom('rec')
          .selectAll()
          .where('scope', '=', scope)
          .where('tbl', '=', table)
          .where('id', 'in', piece)
          .execute();
        found.push(...rows.map(recordOfRow));
      }
    }
    return found;
  },

  saveRecords: async (records: readonly StoredRecord[]): Promise<void> => {
    for (const piece of piecesOf(records)) {
      await transaction
        .insertInto('rec')
        .values(piece.map((record) => rowOfRecord(scope, record)))
        .onConflict((conflict) =>
          conflict.columns(['scope', 'tbl', 'id']).doUpdateSet((row) => ({
            seq: row.ref('excluded.seq'),
            inc: row.ref('excluded.inc'),
            grp: row.ref('excluded.grp'),
            del: row.ref('excluded.del'),
            regs: row.ref('excluded.regs'),
          })),
        )
        .execute();
    }
  },

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
      for (const piece of piecesOf(ids)) {
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
