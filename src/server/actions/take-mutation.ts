/** One mutation that follows from all before it: applied whole, with what it met, or held with its reason. */
import type { Value } from '#domain/change.ts';
import type { Mutation } from '#sync/mutation.ts';
import { compareStamps, isTooFarAhead, nextStamp, type Stamp } from '#sync/stamp.ts';
import { applyOperations, keyOf, SERVER_ALIAS, type AppliedOperation, type Author } from './apply-operations.ts';
import { conflictHeld, conflictsMet, type Refused, type SentOperation } from './conflicts-as-records.ts';
import { mentionsGuarded } from './guarded-measures.ts';
import { judgeMutation, operationsOf, type Bench } from './judge-mutation.ts';
import type { LockedScope, WrittenChange } from './ports.ts';
import type { Draft } from './scope-draft.ts';
import { valuesOfStored } from './units.ts';

export interface Taking extends Bench {
  readonly locked: Pick<LockedScope, 'hold' | 'settleHeld'>;
  readonly draft: Draft;
  /** Whether its author wrote one of these before, though another life of the device brought it; absent where there is none. */
  readonly isOwnWord?: (written: readonly WrittenChange[]) => Promise<boolean>;
}

export interface Taken {
  readonly refused: Refused | undefined;
  /** Whether its registers were stored under the stamp that they came with. */
  readonly asSent: boolean;
}

/**
 * Applies it, if it may be; what it may not, it does not touch. `heldAt`: when it was held, for one that is released; what
 * its author wrote after it stands over it.
 */
export const applyMutation = async (
  taking: Taking,
  mutation: Mutation,
  text: string,
  author: Author,
  heldAt?: number,
): Promise<Taken> => {
  const { draft, scope } = taking;
  const sent = operationsOf(mutation);
  const refused = await judgeMutation(taking, sent, text);
  if (refused !== undefined) return { refused, asSent: false };

  const operations = sent.filter((operation) => !isSettled(draft, operation));
  const stamp = heldAt === undefined ? await admit(taking, operations, mutation, author) : admitLate(mutation, heldAt);
  const met = await conflictsMet(draft, scope, operations, stamp, author);
  const group = draft.head().seq + 1;
  draft.apply(applyOperations(draft.head(), draft.stored, operations, stamp, author, group), { keepHistory: true });
  await say(draft, met, stamp, author, group);
  for (const operation of operations) await settle(taking, operation);
  return { refused: undefined, asSent: stamp === mutation };
};

/** Keeps what may not be applied, for a human. */
export const holdMutation = async (
  taking: Taking,
  { mutation, text }: { readonly mutation: Mutation | undefined; readonly text: string },
  refused: Refused,
  author: Author,
): Promise<void> => {
  const { draft, locked, scope } = taking;
  const { alias, n, person, at } = author;
  const kept = (await saysGuarded(taking, mutation, text)) ? '' : text.replaceAll('\0', '');
  await locked.hold({ alias, n, person, problem: refused.problem, text: kept, at });
  const conflicts = conflictHeld(scope, refused, author);
  const stamp = mutation === undefined ? nextStamp(draft.head().clock, at) : await admit(taking, [], mutation, author);
  await say(draft, conflicts, stamp, author, draft.head().seq + 1);
};

/** What the server says about a mutation belongs to its group, and is no change of anybody's: no history is kept of it. */
const say = async (
  draft: Draft,
  conflicts: readonly AppliedOperation[],
  stamp: Stamp,
  { at }: Author,
  group: number,
): Promise<void> => {
  if (conflicts.length === 0) return;
  await draft.read(conflicts);
  const server: Author = { person: '', alias: SERVER_ALIAS, n: 0, at };
  draft.apply(applyOperations(draft.head(), draft.stored, conflicts, stamp, server, group), { keepHistory: false });
};

/**
 * A stamp from the future is replaced by the server's own next one, which is later than any in the scope; and so is one
 * that is not later than what its author wrote or saw in the same field, whose order a clock that jumped would turn round.
 */
const admit = async (
  { draft, isOwnWord }: Pick<Taking, 'draft' | 'isOwnWord'>,
  operations: readonly SentOperation[],
  sent: Stamp,
  { alias, at }: Author,
): Promise<Stamp> => {
  if (isTooFarAhead(sent, at)) return nextStamp(draft.head().clock, at);
  const unseen: WrittenChange[] = [];
  for (const { b, values, ...key } of operations) {
    const registers = new Map(Object.entries(draft.stored.get(keyOf(key))?.registers ?? {}));
    for (const field of Object.keys(values)) {
      const found = registers.get(field);
      if (found === undefined || compareStamps({ ms: found[1], ctr: found[2] }, sent) < 0) continue;
      if (found[3] === alias || found[4] <= b) return nextStamp(draft.head().clock, at);
      if (found[3] !== SERVER_ALIAS) unseen.push({ ...key, seq: found[4] });
    }
  }
  const isBehind = unseen.length > 0 && (await isOwnWord?.(unseen)) === true;
  return isBehind ? nextStamp(draft.head().clock, at) : sent;
};

/** Out of its turn it keeps its place among what its author wrote: a stamp from the future stands where it was held. */
const admitLate = (sent: Stamp, heldAt: number): Stamp => (isTooFarAhead(sent, heldAt) ? { ms: heldAt, ctr: 0 } : sent);

/** What was released is in effect; nothing that is said later about its conflict can undo that. */
const isSettled = (draft: Draft, operation: AppliedOperation): boolean =>
  operation.table === 'conflict' && valuesOfStored(draft.stored.get(keyOf(operation)))['state'] === 'released';

/** Whoever says what became of a held mutation's conflict says it of the mutation. */
const settle = async ({ locked, draft }: Taking, operation: AppliedOperation): Promise<void> => {
  if (operation.table !== 'conflict') return;
  const { alias, n, state } = valuesOfStored(draft.stored.get(keyOf(operation)));
  if (isWhole(alias) && isWhole(n) && state !== 'open') await locked.settleHeld(alias, n, 'dropped');
};

const isWhole = (value: Value | undefined): value is number => typeof value === 'number' && value > 0;

/** Guarded figures are kept nowhere but in `cases`; the device has the text. What cannot be read is judged by its words. */
const saysGuarded = async (taking: Taking, mutation: Mutation | undefined, text: string): Promise<boolean> =>
  mutation === undefined ? text.includes('"reading"') : mentionsGuarded(taking, operationsOf(mutation));
