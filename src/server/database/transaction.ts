/** One transaction, or the one that is open already: what is asked for within `together` belongs to it. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

const isTransaction = (database: Kysely<Schema>): database is Transaction<Schema> => database.isTransaction;

export const inTransaction = <T>(
  database: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> => (isTransaction(database) ? work(database) : database.transaction().execute(work));

/** All reads see one moment. */
export const inSnapshot = <T>(
  database: Kysely<Schema>,
  read: (snapshot: Transaction<Schema>) => Promise<T>,
): Promise<T> =>
  isTransaction(database) ? read(database) : database.transaction().setIsolationLevel('repeatable read').execute(read);
