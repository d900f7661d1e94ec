/** What of a scope has not gone out, for the person. */
import type { Change } from '#domain/change.ts';
import { isTableName } from '#domain/tables.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import type { ScopeState } from './core.ts';
import type { Refused, Waiting } from './shown.ts';

const changesOf = (operations: readonly (readonly [string, string, number, Change['values']])[]): readonly Change[] =>
  operations.flatMap(([table, id, , values]) => (isTableName(table) ? [{ table, id, values }] : []));

/** Own mutations that do not open and were passed over, so that what stands behind them could go: they never went. */
export const passedOver = ({ position, damaged }: ScopeState): readonly number[] =>
  damaged.filter((n) => n <= position.shift);

export const refusedOf = (state: ScopeState): readonly Refused[] => [
  ...passedOver(state).map((n): Refused => ({
    scope: state.scope,
    n,
    at: 0,
    problem: { code: 'store/unreadable' },
    changes: [],
  })),
  ...state.entries.flatMap(({ n, mutation, refusal }) =>
    refusal === undefined
      ? []
      : [
          {
            scope: state.scope,
            n,
            at: refusal.at,
            problem: refusal.problem,
            changes: changesOf(mutation.operations),
          },
        ],
  ),
];

/** Mutations that the server has not acknowledged, one that no longer opens among them until it is passed over. */
export const waitingOf = ({ position }: ScopeState): number => Math.max(0, position.lastN - position.ackN);

export const waitingListOf = ({ scope, position, entries }: ScopeState, sendingN: number): readonly Waiting[] =>
  entries
    .filter(({ n }) => n > position.ackN)
    .map(({ n, mutation }) => ({
      scope,
      n,
      at: mutation.ms,
      bytes: new TextEncoder().encode(lineOfMutation(mutation)).length,
      state: n <= sendingN ? 'sending' : 'on-device',
      changes: changesOf(mutation.operations),
    }));
