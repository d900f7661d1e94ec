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
import { outgoingOf, positionOf } from './outgoing-of.ts';

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

/**
 * A damaged row of the journal blocks no later one: what stands behind it goes out under numbers of its own. One that the
 * server had acknowledged is let go.
 */
const passDamaged = async (core: Core): Promise<void> => {
  for (const state of core.scopes()) {
    const { position, damaged } = state;
    const acknowledged = damaged.filter((n) => n > position.shift && n <= position.ackN);
    const isNext = damaged.includes(position.ackN + 1);
    if (!isNext && acknowledged.length === 0) continue;
    const reissue = isNext ? await planReissue(core, state, { from: position.ackN + 2, forgotten: false }) : undefined;
    const written = await core.write(state, {
      position: reissue?.position ?? {},
      entries: reissue?.entries ?? state.entries,
      damaged: damaged.filter((n) => !acknowledged.includes(n)),
      months: [],
      write: async (database) => {
        await database.journal.bulkDelete(acknowledged.map((n): [number, number] => [state.s, n]));
        await reissue?.write(database);
      },
    });
    if (written === 'written') core.changedHere({ tables: new Set(['*']), toSend: false });
  }
};

const partsOf = async (
  { database, sealer }: Core,
  states: readonly ScopeState[],
): Promise<Partial<Record<Scope, PartialRow>>> => {
  const parts: Partial<Record<Scope, PartialRow>> = {};
  // Of all scopes at once: a transaction for each would be most of what an empty exchange costs the phone.
  const rows = await database.parts.bulkGet(states.map(({ position }) => targetOf(position).area));
  for (const [index, { scope }] of states.entries()) {
    const row = rows[index];
    const part = row && (await sealer.open('parts', String(row.s), row.sealed, StoredPart));
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
