/**
 * Takes in what a replica did in one scope: each mutation is applied once, or held for a human with its reason.
 *
 * - All of a bundle is one transaction under the scope's lock: effects and acknowledgement are committed together.
 * - A number that was seen is skipped; a number too far ahead stops the bundle, and the device sends again from the
 *   acknowledged one.
 * - A refused mutation never blocks the next one.
 */
import type { Problem } from '#domain/problem.ts';
import { relationOf, type Relation } from '#domain/relations.ts';
import type { Actor } from '#domain/rights.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { MAX_MUTATION_BYTES, type Mutation } from '#sync/mutation.ts';
import { isTooFarAhead, nextStamp, type Stamp } from '#sync/stamp.ts';
import { applyOperations, keyOf, recordsByKey, writeApplied, type AppliedOperation } from './apply-operations.ts';
import { guardedMeasures } from './guarded-measures.ts';
import { judgeName, judgeOperation } from './judge-operation.ts';
import { parseLine, type Incoming, type Parsed } from './incoming.ts';
import type { Clock, Head, LockedScope, Owner, Replica, Storage, Stores } from './ports.ts';
import { addSlice, isComplete, type Slice } from './staged-slices.ts';
import { dayOf, valuesOfStored, type Units } from './units.ts';

export interface Sender extends Owner {
  readonly actor: Actor;
}

export interface Bundle {
  readonly scope: Scope;
  readonly incoming: readonly Incoming[];
}

