/**
 * The mutation that follows from all before it, whole: it is applied, or held, and its number is taken either way.
 *
 * - Where its chain does not follow, it is of another life of the replica.
 * - One that was taken from another life of the same person's device (a copied profile, a server that was restored) is
 *   acknowledged and not applied again; if it was refused there, it is refused here.
 */
import type { Problem } from '#domain/problem.ts';
import { chainHash, chainOver, contentHash } from '#sync/chain.ts';
import type { Mutation } from '#sync/mutation.ts';
import type { Author } from './apply-operations.ts';
import type { Incoming } from './incoming.ts';
import { operationsOf } from './judge-mutation.ts';
import type { LockedReplica, LockedScope, Owner, Replica, TakenMutation } from './ports.ts';
import { applyMutation, holdMutation, type Taking } from './take-mutation.ts';

/** Everything that one bundle's mutations are received with. */
export interface Receiving extends Taking {
  readonly locked: LockedScope;
  /** Whether the sender's device may keep this scope; of others all is held. */
  readonly mayHold: boolean;
  /** The chain at numbers that were taken before. */
  readonly known: ReadonlyMap<number, number>;
  readonly owner: Owner;
  /** Where the contents that came whole were taken from another life; `undefined` for those that were not. */
  readonly elsewhere: ReadonlyMap<number, Place | undefined>;
}

/** Under which number a mutation was taken. */
type Place = Pick<Author, 'alias' | 'n'>;

export interface Position {
  readonly replica: LockedReplica;
  readonly forkN: number;
  readonly taken: readonly TakenMutation[];
  readonly echoes: readonly Mutation[];
  /** How many of the bundle are held. */
  readonly held: number;
  /** Nothing after it is taken: a hole, or another life. */
  readonly stopped: boolean;
}

/** A mutation's line that stands on its own, whole. */
export type Whole = Exclude<Incoming, { readonly is: 'slice' }>;

export const stopped = (position: Position, forkN = 0): Position => ({ ...position, forkN, stopped: true });

export const numberOf = (one: Incoming): Pick<TakenMutation, 'n' | 'h'> =>
  one.is === 'mutation' ? one.mutation : one.is === 'slice' ? one.slice : one;

/** The chain that the next mutation must have; `undefined` where nothing can be told from its line. */
const expectedChain = ({ lastH }: Replica, one: Whole): number | undefined => {
  if (one.is === 'mutation') return chainHash(lastH, one.mutation);
  return one.parts === undefined ? undefined : chainOver(lastH, one.parts);
};

export const receiveNext = async (receiving: Receiving, position: Position, one: Whole): Promise<Position> => {
  const { n, h } = numberOf(one);
  const expected = expectedChain(position.replica, one);
  const isBroken = expected !== undefined && expected !== h;
  // Before the first there is no other life; a device whose chain is wrong from the start would begin anew for ever.
  if (isBroken && n > 1) return stopped(position, n);

  const mutation = one.is === 'mutation' ? one.mutation : undefined;
  const c = mutation === undefined ? 0 : contentHash(mutation);
  const { alias } = position.replica;
  const author = { person: receiving.person, alias, n, at: receiving.now };
  const next: Position = {
    ...position,
    replica: { ...position.replica, lastN: n, lastH: h },
    taken: [...position.taken, { n, h, c }],
  };
  const earlier = await takenEarlier(receiving, position.replica, c);
  if (earlier !== undefined) {
    const isHeld = await refuseAgain(receiving, earlier, author);
    return isHeld ? oneHeld(next) : next;
  }
  const refusal = refusalUnread(receiving, mutation, isBroken);
  if (mutation === undefined || refusal !== undefined) {
    const problem = refusal ?? malformed;
    // What may not be what its author wrote is nobody's to release; the author has it.
    const text = isBroken ? '' : one.text;
    await holdMutation(receiving, { mutation, text }, { problem, operation: firstOf(mutation) }, author);
    return oneHeld(next);
  }
  const taking = position.replica.hasOthers ? { ...receiving, isOwnWord: ownWordOf(receiving, position) } : receiving;
  const { refused, asSent } = await applyMutation(taking, mutation, one.text, author);
  if (refused !== undefined) {
    await holdMutation(receiving, { mutation, text: one.text }, refused, author);
    return oneHeld(next);
  }
  return asSent ? { ...next, echoes: [...next.echoes, mutation] } : next;
};

const oneHeld = (position: Position): Position => ({ ...position, held: position.held + 1 });

/** Asked ahead for what came whole; what came in slices is asked for by itself. */
const takenEarlier = async (
  { elsewhere, locked, owner }: Receiving,
  { alias, hasOthers }: LockedReplica,
  c: number,
): Promise<Place | undefined> => {
  if (!hasOthers || c === 0) return undefined;
  return elsewhere.has(c) ? elsewhere.get(c) : (await locked.takenElsewhere(owner, alias, [c])).get(c);
};

/**
 * What this replica sent as well is its author's word, whichever life's copy of it was applied: what came after it there
 * stands over it, also where its stamp had to be replaced.
 */
const ownWordOf =
  ({ locked }: Receiving, { replica, taken }: Position): NonNullable<Taking['isOwnWord']> =>
  async (written) => {
    const contents = await locked.contentsOf(written);
    return contents.some((c) => taken.some((one) => one.c === c)) || locked.tookAny(replica.alias, contents);
  };

/** Whether it was refused there, and so is here. Its text waits where it was refused first, so that it is released once. */
const refuseAgain = async ({ locked }: Receiving, { alias, n }: Place, author: Author): Promise<boolean> => {
  const refused = await locked.held(alias, n);
  if (refused === undefined || refused.state === 'released') return false;
  await locked.hold({ ...author, problem: refused.problem, text: '' });
  await locked.settleHeld(author.alias, author.n, 'dropped');
  return true;
};

const malformed: Problem = { code: 'sync/malformed' };

/** Why a mutation is held whatever it says. */
const refusalUnread = (
  { mayHold }: Receiving,
  mutation: Mutation | undefined,
  isBroken: boolean,
): Problem | undefined => {
  if (!mayHold) return { code: 'rights/not-found' };
  return isBroken || mutation === undefined ? malformed : undefined;
};

const firstOf = (mutation: Mutation | undefined) => (mutation === undefined ? undefined : operationsOf(mutation)[0]);
