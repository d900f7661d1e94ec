/** What goes out of a scope: where the replica stands, and its mutations. */
import type { Scope } from '#domain/scope.ts';
import type { OutgoingScope } from '#sync/outgoing.ts';
import type { Position } from '#sync/positions.ts';
import type { PartialRow } from '#sync/receiver.ts';
import type { ScopeState } from './core.ts';
import { targetOf } from './shadow.ts';

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
    isLost: position.gone !== '',
  };
};

/** Where the replica stands, once nothing is unsent and nothing half received; else `undefined`. */
export const positionOf = ({ scope, position, entries }: ScopeState): Position | undefined => {
  const { replica, epoch, done, at, gcSeq, ackN, ackH, lastN, shift, xSeen, shadow } = position;
  const isAtRest = epoch !== '' && shadow === null && at === done && lastN === ackN;
  const isSettled = entries.every((entry) => entry.refusal !== undefined);
  return isAtRest && isSettled ? { scope, replica, epoch, done, gcSeq, ackN: ackN - shift, ackH, xSeen } : undefined;
};
