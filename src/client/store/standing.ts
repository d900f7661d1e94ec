/** What goes out of a scope: where the replica stands, and its mutations, for the server and for the person. */
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { isTableName } from '#domain/tables.ts';
import { type OutgoingScope } from '#sync/outgoing.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import type { Position } from '#sync/positions.ts';
import type { PartialRow } from '#sync/receiver.ts';
import type { ScopeState } from './core.ts';
import { targetOf } from './shadow.ts';
import type { Refused, Waiting } from './shown.ts';

const changesOf = (operations: readonly (readonly [string, string, number, Change['values']])[]): readonly Change[] =>
  operations.flatMap(([table, id, , values]) => (isTableName(table) ? [{ table, id, values }] : []));

export const outgoingOf = (
  { scope, position, entries }: ScopeState,
  part: PartialRow | undefined,
  serverStaged: ReadonlyMap<Scope, number>,
): OutgoingScope => {
  const { done, at, gs } = targetOf(position);
  return {
    scope,
    replica: position.replica,
    epoch: position.epoch,
    done,
    at,
    gs,
    inner: part === undefined ? null : [part.seq, part.text.length],
    xSeen: position.xSeen,
    mutations: entries.filter(({ n }) => n > position.ackN).map(({ mutation }) => mutation),
    staged: serverStaged.get(scope) ?? 0,
    size: Math.max(0, position.size - at),
  };
};

/** Where the replica stands, once nothing is unsent and nothing half received; else `undefined`. */
export const positionOf = ({ scope, position, entries }: ScopeState): Position | undefined => {
  const { replica, epoch, done, at, gcSeq, ackN, ackH, lastN, shift, xSeen, shadow } = position;
  const isAtRest = epoch !== '' && shadow === null && at === done && lastN === ackN;
  const isSettled = entries.every((entry) => entry.refusal !== undefined);
  return isAtRest && isSettled ? { scope, replica, epoch, done, gcSeq, ackN: ackN - shift, ackH, xSeen } : undefined;
};

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
