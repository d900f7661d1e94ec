/**
 * The databases on which every suite of the server runs; each opening is an empty database of its own.
 * With TEST_CITUS=<coordinator>,<worker>,… (URLs of users who may create databases) there is a third: a PostgreSQL whose
 * tables are spread over the workers by the Citus extension.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { distribute } from '#server/database/distribute.ts';
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

const ask = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const createOn = async (server: string, name: string): Promise<string> => {
  await ask(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};
const dropOn = (server: string, name: string): Promise<void> => ask(server, `DROP DATABASE ${name} WITH (FORCE)`);
const newName = (): string => `so_tay_${randomBytes(6).toString('hex')}`;

const openPostgres = async (): Promise<OpenedDatabase> => {
  const name = newName();
  const server = inject('postgresUrl');
  const databaseUrl = await createOn(server, name);
  return opened({ dataDir: '', databaseUrl }, () => dropOn(server, name));
};

const citus = (process.env['TEST_CITUS'] ?? '').split(',').filter((url) => url !== '');

const openCitus = async (): Promise<OpenedDatabase> => {
  const name = newName();
  const [databaseUrl = '', ...workers] = await Promise.all(citus.map((server) => createOn(server, name)));
  for (const url of [databaseUrl, ...workers]) await ask(url, 'CREATE EXTENSION citus');
  for (const { hostname, port } of workers.map((url) => new URL(url)))
    await ask(databaseUrl, `SELECT citus_add_node('${hostname}', ${port})`);
  const spread = await opened({ dataDir: '', databaseUrl }, async () => {
    for (const server of citus) await dropOn(server, name);
  });
  await distribute(spread.database, true);
  return spread;
};

export const databases: readonly TestDatabase[] = [
  { name: 'SQLite', open: openSqlite },
  { name: 'PostgreSQL', open: openPostgres },
  ...(citus.length > 0 ? [{ name: 'PostgreSQL with Citus', open: openCitus }] : []),
];
