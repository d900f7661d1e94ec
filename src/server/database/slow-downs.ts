/** Failures by key. Rows are made first and then locked in one order, so that parallel tries are counted one by one. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

interface Tries {
  readonly count: number;
  readonly until: number;
}

export const createSlowDowns = (database: Kysely<Schema>) => ({
  change: (
    keys: readonly string[],
    decide: (tries: ReadonlyMap<string, Tries>) => ReadonlyMap<string, Tries>,
  ): Promise<void> =>
    inTransaction(database, async (transaction) => {
      const sorted = [...new Set(keys)].sort();
      const tries = new Map<string, Tries>();
      for (const key of sorted) {
        const row = await transaction
          .insertInto('slow_down')
          .values({ key, count: 0, until: 0 })
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet((kept) => ({ count: kept.ref('slow_down.count') })),
          )
          .returningAll()
          .executeTakeFirstOrThrow();
        tries.set(key, { count: row.count, until: row.until });
      }
      for (const [key, { count, until }] of decide(tries)) {
        await transaction.updateTable('slow_down').set({ count, until }).where('key', '=', key).execute();
      }
      await transaction.deleteFrom('slow_down').where('key', 'in', sorted).where('count', '=', 0).execute();
    }),

  sweep: async (restedSince: number): Promise<void> => {
    await database.deleteFrom('slow_down').where('until', '<', restedSince).execute();
  },
});
