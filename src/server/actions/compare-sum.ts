/**
 * Whether a device that says it has nothing to send and everything to show is right: one read a scope, and no transaction.
 * Who is right is noted as seen, once a day.
 */
import { sumOfPositions, type Position } from '#sync/positions.ts';
import { keptScopes, type KeptScopesDeps } from './kept-scopes.ts';
import type { Footing, Storage } from './ports.ts';
import { SEEN_MS } from './read-rows.ts';
import type { Sender } from './receive-mutations.ts';

export interface CompareSumDeps extends KeptScopesDeps {
  readonly storage: Pick<Storage, 'footings'>;
}

export const compareSum = async (deps: CompareSumDeps, sender: Sender, sum: number): Promise<boolean> => {
  const { footings } = deps.storage;
  const positions: Position[] = [];
  const found: Standing[] = [];
  for (const scope of await keptScopes(deps, sender.actor)) {
    const { head, replica } = await footings.latest(scope, sender);
    if (head === undefined || replica === undefined) return false;
    found.push({ scope, head, replica });
    positions.push({
      scope,
      replica: replica.token,
      epoch: head.epoch,
      done: head.seq,
      gcSeq: head.gcSeq,
      ackN: replica.lastN,
      ackH: replica.lastH,
      xSeen: replica.lastRefused,
    });
  }
  if (sumOfPositions(positions) !== sum) return false;
  const at = deps.now();
  for (const { scope, head, replica } of found) {
    if (at - replica.seenAt >= SEEN_MS)
      await footings.note(scope, replica.alias, { done: head.seq, at, reopen: false });
  }
  return true;
};

type Standing = Pick<Position, 'scope'> & { readonly [Part in keyof Footing]: NonNullable<Footing[Part]> };
