/** How far the slowest of those who read a scope has come: what was deleted up to there may be forgotten. */
import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * The least that an open replica seen since then has of the scope. Of the lives of one person's device only the last counts:
 * the others move no more, and if one comes back it begins anew.
 */
export const slowestDone = async (
  transaction: Transaction<Schema>,
  scope: string,
  seenSince: number,
): Promise<number | undefined> => {
  const row = await transaction
    .selectFrom('dev')
    .select((dev) => dev.fn.min('done').as('least'))
    .where('scope', '=', scope)
    .where('closed', '=', 0)
    .where('seen_at', '>=', seenSince)
    .where((dev) =>
      dev.not(
        dev.exists(
          dev
            .selectFrom('dev as later')
            .select('later.alias')
            .where('later.scope', '=', scope)
            .whereRef('later.device', '=', 'dev.device')
            .whereRef('later.usr', '=', 'dev.usr')
            .where('later.closed', '=', 0)
            .where((later) =>
              later.or([
                later('later.seen_at', '>', later.ref('dev.seen_at')),
                later.and([
                  later('later.seen_at', '=', later.ref('dev.seen_at')),
                  later('later.alias', '>', later.ref('dev.alias')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .executeTakeFirst();
  return row?.least ?? undefined;
};
