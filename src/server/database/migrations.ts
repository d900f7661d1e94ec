/**
 * The migrations in their order. Those that are due run in one transaction together with the note that they ran, on both
 * databases: a process that dies in the middle leaves what was there before, and the next start does it. Two that start at
 * once stand in line.
 */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createTables } from './migrations/20261121-create-tables.ts';
import { finishSync } from './migrations/20261122-finish-sync.ts';
import { historyByChange } from './migrations/20261122-history-by-change.ts';
import { leastAlias } from './migrations/20261122-least-alias.ts';
import { signInByCode } from './migrations/20261122-sign-in-by-code.ts';
import type { Schema } from './schema.ts';

const migrations = {
  '20261121-create-tables': createTables,
  '20261122-finish-sync': finishSync,
  '20261122-history-by-change': historyByChange,
  '20261122-least-alias': leastAlias,
  '20261122-sign-in-by-code': signInByCode,
};

export const migrationNames: readonly string[] = Object.keys(migrations).sort();

/** To the newest, or to the one that is named. Joins a transaction that is open. */
export const migrateTo = async (database: Kysely<Schema>, name?: string): Promise<void> => {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = name === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(name);
  if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
};
