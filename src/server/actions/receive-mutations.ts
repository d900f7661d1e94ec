/**
 * Takes in what a replica did in one scope: each mutation is applied once, or held for a human with its reason.
 *
 * - All of a bundle is one transaction under the scope's lock: effects and acknowledgement are committed together.
 * - A number that was seen is skipped; a number too far ahead stops the bundle, and the device sends again from the
 *   acknowledged one. One that is not what was taken under its number, or does not follow from it, is of another life of
 *   the replica (a copied profile): nothing is taken from there on.
 * - Numbers and chains count in an epoch: under another one nothing is taken.
 * - A refused mutation never blocks the next one. Of somebody who lost the scope, everything is held.
 */
import { mayRead, type Actor } from '#domain/rights.ts';
import type { Scope } from '#domain/scope.ts';
import { contentHash } from '#sync/chain.ts';
import { parseLine, type Incoming } from './incoming.ts';
import { operationsOf } from './judge-mutation.ts';
import { judgeName } from './judge-operation.ts';
import type {
  Clock,
  LockedReplica,
  LockedScope,
  Owner,
  Received,
  Replica,
  ReplicaOwner,
  Storage,
  Stores,
  TakenMutation,
} from './ports.ts';
import { numberOf, receiveNext, stopped, type Position, type Receiving, type Whole } from './receive-next.ts';
import { relationTo } from './rights-on-scope.ts';
import { openDraft } from './scope-draft.ts';
import { addSlice, isComplete, isOfSame, type Slice } from './staged-slices.ts';
import type { Units } from './units.ts';

export interface Sender extends Owner {
  readonly actor: Actor;
}

export interface Bundle {
  readonly scope: Scope;
  /** The token that the device chose. */
  readonly replica: string;
  readonly epoch: string;
  /** Up to where the device says to have everything. */
  readonly done?: number;
  readonly incoming: readonly Incoming[];
  /** To be written in the same transaction. */
  readonly within?: (stores: Stores, received: Received) => Promise<void>;
}

