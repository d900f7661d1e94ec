/** The two databases behind one schema. Whole numbers come back as numbers; none of ours passes 2^53. */
import SqliteDatabase from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect, type SqliteDatabase as SqliteSource } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

/** "STBG" in ASCII: marks a file as ours, so that another program's database is never written to. */
export const APPLICATION_ID = 0x53544247;

/** PostgreSQL's number for the type of 64-bit whole numbers. */
const INT8 = 20;

/** `onLost` hears of an idle connection that broke; the pool opens another. */
export const openPostgres = (url: string, onLost: (error: Error) => void): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
    },
  });
  pool.on('error', onLost);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
};

/** Acknowledged means on disk: WAL alone does not sync each commit, FULL does. */
export const openSqlite = (path: string): Database => {
  const file = new SqliteDatabase(path, { timeout: 5_000 });
  // First of all, so that the mark stands in the file itself and not in the log beside it.
  if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    file.pragma(`application_id = ${String(APPLICATION_ID)}`);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: preparingOnce(file) }) });
};

const MAX_PREPARED = 500;

/**
 * The file as Kysely asks for it, with two differences. A statement is prepared once. A transaction takes the write lock
 * when it begins: one that read first and wrote later would fail if another process wrote in between.
 */
const preparingOnce = (file: SqliteDatabase.Database): SqliteSource => {
  const prepared = new Map<string, SqliteDatabase.Statement>();
  const prepare = (text: string): SqliteDatabase.Statement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    const statement = file.prepare(text === 'begin' ? 'begin immediate' : text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    close: () => {
      file.close();
    },
    prepare: (text) => {
      const statement = prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
};
