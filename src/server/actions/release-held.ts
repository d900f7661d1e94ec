/**
 * What becomes of a held mutation: somebody who may write all of the scope applies it after all, or puts it away.
 *
 * - It is judged again, in the right of whoever releases it, and applied in its author's name, under its own number.
 * - What was meanwhile written beside it is met like any other concurrent work; nothing is overwritten unseen.
 */
import { fail, ok, type Result } from '#domain/result.ts';
import type { Problem } from '#domain/problem.ts';
import { mayWriteAll } from '#domain/rights.ts';
import type { Scope } from '#domain/scope.ts';
import type { Mutation } from '#sync/mutation.ts';
import { nextStamp } from '#sync/stamp.ts';
import { applyOperations, keyOf, SERVER_ALIAS } from './apply-operations.ts';
import { heldConflictKey } from './conflicts-as-records.ts';
import { parseLine } from './incoming.ts';
import type { Clock, HeldEntry, HeldState, LockedScope, Storage, Stores } from './ports.ts';
import type { Sender } from './receive-mutations.ts';
import { relationTo } from './rights-on-scope.ts';
import { openDraft, type Draft } from './scope-draft.ts';
import { applyMutation } from './take-mutation.ts';
import type { Units } from './units.ts';

export interface HeldName {
  readonly scope: Scope;
  readonly alias: number;
  readonly n: number;
}

export interface ReleaseHeldDeps {
  readonly storage: Pick<Storage, 'together'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

type Judge = Pick<Sender, 'actor' | 'person'>;

const notFound: Problem = { code: 'rights/not-found' };

export const releaseHeld = (deps: ReleaseHeldDeps) => settleAs(deps, 'released');
export const dropHeld = (deps: ReleaseHeldDeps) => settleAs(deps, 'dropped');

type Outcome = Exclude<HeldState, 'waiting'>;

const settleAs =
  (deps: ReleaseHeldDeps, outcome: Outcome) =>
  async (sender: Sender, name: HeldName): Promise<Result<undefined>> => {
    const { scope, alias, n } = name;
    const units = await deps.readUnits();
    const now = deps.now();
    const { actor, person, device } = sender;
    const refusal = mayWriteAll(actor, { scope, relation: relationTo(actor, scope, units, now) });
    if (refusal !== undefined) return fail(refusal);

    return deps.storage.together(async (stores) => {
      const settled = await stores.ledger.change(scope, async (locked) => {
        const entry = await locked.held(alias, n);
        if (entry === undefined) return fail(notFound);
        if (entry.state !== 'waiting') return entry.state === outcome ? ok('before' as const) : fail(notFound);
        if (outcome === 'released') return release({ stores, locked, scope, units, now, judge: sender }, entry);
        await putAway(locked, entry, now);
        return ok('now' as const);
      });
      if (!settled.ok) return settled;
      const what = outcome === 'released' ? 'release-held' : 'drop-held';
      const object = `${String(alias)}.${String(n)}`;
      if (settled.value === 'now')
        await stores.audit.append(scope, { at: now, person, device, what, object, result: 'done' });
      return ok(undefined);
    });
  };

export interface Releasing {
  readonly stores: Pick<Stores, 'ledger'>;
  readonly locked: LockedScope;
  readonly scope: Scope;
  readonly units: Units;
  readonly now: number;
  /** In whose right it is judged. */
  readonly judge: Judge;
}

/** What a held line says; `undefined` when there is none, or when it says nothing. */
export const mutationIn = (text: string): Mutation | undefined => {
  const parsed = parseLine(text);
  return parsed?.is === 'incoming' && parsed.incoming.is === 'mutation' ? parsed.incoming.mutation : undefined;
};

/** A problem leaves everything as it was. */
export const release = async (
  { stores, locked, scope, units, now, judge }: Releasing,
  entry: HeldEntry,
): Promise<Result<'now'>> => {
  const mutation = mutationIn(entry.text);
  // Without its text, or with one that says nothing, only its author can bring it again.
  if (mutation === undefined) return fail(entry.problem);
  const { alias, n, person } = entry;
  const draft = openDraft(locked);
  const relation = relationTo(judge.actor, scope, units, now);
  const taking = { ...judge, stores, locked, draft, scope, relation, units, now, issued: new Map<string, boolean>() };
  const author = { person, alias, n, at: now };
  const { refused } = await applyMutation(taking, mutation, entry.text, author, entry.at);
  if (refused !== undefined) return fail(refused.problem);
  await locked.settleHeld(alias, n, 'released');
  await sayOutcome(draft, entry, 'released', now);
  await draft.write();
  return ok('now');
};

const putAway = async (locked: LockedScope, entry: HeldEntry, now: number): Promise<void> => {
  const draft = openDraft(locked);
  await locked.settleHeld(entry.alias, entry.n, 'dropped');
  await sayOutcome(draft, entry, 'dropped', now);
  await draft.write();
};

/** The conflict of the held mutation, where the compartment keeps one. */
const sayOutcome = async (draft: Draft, entry: HeldEntry, state: Outcome, at: number): Promise<void> => {
  const key = heldConflictKey(entry);
  await draft.read([key]);
  if (!draft.stored.has(keyOf(key))) return;
  const head = draft.head();
  const server = { person: '', alias: SERVER_ALIAS, n: 0, at };
  const said = applyOperations(head, draft.stored, [{ ...key, values: { state } }], nextStamp(head.clock, at), server);
  draft.apply(said, { keepHistory: false });
};
