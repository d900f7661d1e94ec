/** All stores over one database; within `together` they share one transaction. */
import type { Kysely } from 'kysely';
import { createAccounts } from './accounts.ts';
import { createAudit } from './audit.ts';
import { createDeviceKeys } from './device-keys.ts';
import { createLedger } from './ledger.ts';
import type { Schema } from './schema.ts';
import { createSessions } from './sessions.ts';
import { createSlowDowns } from './slow-downs.ts';

const createStores = (database: Kysely<Schema>) => ({
  ledger: createLedger(database),
  accounts: createAccounts(database),
  sessions: createSessions(database),
  deviceKeys: createDeviceKeys(database),
  slowDowns: createSlowDowns(database),
  audit: createAudit(database),
});
type Stores = ReturnType<typeof createStores>;

export const createStorage = (database: Kysely<Schema>) => ({
  ...createStores(database),
  together: <T>(work: (stores: Stores) => Promise<T>): Promise<T> => together(database, work),
});

/** A problem that comes back undoes what was written before it, like a bug that is thrown. */
const together = async <T>(database: Kysely<Schema>, work: (stores: Stores) => Promise<T>): Promise<T> => {
  const transaction = await database.startTransaction().execute();
  try {
    const done = await work(createStores(transaction));
    if (isProblem(done)) await transaction.rollback().execute();
    else await transaction.commit().execute();
    return done;
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    throw error;
  }
};

const isProblem = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'ok' in done && done.ok === false;
