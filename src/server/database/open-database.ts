/**
 * From settings to a database that is ours, whole and up to date, or to the reason why not.
 * What is not ours is looked at read-only and never changed, and nothing is written beside it.
 */
import { access, constants, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { fail, ok, type Result } from '#domain/result.ts';
import { APPLICATION_ID, openPostgres, openSqlite, type Database } from './dialects.ts';
import { migrateTo, migrationNames } from './migrations.ts';

export type RefusalReason =
  /** The file is no SQLite database. */
  | 'not-a-database'
  /** A database, but of another program. */
  | 'foreign'
  /** Ours once, but damaged. */
  | 'damaged'
  | 'not-writable'
  /** Made by a newer version of this program. */
  | 'newer'
  | 'unreachable';

export interface DatabaseRefusal {
  readonly is: RefusalReason;
  /** A path, or the host of a PostgreSQL; never a password. */
  readonly where: string;
  readonly detail: string;
}

export const DATABASE_FILE = 'so-tay.sqlite';

export interface DatabaseSettings {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

export const openDatabase = async (
  settings: DatabaseSettings,
  onLost: (error: Error) => void = () => undefined,
): Promise<Result<Database, DatabaseRefusal>> => {
  const opened =
    settings.databaseUrl === undefined
      ? await openEmbedded(settings.dataDir)
      : await openServed(settings.databaseUrl, onLost);
  if (!opened.ok) return opened;
  const refusal = await migrate(opened.value, settings);
  if (refusal !== undefined) {
    await opened.value.destroy();
    return fail(refusal);
  }
  return opened;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const openEmbedded = async (dataDir: string): Promise<Result<Database, DatabaseRefusal>> => {
  const path = join(dataDir, DATABASE_FILE);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    return fail({ is: 'not-writable', where: dataDir, detail: messageOf(error) });
  }
  const refusal = await inspectFile(path);
  if (refusal !== undefined) return fail(refusal);
  try {
    return ok(openSqlite(path));
  } catch (error) {
    return fail({ is: 'not-writable', where: path, detail: messageOf(error) });
  }
};

const inspectFile = async (path: string): Promise<DatabaseRefusal | undefined> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) return { is: 'not-a-database', where: path, detail: 'not a file' };
  // An empty file is what a first start leaves behind that was cut before its first write.
  if (found.size === 0) return undefined;
  try {
    await access(path, constants.R_OK | constants.W_OK);
    const header = await readHeader(path);
    if (header === undefined) return { is: 'not-a-database', where: path, detail: 'no SQLite header' };
    // Ours are marked before they are set to WAL mode, in which opening alone leaves files beside the database.
    if (header.isWal && header.applicationId !== APPLICATION_ID)
      return { is: 'foreign', where: path, detail: `application_id ${String(header.applicationId)}` };
  } catch (error) {
    return { is: 'not-writable', where: path, detail: messageOf(error) };
  }
  return inspectDatabase(path);
};

/** What a database's first bytes say, read without opening it; `undefined` when the file is none. */
const readHeader = async (path: string) => {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(100), 0, 100, 0);
    if (buffer.toString('latin1', 0, 16) !== 'SQLite format 3\0') return undefined;
    return { isWal: buffer.readUInt8(18) === 2, applicationId: buffer.readUInt32BE(68) };
  } finally {
    await file.close();
  }
};

const inspectDatabase = (path: string): DatabaseRefusal | undefined => {
  let file: SqliteDatabase.Database | undefined;
  try {
    file = new SqliteDatabase(path, { readonly: true, timeout: 5_000 });
    const applicationId = file.pragma('application_id', { simple: true });
    const tables = file.prepare('SELECT count(*) AS found FROM sqlite_master').pluck().get();
    if (applicationId !== APPLICATION_ID && tables !== 0)
      return { is: 'foreign', where: path, detail: `application_id ${String(applicationId)}` };
    const check = file.pragma('quick_check(1)', { simple: true });
    return check === 'ok' ? undefined : { is: 'damaged', where: path, detail: String(check) };
  } catch (error) {
    return { is: 'damaged', where: path, detail: messageOf(error) };
  } finally {
    file?.close();
  }
};

const openServed = async (url: string, onLost: (error: Error) => void): Promise<Result<Database, DatabaseRefusal>> => {
  const where = new URL(url).host;
  const database = openPostgres(url, onLost);
  try {
    // What an extension brought along (Citus has views) belongs to nobody's program.
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
      `.execute(database);
    const names = rows.map((row) => row.name);
    if (names.length === 0 || names.includes('kysely_migration')) return ok(database);
    await database.destroy();
    return fail({ is: 'foreign', where, detail: names.slice(0, 3).join(', ') });
  } catch (error) {
    await database.destroy();
    return fail({ is: 'unreachable', where, detail: messageOf(error) });
  }
};

const migrate = async (database: Database, settings: DatabaseSettings): Promise<DatabaseRefusal | undefined> => {
  const where =
    settings.databaseUrl === undefined ? join(settings.dataDir, DATABASE_FILE) : new URL(settings.databaseUrl).host;
  try {
    const unknown = (await appliedMigrations(database)).filter((name) => !migrationNames.includes(name));
    if (unknown.length > 0) return { is: 'newer', where, detail: unknown.join(', ') };
    await migrateTo(database);
    return undefined;
  } catch (error) {
    return { is: 'not-writable', where, detail: messageOf(error) };
  }
};

const appliedMigrations = async (database: Database): Promise<readonly string[]> => {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(database);
  return rows.map((row) => row.name);
};
