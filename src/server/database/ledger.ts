/**
 * Scopes in SQL. Every statement carries `scope =`, so that the tables can be distributed by scope.
 *
 * - `change` begins with a write of the head row: on PostgreSQL that locks the row, on SQLite the file. It is the only
 *   way to write a scope, so its writers stand in line and a rolled-back one consumes no number.
 * - A page and its head are read in one snapshot.
 */
import type { Kysely } from 'kysely';
import { waitingHeld } from './held.ts';
import { readHistory } from './history.ts';
import { readProblem } from './json-text.ts';
import { lockScope, type LockedScope } from './locked-scope.ts';
import { preparing } from './prepared.ts';
import { recordColumns, recordOfRow } from './records.ts';
import { findReplica, hasReplica, type Owner, type ReplicaOwner } from './replicas.ts';
import type { Schema } from './schema.ts';
import { headOfRow, readHead } from './heads.ts';
import { inSnapshot, inTransaction } from './transaction.ts';

interface Key {
  readonly table: string;
  readonly id: string;
}

export const createLedger = (database: Kysely<Schema>) => ({
  change: <T>(scope: string, work: (locked: LockedScope) => Promise<T>): Promise<T> =>
    inTransaction(database, async (transaction) => work(await lockScope(transaction, scope))),

  head: (scope: string) => readHead(database, scope),

  page: async (scope: string, seq: number, limit: number) => {
    // One statement is one moment, and cheaper than a transaction; but where no row is left, none says where the head is.
    const rows = await findPage(database, { scope, seq, limit });
    const [first] = rows;
    if (first !== undefined) return { head: headBeside(first), records: rows.map(recordOfRow) };
    return inSnapshot(database, async (snapshot) => {
      const head = await readHead(snapshot, scope);
      const records = await findPage(snapshot, { scope, seq, limit });
      return { head, records: records.map(recordOfRow) };
    });
  },

  record: async (scope: string, key: Key) => {
    const row = await database
      .selectFrom('rec')
      .selectAll()
      .where('scope', '=', scope)
      .where('tbl', '=', key.table)
      .where('id', '=', key.id)
      .executeTakeFirst();
    return row && recordOfRow(row);
  },

  recordsOf: async (scope: string, table: string) => {
    const rows = await database
      .selectFrom('rec')
      .selectAll()
      .where('scope', '=', scope)
      .where('tbl', '=', table)
      .orderBy('seq')
      .execute();
    return rows.map(recordOfRow);
  },

  replica: (scope: string, owner: ReplicaOwner) => findReplica(database, scope, owner),

  knows: (scope: string, owner: Owner) => hasReplica(database, scope, owner),

  waitingHeld: (scope: string, codes: readonly string[]) => waitingHeld(database, scope, codes),

  refusals: async (scope: string, alias: number, afterN: number) => {
    const rows = await database
      .selectFrom('held')
      .select(['n', 'detail'])
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('n', '>', afterN)
      .orderBy('n')
      .execute();
    return rows.map((row) => ({ n: row.n, problem: readProblem(row.detail) }));
  },

  history: (scope: string, key: Key, before: number, limit: number) => readHistory(database, scope, key, before, limit),
});

const besideColumns = [
  'head.seq as head_seq',
  'head.epoch as head_epoch',
  'head.gc_seq as head_gc_seq',
  'head.gc_at as head_gc_at',
  'head.hlc_ms as head_hlc_ms',
  'head.hlc_c as head_hlc_c',
  'head.dig as head_dig',
] as const;

interface Page {
  readonly scope: string;
  readonly seq: number;
  readonly limit: number;
}

const findPage = preparing<Page>()((database, slotOf) =>
  database
    .selectFrom('rec')
    .innerJoin('scope_head as head', 'head.scope', 'rec.scope')
    .select(recordColumns.map((column) => `rec.${column}` as const))
    .select(besideColumns)
    .where('head.scope', '=', slotOf('scope'))
    .where('rec.scope', '=', slotOf('scope'))
    .where('rec.seq', '>', slotOf('seq'))
    .orderBy('rec.seq')
    .limit(slotOf('limit')),
);

interface HeadBeside {
  readonly scope: string;
  readonly head_seq: number;
  readonly head_epoch: string;
  readonly head_gc_seq: number;
  readonly head_gc_at: number;
  readonly head_hlc_ms: number;
  readonly head_hlc_c: number;
  readonly head_dig: number;
}

const headBeside = (row: HeadBeside) =>
  headOfRow({
    scope: row.scope,
    seq: row.head_seq,
    epoch: row.head_epoch,
    gc_seq: row.head_gc_seq,
    gc_at: row.head_gc_at,
    hlc_ms: row.head_hlc_ms,
    hlc_c: row.head_hlc_c,
    dig: row.head_dig,
  });
