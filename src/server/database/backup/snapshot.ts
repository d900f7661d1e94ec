/**
 * All rows of all tables as they are at one moment, while others go on writing: PostgreSQL's repeatable read, SQLite's read
 * transaction beside the log. Neither holds a lock that a writer wants.
 */
import { join } from 'node:path';
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { DatabaseSettings } from '../open-database.ts';
import { DATABASE_FILE } from '../open-database.ts';
import { openSqliteReader, type Database } from '../dialects.ts';
import type { Schema } from '../schema.ts';
import { tableOrders, type TableName } from './tables.ts';

/** What a column holds here: text, whole numbers, and nothing. */
export type Cell = string | number | null;

export interface TableRows {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

export interface Snapshot {
  readonly migrations: readonly string[];
  /** SQLite's own words about its file; empty when it is whole. */
  readonly faults: readonly string[];
  readonly tables: AsyncIterable<TableRows>;
}

const PAGE_ROWS = 1_000;

export const readSnapshot = async <T>(
  settings: DatabaseSettings,
  database: Database,
  read: (snapshot: Snapshot) => Promise<T>,
): Promise<T> => {
  if (settings.databaseUrl !== undefined)
    return database
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (moment) => {
        // However slow the disk is on which it is written.
        await sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(moment);
        return read(await snapshotOf(moment, []));
      });

  const file = openSqliteReader(join(settings.dataDir, DATABASE_FILE));
  const reader = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
  try {
    const faults = file
      .prepare<[], string>('PRAGMA integrity_check(20)')
      .pluck()
      .all()
      .filter((words) => words !== 'ok');
    return await reader.transaction().execute(async (moment) => read(await snapshotOf(moment, faults)));
  } finally {
    await reader.destroy();
  }
};

const snapshotOf = async (moment: Kysely<Schema>, faults: readonly string[]): Promise<Snapshot> => {
  const applied = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(moment);
  return { migrations: applied.rows.map(({ name }) => name), faults, tables: tablesOf(moment) };
};

async function* tablesOf(moment: Kysely<Schema>): AsyncGenerator<TableRows, void, undefined> {
  const known = await moment.introspection.getTables();
  for (const [table, order] of tableOrders) {
    const columns = known.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
    yield { table, columns, rows: pagesOf(moment, table, columns, order) };
  }
}

async function* pagesOf(
  moment: Kysely<Schema>,
  table: TableName,
  columns: readonly string[],
  order: readonly string[],
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const ends = order.map((name) => columns.indexOf(name));
  let after: readonly Cell[] | undefined;
  for (;;) {
    const { rows } = await sql<Readonly<Record<string, Cell>>>`SELECT ${list(columns)} FROM ${sql.table(table)}
      ${after === undefined ? sql`` : sql`WHERE (${list(order)}) > (${sql.join(after)})`}
      ORDER BY ${list(order)} LIMIT ${sql.lit(PAGE_ROWS)}`.execute(moment);
    const page = rows.map((row) => columns.map((name) => row[name] ?? null));
    if (page.length > 0) yield page;
    if (page.length < PAGE_ROWS) return;
    after = ends.map((at) => page.at(-1)?.[at] ?? null);
  }
}
