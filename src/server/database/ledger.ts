/**
 * Scopes in SQL. Every statement carries `scope =`, so that the tables can be distributed by scope.
 *
 * - `change` begins with a write of the head row: on PostgreSQL that locks the row, on SQLite the file. It is the only
 *   way to write a scope, so its writers stand in line and a rolled-back one consumes no number.
 * - A page and its head are read in one snapshot.
 */
import type { Kysely } from 'kysely';
import { readProblem, readText, readValue } from './json-text.ts';
import { lockScope, type LockedScope } from './locked-scope.ts';
import { recordOfRow } from './records.ts';
import type { Schema } from './schema.ts';
import { readHead } from './heads.ts';
import { inSnapshot, inTransaction } from './transaction.ts';

interface Key {
  readonly table: string;
  readonly id: string;
}
interface Owner {
  readonly device: string;
  readonly person: string;
}

export const createLedger = (database: Kysely<Schema>) => ({
  change: <T>(scope: string, work: (locked: LockedScope) => Promise<T>): Promise<T> =>
    inTransaction(database, async (transaction) => work(await lockScope(transaction, scope))),

  head: (scope: string) => readHead(database, scope),

  page: (scope: string, seq: number, limit: number) =>
    inSnapshot(database, async (snapshot) => {
      const head = await readHead(snapshot, scope);
      const rows = await snapshot
        .selectFrom('rec')
        .selectAll()
        .where('scope', '=', scope)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return { head, records: rows.map(recordOfRow) };
    }),

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

  replica: async (scope: string, owner: Owner) => {
    const row = await database
      .selectFrom('dev')
      .select(['alias', 'last_n', 'last_h'])
      .where('scope', '=', scope)
      .where('device', '=', owner.device)
      .where('usr', '=', owner.person)
      .executeTakeFirst();
    return row && { alias: row.alias, lastN: row.last_n, lastH: row.last_h };
  },

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

  staged: async (scope: string, alias: number) => {
    const row = await database
      .selectFrom('staged_slice')
      .selectAll()
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .executeTakeFirst();
    return row && { n: row.n, total: row.total, text: readText(row.chars) };
  },

  history: async (scope: string, key: Key) => {
    const rows = await database
      .selectFrom('history')
      .selectAll()
      .where('scope', '=', scope)
      .where('tbl', '=', key.table)
      .where('id', '=', key.id)
      .orderBy('seq', 'desc')
      .orderBy('field')
      .limit(1_000)
      .execute();
    return rows.map(({ tbl, id, seq, field, before, after, person, alias, n, at }) => ({
      table: tbl,
      id,
      seq,
      field,
      before: before === null ? undefined : readValue(before),
      after: readValue(after),
      person,
      alias,
      n,
      at,
    }));
  },
});
