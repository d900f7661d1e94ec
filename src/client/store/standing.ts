/** What goes out of a scope: where the replica stands, and its mutations, for the server and for the person. */
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { isTableName } from '#domain/tables.ts';
import type { OutgoingScope } from '#sync/outgoing.ts';
import type { PartialRow } from '#sync/receiver.ts';
import type { ScopeState } from './core.ts';
import type { Refused } from './shown.ts';

const changesOf = (operations: readonly (readonly [string, string, number, Change['values']])[]): readonly Change[] =>
  operations.flatMap(([table, id, , values]) => (isTableName(table) ? [{ table, id, values }] : []));

export const outgoingOf = (
  { scope, position, entries }: ScopeState,
  part: PartialRow | undefined,
  serverStaged: ReadonlyMap<Scope, number>,
): OutgoingScope => ({
  scope,
  alias: position.alias,
  epoch: position.epoch,
  done: position.done,
  at: position.at,
  inner: part === undefined ? null : [part.seq, part.text.length],
  xSeen: position.xSeen,
  mutations: entries.filter(({ mutation }) => mutation.n > position.ackN).map(({ mutation }) => mutation),
  staged: serverStaged.get(scope) ?? 0,
});

export const refusedOf = ({ scope, entries }: ScopeState): readonly Refused[] =>
  entries.flatMap(({ mutation, refusal }) =>
    refusal === undefined ? [] : [{ scope, n: mutation.n, ...refusal, changes: changesOf(mutation.operations) }],
  );

/** Mutations that the server has not acknowledged, one that no longer opens among them. */
export const waitingOf = ({ position }: ScopeState): number => Math.max(0, position.lastN - position.ackN);
