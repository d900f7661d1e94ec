/**
 * Migrates a database, and stops for ever after the last migration's last statement, before its commit: run as a process of its
 * own, to be killed there. Its one argument is the settings as JSON.
 */
import { join } from 'node:path';
import { Migrator } from 'kysely/migration';
import { openPostgres, openSqlite } from '#server/database/dialects.ts';
import { createTables } from '#server/database/migrations/20261121-create-tables.ts';
import { finishSync } from '#server/database/migrations/20261122-finish-sync.ts';
import { historyByChange } from '#server/database/migrations/20261122-history-by-change.ts';
import { DATABASE_FILE, type DatabaseSettings } from '#server/database/open-database.ts';

const { dataDir, databaseUrl }: DatabaseSettings = JSON.parse(process.argv[2] ?? '{}');
const database =
  databaseUrl === undefined ? openSqlite(join(dataDir, DATABASE_FILE)) : openPostgres(databaseUrl, () => undefined);

const half: typeof historyByChange = {
  up: async (transaction) => {
    await historyByChange.up(transaction);
    process.stdout.write('half\n');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  },
};
await new Migrator({
  db: database,
  provider: {
    getMigrations: () =>
      Promise.resolve({
        '20261121-create-tables': createTables,
        '20261122-finish-sync': finishSync,
        '20261122-history-by-change': half,
      }),
  },
}).migrateToLatest();
