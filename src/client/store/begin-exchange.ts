/**
 * What a request is made of, and what takes the answer to it. Fetched when the first exchange begins: the first page does
 * without.
 */
import type { Scope } from '#domain/scope.ts';
import type { OutgoingScope } from '#sync/outgoing.ts';
import { sumOfPositions } from '#sync/positions.ts';
import type { PartialRow } from '#sync/receiver.ts';
import type { Core, ScopeState } from './core.ts';
import { createReceipt, type Receipt, type ReceiptDeps } from './receive.ts';
import { planReissue } from './reissue.ts';
import { StoredPart } from './sealing.ts';
import { targetOf } from './shadow.ts';
import { outgoingOf, positionOf } from './standing.ts';

export interface Exchange {
  readonly scopes: readonly OutgoingScope[];
  /** The last acknowledged mutation of each, as it is numbered on the wire. */
  readonly acknowledged: ReadonlyMap<Scope, number>;
  /** Of all positions, when nothing waits and nothing is half received; else 0. */
  readonly sum: number;
  /** Something was acknowledged for which no receipt has come yet. */
  readonly wantsReceipt: boolean;
  readonly receipt: Receipt;
}

/** A damaged row of the journal blocks no later one: what stands behind it goes out under numbers of its own. */
const passDamaged = async (core: Core): Promise<void> => {
  for (const state of core.scopes()) {
    const { ackN, lastN } = state.position;
    if (state.damagedN !== ackN + 1 || lastN === ackN) continue;
    await core.write(state, await planReissue(core, state, { from: state.damagedN + 1, forgotten: false }));
  }
};

const partsOf = async (
  { database, sealer }: Core,
  states: readonly ScopeState[],
): Promise<Partial<Record<Scope, PartialRow>>> => {
  const parts: Partial<Record<Scope, PartialRow>> = {};
  for (const { scope, position } of states) {
    const { area } = targetOf(position);
    const row = await database.parts.get(area);
    const part = row && (await sealer.open('parts', String(area), row.sealed, StoredPart));
    if (part !== undefined) parts[scope] = part;
  }
  return parts;
};

/** To be called in turn, with the scopes that are exchanged. */
export const beginExchange = async (
  core: Core,
  exchanged: readonly ScopeState[],
  deps: Omit<ReceiptDeps, 'core' | 'parts'>,
): Promise<Exchange> => {
  await passDamaged(core);
  const states = exchanged.map((state) => core.scope(state.scope) ?? state);
  const parts = await partsOf(core, states);
  const positions = states.flatMap((state) => positionOf(state) ?? []);
  const wantsReceipt = states.some(({ position }) => position.ackN > position.receiptN);
  const isAtRest = positions.length === states.length && Object.keys(parts).length === 0 && !wantsReceipt;
  return {
    scopes: states.map((state) => outgoingOf(state, parts[state.scope], deps.serverStaged)),
    acknowledged: new Map(states.map(({ scope, position }) => [scope, position.ackN - position.shift])),
    sum: isAtRest ? sumOfPositions(positions) : 0,
    wantsReceipt,
    receipt: createReceipt({ ...deps, core, parts }),
  };
};
