/** The two databases behind one schema. Whole numbers come back as numbers; none of ours passes 2^53. */
import SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { askTogether } from './postgres-asking.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { patient, type Patience } from './patience.ts';

export type Database = Kysely<Schema>;

/** "STBG" in ASCII: marks a file as ours, so that another program's database is never written to. */
export const APPLICATION_ID = 0x53544247;

/** PostgreSQL's number for the type of 64-bit whole numbers. */
const INT8 = 20;

/**
 * Nobody waits longer for a scope's lock, and a server that froze inside a transaction does not keep one: its scopes go on
 * with the other servers.
 */
const SESSION = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s'";

/** `onLost` hears of an idle connection that broke; the pool opens another. */
export const openPostgres = (url: string, onLost: (error: Error) => void): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
    },
  });
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    // A connection that breaks while it is out of the pool says so here as well as to whoever asks it.
    client.on('error', () => undefined);
    askTogether(client);
  });
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(SESSION));
    },
  });
  return new Kysely<Schema>({ dialect });
};

/** How long SQLite itself waits for a lock, during which nothing else runs; sqlite-dialect.ts waits without that. */
const BUSY_TIMEOUT_MS = 50;

/** Acknowledged means on disk: WAL alone does not sync each commit, FULL does. */
export const openSqlite = (path: string, patience: Patience = patient): Database => {
  const file = new SqliteDatabase(path, { timeout: 5_000 });
  // First of all, so that the mark stands in the file itself and not in the log beside it.
  if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    file.pragma(`application_id = ${String(APPLICATION_ID)}`);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  // Four times the usual: pages that many pushes touch are carried over into the file once for all of them.
  file.pragma('wal_autocheckpoint = 4000');
  file.pragma('foreign_keys = ON');
  file.pragma(`busy_timeout = ${String(BUSY_TIMEOUT_MS)}`);
  return new Kysely<Schema>({ dialect: sqliteDialect(file, patience) });
};

/** To read one moment of a file that others write: its transactions take no lock that a writer wants. */
export const openSqliteReader = (path: string): SqliteDatabase.Database => {
  const file = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  file.pragma('query_only = ON');
  return file;
};
