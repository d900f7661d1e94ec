/** A row of `rec` and the record that it keeps. */
import type { Insertable, Selectable } from 'kysely';
import type { StoredRecord } from '#sync/merge.ts';
import { readRegisters, writeJson } from './json-text.ts';
import type { Schema } from './schema.ts';

export const recordOfRow = (row: Selectable<Schema['rec']>): StoredRecord => ({
  table: row.tbl,
  id: row.id,
  seq: row.seq,
  inc: row.inc,
  grp: row.grp,
  deleted: row.del === 1,
  registers: readRegisters(row.regs),
});

export const rowOfRecord = (scope: string, record: StoredRecord): Insertable<Schema['rec']> => ({
  scope,
  tbl: record.table,
  id: record.id,
  seq: record.seq,
  inc: record.inc,
  grp: record.grp,
  del: record.deleted ? 1 : 0,
  regs: writeJson(record.registers),
});