export interface ReceiveMutationsDeps {
  readonly storage: Pick<Storage, 'together'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

/** Everything that one bundle's mutations are received with. */
interface Receiving {
  readonly stores: Stores;
  readonly locked: LockedScope;
  readonly scope: Scope;
  readonly sender: Sender;
  readonly relation: Relation;
  readonly units: Units;
  readonly now: number;
}

interface Position {
  readonly head: Head;
  readonly replica: Replica;
}

/** Answers up to which number the scope's mutations are stored or held. */
export const receiveMutations =
  (deps: ReceiveMutationsDeps) =>
  async (sender: Sender, { scope, incoming }: Bundle): Promise<number> => {
    const units = await deps.readUnits();
    const now = deps.now();
    const relation = relationOf(
      sender.actor.unit,
      unitOfScope(scope),
      units.lines,
      dayOf(units, sender.actor.unit, now),
    );
    return deps.storage.together((stores) =>
      stores.ledger.change(scope, async (locked) => {
        const receiving: Receiving = { stores, locked, scope, sender, relation, units, now };
        const replica = (await locked.replica(sender)) ?? (await locked.addReplica(sender, now));
        const start: Position = { head: locked.head, replica };
        let position = start;
        for (const one of incoming) {
          const next = await receive(receiving, position, one);
          if (next === undefined) break;
          position = next;
        }
        if (position.head !== start.head) await locked.saveHead(position.head);
        if (position.replica !== start.replica) await locked.saveReplica(position.replica, now);
        return position.replica.lastN;
      }),
    );
  };

/** `undefined` when the number leaves a gap: nothing after it may be taken. */
const receive = async (receiving: Receiving, position: Position, one: Incoming): Promise<Position | undefined> => {
  if (one.is === 'slice') return receiveSlice(receiving, position, one.slice);
  const n = one.is === 'mutation' ? one.mutation.n : one.n;
  const { lastN } = position.replica;
  if (n <= lastN) return position;
  if (n > lastN + 1) return undefined;
  if (one.is === 'malformed') return hold(receiving, position, { n, h: one.h }, { code: 'sync/malformed' }, one.text);
  if (new TextEncoder().encode(one.text).length > MAX_MUTATION_BYTES)
    return hold(receiving, position, one.mutation, { code: 'sync/too-large', max: MAX_MUTATION_BYTES }, one.text);
  return apply(receiving, position, one.mutation, one.text);
};

const receiveSlice = async (receiving: Receiving, position: Position, slice: Slice): Promise<Position | undefined> => {
  const { alias, lastN } = position.replica;
  if (slice.n <= lastN) return position;
  if (slice.n > lastN + 1) return undefined;
  const staged = addSlice(await receiving.locked.staged(alias), slice);
  if (staged === undefined) return undefined;
  if (!isComplete(staged)) {
    await receiving.locked.saveStaged(alias, staged);
    return position;
  }
  await receiving.locked.saveStaged(alias, undefined);
  const whole = parseLine(staged.text);
  return whole?.is === 'incoming' && whole.incoming.is === 'mutation' && whole.incoming.mutation.n === slice.n
    ? receive(receiving, position, whole.incoming)
    : hold(receiving, position, { n: slice.n, h: chainOf(whole) }, { code: 'sync/malformed' }, staged.text);
};

/** The device compares the chain with its own, so a line that is held for nonsense keeps the one that it names. */
const chainOf = (whole: Parsed | undefined): number => {
  if (whole?.is !== 'incoming' || whole.incoming.is === 'slice') return 0;
  return whole.incoming.is === 'mutation' ? whole.incoming.mutation.h : whole.incoming.h;
};

const acknowledged = (position: Position, { n, h }: Pick<Mutation, 'n' | 'h'>): Position => ({
  ...position,
  replica: { ...position.replica, lastN: n, lastH: h },
});

const hold = async (
  { locked, now }: Receiving,
  position: Position,
  mutation: Pick<Mutation, 'n' | 'h'>,
  problem: Problem,
  text: string,
): Promise<Position> => {
  const { alias } = position.replica;
  // Guarded figures are kept nowhere but in `cases`; the device has the text.
  const kept = problem.code === 'reading/guarded' ? '' : text.replaceAll('\0', '');
  await locked.hold({ alias, n: mutation.n, problem, text: kept, at: now });
  return acknowledged(position, mutation);
};

const apply = async (receiving: Receiving, position: Position, mutation: Mutation, text: string): Promise<Position> => {
  const { locked, scope, sender, now } = receiving;
  const operations = mutation.operations.map(([table, id, , values]) => ({ table, id, values }));
  for (const operation of operations) {
    const misnamed = judgeName(scope, operation);
    if (misnamed !== undefined) return hold(receiving, position, mutation, misnamed, text);
  }
  const stored = recordsByKey(await locked.records(operations));
  const author = { person: sender.person, alias: position.replica.alias, n: mutation.n, at: now };
  const applied = applyOperations(position.head, stored, operations, admit(mutation, position.head, now), author);

  const valuesBefore = (operation: AppliedOperation) => valuesOfStored(stored.get(keyOf(operation)));
  const problem = await judge(receiving, operations, valuesBefore);
  if (problem !== undefined) return hold(receiving, position, mutation, problem, text);

  await writeApplied(locked, applied);
  return acknowledged({ ...position, head: applied.head }, mutation);
};

/** The first problem of any operation; later operations see what earlier ones of the same mutation did. */
const judge = async (
  receiving: Receiving,
  operations: readonly AppliedOperation[],
  valuesBefore: (operation: AppliedOperation) => AppliedOperation['values'],
): Promise<Problem | undefined> => {
  const { scope, relation, sender } = receiving;
  const guarded = await guardedMeasures(receiving, operations);
  const seen = new Map<string, AppliedOperation['values']>();
  for (const operation of operations) {
    const before = seen.get(keyOf(operation)) ?? valuesBefore(operation);
    const after = { ...before, ...operation.values };
    seen.set(keyOf(operation), after);
    const judged = { ...operation, before, after };
    const problem = judgeOperation(judged, {
      actor: sender.actor,
      scope,
      relation,
      isGuarded: (measure) => guarded.has(measure),
    });
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/** A stamp from the future is replaced by the server's own next one, which is later than any in the scope. */
const admit = ({ ms, ctr }: Stamp, head: Head, now: number): Stamp =>
  isTooFarAhead({ ms, ctr }, now) ? nextStamp(head.clock, now) : { ms, ctr };
