/** One transaction, or the one that is open already: what is asked for within `together` belongs to it. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

const isTransaction = (database: Kysely<Schema>): database is Transaction<Schema> => database.isTransaction;

export const inTransaction = <T>(
  database: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> => (isTransaction(database) ? work(database) : committed(database, work));

const unknownCommits = new WeakSet<Error>();

/** Whether the error came while a commit was on its way, so that nobody knows what was kept. */
export const isCommitUnknown = (error: unknown): boolean => error instanceof Error && unknownCommits.has(error);

const committed = async <T>(
  database: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> => {
  let worked = false;
  let failed: { readonly error: unknown } | undefined;
  try {
    return await database.transaction().execute(async (transaction) => {
      try {
        const done = await work(transaction);
        worked = true;
        return done;
      } catch (error) {
        failed = { error };
        throw error;
      }
    });
  } catch (error) {
    // A rollback that fails as well says less than what made it needed.
    if (failed !== undefined) throw failed.error;
    if (worked && error instanceof Error) unknownCommits.add(error);
    throw error;
  }
};

/** Says "undo" to the transaction and nothing to anybody else. */
const undone = new Error('undone');

/** Commits, unless `isRefused` says of the answer that nothing of it may stay. */
export const unlessRefused = async <T>(
  database: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<T>,
  isRefused: (done: T) => boolean,
): Promise<T> => {
  let refused: { readonly done: T } | undefined;
  try {
    return await committed(database, async (transaction) => {
      const done = await work(transaction);
      if (!isRefused(done)) return done;
      refused = { done };
      throw undone;
    });
  } catch (error) {
    if (error === undone && refused !== undefined) return refused.done;
    throw error;
  }
};

/** All reads see one moment. */
export const inSnapshot = <T>(
  database: Kysely<Schema>,
  read: (snapshot: Transaction<Schema>) => Promise<T>,
): Promise<T> =>
  isTransaction(database) ? read(database) : database.transaction().setIsolationLevel('repeatable read').execute(read);
