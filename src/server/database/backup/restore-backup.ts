/**
 * Puts a backup in place of what a database holds, or into an empty one; it may come from the other kind of database and from
 * an older version of the program.
 *
 * - The file is read through first: one that is cut or changed changes nothing. It is read again as its rows are put back,
 *   and must be the same to its end.
 * - One transaction: tables as they were when the backup was made, its rows, then the migrations since.
 * - Every scope begins a new life: devices notice by its epoch, and send again what the backup does not know.
 * - Sessions come back as they stood. Whoever signed in since signs in again; whoever signed out since is signed in until
 *   the session ends by its age.
 */
import { sql, type Transaction } from 'kysely';
import { UNITS_SCOPE } from '#domain/scope.ts';
import type { BackupItem, Counts } from './backup-lines.ts';
import { inspectBackup, readBackupFile, type FileFault } from './backup-file.ts';
import type { Cell } from './snapshot.ts';
import type { BackupPlace } from './write-backup.ts';
import { aliasFloor } from './alias-floor.ts';
import { newEpoch } from '../heads.ts';
import { migrateTo, migrationNames } from '../migrations.ts';
import type { Schema } from '../schema.ts';
import { unlessRefused } from '../transaction.ts';
import { tableOrders, type TableName } from './tables.ts';

export type Restored =
  | {
      readonly is: 'restored';
      readonly made: string;
      readonly rows: Counts;
      readonly scopes: number;
      /** When the newest backup was made that the database knew of, if it is not this one. */
      readonly newest: string | undefined;
    }
  | { readonly is: 'refused'; readonly why: FileFault | 'not-empty' | 'newer' };

const refused = (why: FileFault | 'not-empty' | 'newer'): Restored => ({ is: 'refused', why });

/** Under SQLite's limit of parameters. */
const MAX_PARAMETERS = 30_000;
const MAX_ROWS = 500;

export const restoreBackup = async (
  { database, path, key }: Omit<BackupPlace, 'settings'>,
  replace: boolean,
  now: number,
): Promise<Restored> => {
  const fault = await inspectBackup(path, key);
  if (fault !== undefined) return refused(fault);
  const found = await readThrough(readBackupFile(path, key));
  if (found === undefined) return refused('damaged');
  const { head, rows, sha256 } = found;
  if (!head.migrations.every((name, at) => migrationNames[at] === name)) return refused('newer');

  const putBack = async (transaction: Transaction<Schema>): Promise<Restored> => {
    if (!replace && !(await isEmpty(transaction))) return refused('not-empty');
    const newest = await newestBackup(transaction);
    await dropTables(transaction);
    await migrateTo(transaction, head.migrations.at(-1));
    if ((await insertRows(transaction, readBackupFile(path, key))) !== sha256) return refused('damaged');
    await migrateTo(transaction);
    const scopes = await beginNewLife(transaction, now);
    const isOlder = newest !== undefined && newest > head.made;
    return { is: 'restored', made: head.made, rows, scopes, newest: isOlder ? newest : undefined };
  };
  return unlessRefused(database, putBack, ({ is }) => is === 'refused');
};

const readThrough = async (items: AsyncIterable<BackupItem>) => {
  let head: Extract<BackupItem, { is: 'head' }>['head'] | undefined;
  for await (const item of items) {
    if (item.is === 'head') ({ head } = item);
    if (item.is === 'end' && head !== undefined) return { head, rows: item.rows, sha256: item.sha256 };
  }
  return undefined;
};

const isEmpty = async (transaction: Transaction<Schema>): Promise<boolean> => {
  for (const table of ['account', 'scope_head', 'rec'] as const) {
    const row = await transaction
      .selectFrom(table)
      .select(sql`1`.as('one'))
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
};

/** Devices let go what it holds: what an older one lacks they may not have any more. */
const newestBackup = async (transaction: Transaction<Schema>): Promise<string | undefined> => {
  const { made } = await transaction
    .selectFrom('audit')
    .select((row) => row.fn.max('object').as('made'))
    .where('scope', '=', UNITS_SCOPE)
    .where('what', '=', 'backup')
    .executeTakeFirstOrThrow();
  return made ?? undefined;
};

/** Together with the memory of which migrations made them. */
const dropTables = async (transaction: Transaction<Schema>): Promise<void> => {
  const tables = [...tableOrders.keys()].toReversed();
  for (const table of [...tables, 'kysely_migration', 'kysely_migration_lock'])
    await transaction.schema.dropTable(table).ifExists().execute();
};

/** The checksum that stands at the end of what was put back; `undefined` when it has none. */
const insertRows = async (
  transaction: Transaction<Schema>,
  items: AsyncIterable<BackupItem>,
): Promise<string | undefined> => {
  let table: TableName | undefined;
  let columns: readonly string[] = [];
  let waiting: (readonly Cell[])[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    if (table === undefined || rows.length === 0) return;
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      VALUES ${sql.join(rows.map((cells) => sql`(${sql.join(cells)})`))}`.execute(transaction);
  };
  for await (const item of items) {
    if (item.is === 'table') {
      await flush();
      ({ table, columns } = item);
    }
    if (item.is === 'end') {
      await flush();
      return item.sha256;
    }
    if (item.is === 'row' && waiting.push(item.cells) >= Math.min(MAX_ROWS, MAX_PARAMETERS / columns.length))
      await flush();
  }
  return undefined;
};

/** What it holds of each replica is in a backup: this one. */
const beginNewLife = async (transaction: Transaction<Schema>, now: number): Promise<number> => {
  const heads = await transaction.selectFrom('scope_head').select('scope').execute();
  for (const { scope } of heads) {
    const { latest } = await transaction
      .selectFrom('dev')
      .select((row) => row.fn.max('alias').as('latest'))
      .where('scope', '=', scope)
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable('scope_head')
      .set({ epoch: newEpoch(), alias_floor: aliasFloor(latest ?? 0, now) })
      .where('scope', '=', scope)
      .execute();
    await transaction
      .updateTable('dev')
      .set((row) => ({ safe_n: row.ref('last_n') }))
      .where('scope', '=', scope)
      .execute();
  }
  return heads.length;
};
