/** The two databases on which every suite of the server runs; each opening is an empty database of its own. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type DatabaseSettings } from '#server/database/open-database.ts';
import type { Database } from '#server/database/dialects.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** With which another process would open the same database. */
  readonly settings: DatabaseSettings;
  readonly close: () => Promise<void>;
}

export interface TestDatabase {
  readonly name: string;
  readonly open: () => Promise<OpenedDatabase>;
}

const opened = async (settings: DatabaseSettings, remove: () => Promise<void>): Promise<OpenedDatabase> => {
  const database = await openDatabase(settings);
  if (!database.ok) throw new Error(`the test database did not open: ${JSON.stringify(database.problem)}`);
  const close = async () => {
    await database.value.destroy();
    await remove();
  };
  return { database: database.value, settings, close };
};

const openSqlite = async (): Promise<OpenedDatabase> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-test-'));
  return opened({ dataDir, databaseUrl: undefined }, () => rm(dataDir, { recursive: true, force: true }));
};

const asPostgres = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const openPostgres = async (): Promise<OpenedDatabase> => {
  const name = `so_tay_${randomBytes(6).toString('hex')}`;
  await asPostgres(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return opened({ dataDir: '', databaseUrl: url.href }, () => asPostgres(`DROP DATABASE ${name} WITH (FORCE)`));
};

export const databases: readonly TestDatabase[] = [
  { name: 'SQLite', open: openSqlite },
  { name: 'PostgreSQL', open: openPostgres },
];
