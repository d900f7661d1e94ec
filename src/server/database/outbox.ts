/**
 * What the scopes have to say to each other. A parcel is posted within the transaction that gives it its reason and
 * leaves its row once it has arrived; `delivered` in the target says so for ever, so that it arrives once.
 *
 * - `sources` looks at all scopes at once. It is for the timer alone; no exchange waits for it.
 */
import type { Kysely, Transaction } from 'kysely';
import { isScope, type Scope } from '#domain/scope.ts';
import { readChanges, writeJson } from './json-text.ts';
import type { Schema } from './schema.ts';

export interface Parcel {
  readonly id: string;
  readonly target: Scope;
  readonly changes: ReturnType<typeof readChanges>;
  readonly person: string;
  readonly at: number;
}

export const createOutbox = (database: Kysely<Schema>) => ({
  waiting: async (source: string, after: number, limit: number) => {
    const rows = await database
      .selectFrom('outbox')
      .selectAll()
      .where('scope', '=', source)
      .where('at', '>', after)
      .orderBy('at')
      .limit(limit)
      .execute();
    const parcels = rows.flatMap(({ id, target, changes, person, at }): Parcel[] =>
      isScope(target) ? [{ id, target, changes: readChanges(changes), person, at }] : [],
    );
    const unreadable = rows.filter(({ target }) => !isScope(target)).map(({ id }) => id);
    return { parcels, unreadable, last: rows.length < limit ? undefined : rows.at(-1)?.at };
  },

  sources: async (): Promise<readonly Scope[]> => {
    const rows = await database.selectFrom('outbox').select('scope').distinct().orderBy('scope').execute();
    return rows.map(({ scope }) => scope).filter(isScope);
  },

  sent: async (source: string, id: string) => {
    await database.deleteFrom('outbox').where('scope', '=', source).where('id', '=', id).execute();
  },
});

/** Under the source's lock. Each is later than those that wait, so that they arrive in the order of their posting. */
export const postParcel = async (transaction: Transaction<Schema>, source: string, parcel: Parcel): Promise<void> => {
  const { latest } = await transaction
    .selectFrom('outbox')
    .select((row) => row.fn.max('at').as('latest'))
    .where('scope', '=', source)
    .executeTakeFirstOrThrow();
  const { id, target, changes, person } = parcel;
  await transaction
    .insertInto('outbox')
    .values({
      scope: source,
      id,
      target,
      person,
      changes: writeJson(changes),
      at: Math.max(parcel.at, (latest ?? 0) + 1),
    })
    .onConflict((conflict) => conflict.columns(['scope', 'id']).doNothing())
    .execute();
};

/** Under the target's lock: whether the parcel had not arrived before. */
export const acceptParcel = async (
  transaction: Transaction<Schema>,
  target: string,
  { source, id, at }: { readonly source: string; readonly id: string; readonly at: number },
): Promise<boolean> => {
  const accepted = await transaction
    .insertInto('delivered')
    .values({ scope: target, source, id, at })
    .onConflict((conflict) => conflict.columns(['scope', 'source', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return accepted !== undefined;
};
