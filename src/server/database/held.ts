/** Mutations that were refused and wait for a human, in one scope. */
import type { Kysely, Transaction } from 'kysely';
import type { Problem } from '#domain/problem.ts';
import { readProblem, writeJson } from './json-text.ts';
import type { Schema } from './schema.ts';

interface HeldMutation {
  readonly alias: number;
  readonly n: number;
  readonly person: string;
  readonly problem: Problem;
  readonly text: string;
  readonly at: number;
}

/** As they stand in the column. */
const states = ['waiting', 'released', 'dropped'] as const;
type HeldState = (typeof states)[number];

export const waitingHeld = async (
  database: Kysely<Schema>,
  scope: string,
  codes: readonly string[],
): Promise<readonly { readonly alias: number; readonly n: number }[]> =>
  database
    .selectFrom('held')
    .select(['alias', 'n'])
    .where('scope', '=', scope)
    .where('state', '=', 0)
    .where('code', 'in', codes)
    .orderBy('at')
    .orderBy('alias')
    .orderBy('n')
    .execute();

export const heldOf = (transaction: Transaction<Schema>, scope: string) => ({
  hold: async ({ alias, n, person, problem, text, at }: HeldMutation): Promise<void> => {
    await transaction
      .insertInto('held')
      .values({ scope, alias, n, usr: person, code: problem.code, detail: writeJson(problem), mut: text, state: 0, at })
      .execute();
  },

  held: async (alias: number, n: number) => {
    const row = await transaction
      .selectFrom('held')
      .selectAll()
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('n', '=', n)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { usr: person, mut: text, at } = row;
    return { alias, n, person, problem: readProblem(row.detail), text, at, state: states[row.state] ?? 'waiting' };
  },

  settleHeld: async (alias: number, n: number, state: Exclude<HeldState, 'waiting'>): Promise<void> => {
    await transaction
      .updateTable('held')
      .set({ state: states.indexOf(state) })
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('n', '=', n)
      .where('state', '=', 0)
      .execute();
  },
});