export interface ReceiveMutationsDeps {
  readonly storage: Pick<Storage, 'together'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

const NOTHING: Received = { alias: 0, toldN: 0, lastN: 0, forkN: 0, echoes: [] };

export const receiveMutations =
  (deps: ReceiveMutationsDeps) =>
  async (sender: Sender, bundle: Bundle): Promise<Received> => {
    const { scope, replica: token, epoch, incoming } = bundle;
    const units = await deps.readUnits();
    const now = deps.now();
    const { actor, person, device } = sender;
    const relation = relationTo(actor, scope, units, now);
    const mayHold = mayRead(actor, { scope, relation, how: 'sync' }) === undefined;
    const owner: ReplicaOwner = { device, person, replica: token };

    return deps.storage.together(async (stores) => {
      // Of a scope that the sender's device never had, not even a row is made.
      if (!mayHold && !(await stores.ledger.knows(scope, owner))) return NOTHING;
      return stores.ledger.change(scope, async (locked) => {
        const found = await locked.replica(owner);
        if (epoch !== locked.head.epoch) return { ...NOTHING, lastN: found?.lastN ?? 0 };
        const replica = found ?? (await locked.addReplica(owner, now));
        const draft = openDraft(locked);
        const known = await knownChain(locked, replica, incoming);
        const elsewhere = await takenElsewhere(locked, owner, replica, incoming);
        const place = { stores, draft, scope, units, now, issued: new Map<string, boolean>() };
        const receiving: Receiving = { ...place, locked, actor, person, relation, mayHold, known, owner, elsewhere };
        await readAhead(receiving, incoming);

        const start: Position = { replica, forkN: 0, taken: [], echoes: [], held: 0, stopped: false };
        let position = start;
        for (const one of incoming) {
          position = await receive(receiving, position, one);
          if (position.stopped) break;
        }
        await draft.write();
        await locked.noteTaken(replica.alias, position.taken, now);
        const done = Math.max(replica.done, Math.min(bundle.done ?? 0, locked.head.seq));
        const after = { ...position.replica, done, closed: !mayHold };
        if (after.lastN !== replica.lastN || after.closed !== replica.closed) await locked.saveReplica(after, now);
        const { alias, toldN, lastN } = after;
        const { forkN, echoes, held } = position;
        const isAll = replica.lastN === replica.toldN;
        const received: Received = { alias, toldN, lastN, ...(isAll ? { held } : {}), forkN, echoes };
        await bundle.within?.(stores, received);
        return received;
      });
      // What came twice is told by its number: after a commit of which nobody knows, it may be done again.
    }, 'harmless');
  };

/** What was taken under the numbers that come again, asked for once. */
const knownChain = async (
  locked: LockedScope,
  { alias, lastN }: Replica,
  incoming: readonly Incoming[],
): Promise<ReadonlyMap<number, number>> => {
  const again = incoming.map((one) => numberOf(one).n).filter((n) => n <= lastN);
  return again.length === 0 ? new Map() : locked.taken(alias, Math.min(...again), Math.max(...again));
};

/** What of the bundle another life of the device has sent already, asked for once. */
const takenElsewhere = async (
  locked: LockedScope,
  owner: Owner,
  { alias, hasOthers }: LockedReplica,
  incoming: readonly Incoming[],
): Promise<Receiving['elsewhere']> => {
  if (!hasOthers) return new Map();
  const contents = incoming.flatMap((one) => (one.is === 'mutation' ? [contentHash(one.mutation)] : []));
  const found = await locked.takenElsewhere(owner, alias, contents);
  return new Map(contents.map((c) => [c, found.get(c)]));
};

/** The records of the whole bundle in one question, without those whose names no database need know. */
const readAhead = async ({ draft, scope, mayHold }: Receiving, incoming: readonly Incoming[]): Promise<void> => {
  if (!mayHold) return;
  const operations = incoming.flatMap((one) => (one.is === 'mutation' ? operationsOf(one.mutation) : []));
  await draft.read(operations.filter((operation) => judgeName(scope, operation) === undefined));
};

type Verdict = 'next' | 'known' | 'hole' | 'fork';

const verdictOn = (
  { known }: Receiving,
  { replica, taken }: Position,
  { n, h }: Pick<TakenMutation, 'n' | 'h'>,
): Verdict => {
  if (n > replica.lastN + 1) return 'hole';
  if (n === replica.lastN + 1) return 'next';
  const before = taken.find((one) => one.n === n)?.h ?? known.get(n);
  return before === undefined || before === h ? 'known' : 'fork';
};

const receive = async (receiving: Receiving, position: Position, one: Incoming): Promise<Position> => {
  const number = numberOf(one);
  switch (verdictOn(receiving, position, number)) {
    case 'known':
      return position;
    case 'hole':
      return stopped(position);
    case 'fork':
      return stopped(position, number.n);
    case 'next':
      return one.is === 'slice' ? receiveSlice(receiving, position, one.slice) : receiveNext(receiving, position, one);
  }
};

const receiveSlice = async (receiving: Receiving, position: Position, slice: Slice): Promise<Position> => {
  const { locked } = receiving;
  const { alias } = position.replica;
  const held = await locked.staged(alias);
  const staged = addSlice(held, slice);
  if (staged === undefined) {
    // The beginning of another life's mutation: away with it, or this one would be told to go on where that one ends.
    if (held !== undefined && !isOfSame(held, slice)) await locked.saveStaged(alias, undefined);
    return stopped(position);
  }
  if (!isComplete(staged)) {
    await locked.saveStaged(alias, staged);
    return position;
  }
  await locked.saveStaged(alias, undefined);
  return receiveNext(receiving, position, wholeOf(slice, staged.text));
};

/** Slices that make no line keep the number and the chain that they name. */
const wholeOf = (slice: Slice, text: string): Whole => {
  const parsed = parseLine(text);
  if (parsed?.is === 'incoming' && parsed.incoming.is !== 'slice') {
    const { n, h } = numberOf(parsed.incoming);
    if (n === slice.n && h === slice.h) return parsed.incoming;
  }
  return { is: 'malformed', n: slice.n, h: slice.h, parts: undefined, text };
};
