/**
 * The server's database in memory, over the real tables: it can be copied as a backup is, and it can be cut off in the
 * middle of a transaction as a server that dies is.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, type SqliteDatabase as SqliteSource } from 'kysely';
import { DATABASE_FILE, openDatabase } from '#server/database/open-database.ts';
import type { Database } from '#server/database/dialects.ts';
import type { Schema } from '#server/database/schema.ts';

export type File = SqliteDatabase.Database;

/** A file that was just made, with every table. */
export const emptyFile = async (): Promise<Buffer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-simulation-'));
  const opened = await openDatabase({ dataDir, databaseUrl: undefined });
  if (!opened.ok) throw new Error(`no database: ${JSON.stringify(opened.problem)}`);
  await opened.value.destroy();
  const file = await readFile(join(dataDir, DATABASE_FILE));
  await rm(dataDir, { recursive: true });
  // A copy in memory has no log beside it: the header's two bytes say so.
  file.writeUInt8(1, 18);
  file.writeUInt8(1, 19);
  return file;
};

export const openFile = (bytes: Buffer): File => new SqliteDatabase(bytes);

export interface Life {
  readonly database: Database;
  readonly isOver: () => boolean;
  /** It dies: at once, or with the statement so many from now. */
  readonly die: (statements?: number) => void;
}

const columns = new WeakMap<SqliteDatabase.Statement, readonly string[]>();

/**
 * Rows by the names of their columns. SQLite plans whatever has a join or a bound limit anew each time it is asked, and
 * better-sqlite3 then compiles a new function that makes its rows, which takes longer than the question.
 */
const rowsOf = (statement: SqliteDatabase.Statement, parameters: readonly unknown[]): unknown[] => {
  const rows: unknown[] = statement.all(...parameters);
  const names = columns.get(statement) ?? statement.columns().map(({ name }) => name);
  columns.set(statement, names);
  return rows.map((row) => {
    const made: Record<string, unknown> = {};
    if (Array.isArray(row)) for (const [index, name] of names.entries()) made[name] = row[index];
    return made;
  });
};

/** One life of a server on the file. Whoever asks after it has died hears of that, and nothing is written. */
export const beginLife = (
  file: File,
  prepared: Map<string, SqliteDatabase.Statement>,
  onRolledBack: () => void = () => undefined,
): Life => {
  let isOver = false;
  let left = Infinity;
  const end = (): void => {
    isOver = true;
    if (!file.inTransaction) return;
    file.exec('rollback');
    onRolledBack();
  };
  const spend = (): void => {
    if (!isOver && left <= 0) end();
    left -= 1;
    if (isOver) throw new Error('the server is dead');
  };
  const prepare = (text: string): SqliteDatabase.Statement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = file.prepare(text === 'begin' ? 'begin immediate' : text);
    if (statement.reader) statement.raw(true);
    prepared.set(text, statement);
    return statement;
  };
  const source: SqliteSource = {
    close: () => undefined,
    prepare: (text) => {
      spend();
      const statement = prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => rowsOf(statement, parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => rowsOf(statement, parameters)[Symbol.iterator](),
      };
    },
  };
  return {
    database: new Kysely<Schema>({ dialect: new SqliteDialect({ database: source }) }),
    isOver: () => isOver,
    die: (statements) => {
      if (statements === undefined) end();
      else left = statements;
    },
  };
};
