/**
 * Saves what the person did: one journal row, the position that counts it, and the loss of the months' summaries that it
 * touches, in one strict transaction. It is there whole, or not at all.
 *
 * Values that the server refused before go along with the next save of their record, so that correcting one field does
 * not lose the others: what an older app wrote, as the app of today writes it, because the whole is of today's schema then.
 * A refused mutation all of whose records were saved anew is thereby settled.
 */
import { type Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { isCounter } from '#sync/counters.ts';
import { upgradeOperations } from '#sync/lenses.ts';
import { lineOfMutation, MAX_MUTATION_BYTES, MAX_OPERATIONS, type Mutation, type Operation } from '#sync/mutation.ts';
import { nextStamp } from '#sync/stamp.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import { entryPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import { recordKey, viewOf, type Entry } from './overlay.ts';
import { seesOtherEpoch } from './shadow.ts';
import { monthsOfActivity } from './summary.ts';

const MAX_TRIES = 8;

/**
 * Tries until no other tab wrote in between. A form may stand open while its scope is lost and let go of: what was written
 * there is saved all the same, and offered to the server for a human.
 */
export const writeUntilHeld = async (
  core: Core,
  scope: Scope,
  plan: (state: ScopeState) => Promise<Result<ScopeWrite>>,
): Promise<Result<void>> => {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    await core.addScope(scope);
    const state = core.scope(scope);
    // Another tab may have heard that it is lost.
    if (state === undefined) return fail<Problem>({ code: 'rights/not-found' });
    const write = await plan(state);
    if (!write.ok) return write;
    if ((await core.write(state, write.value)) === 'written') return ok(undefined);
    await core.reload();
  }
  return fail<Problem>({ code: 'store/closed' });
};

/** Refused entries as the app of today would have written them. */
const ofToday = (entry: Entry): Entry => {
  const { refusal, mutation } = entry;
  const { operations, schema } = mutation;
  if (refusal === undefined || schema >= SCHEMA_VERSION) return entry;
  return { ...entry, mutation: { ...mutation, operations: upgradeOperations(operations, schema) } };
};

const operationsOf = async (core: Core, state: ScopeState, changes: readonly Change[]) => {
  const operations: Operation[] = [];
  const months: string[] = [];
  for (const { table, id, values } of changes) {
    const base = await core.base(state, table, id);
    const { position } = state;
    const entries = (state.byRecord.get(recordKey(table, id)) ?? []).map(ofToday);
    const view = viewOf(base, entries, table, id, position);
    const written = { ...view.refused, ...values };
    const seen = seesOtherEpoch(position) ? 0 : Math.max(position.done, base?.seq ?? 0);
    operations.push([table, id, seen, written]);
    if (table !== 'activity') continue;
    const fields = Object.fromEntries(Object.entries(written).filter(([field]) => !isCounter(field)));
    for (const shown of [view.values, { ...view.values, ...fields }]) {
      months.push(...monthsOfActivity(shown).map((month) => `${position.area}|${month}`));
    }
  }
  return { operations, months };
};

/** `now` estimates the server's time. */
export const save = async (
  core: Core,
  scope: Scope,
  changes: readonly Change[],
  now: number,
): Promise<Result<void>> => {
  if (changes.length === 0) return ok(undefined);
  const keys = new Set(changes.map((change) => recordKey(change.table, change.id)));
  const superseded = ({ refusal, mutation }: Entry): boolean =>
    refusal !== undefined && mutation.operations.every(([table, id]) => keys.has(recordKey(table, id)));

  const saved = await writeUntilHeld(core, scope, async (state) => {
    const { s, position } = state;
    const { operations, months } = await operationsOf(core, state, changes);
    const local = position.lastN + 1;
    const { ms, ctr } = nextStamp(position, now);
    const bare = { n: local - position.shift, ms, ctr, operations, schema: SCHEMA_VERSION };
    const mutation: Mutation = { ...bare, h: chainHash(position.lastH, bare) };
    const bytes = new TextEncoder().encode(lineOfMutation(mutation)).length;
    if (bytes > MAX_MUTATION_BYTES || operations.length > MAX_OPERATIONS) {
      return fail<Problem>({ code: 'sync/too-large', max: MAX_MUTATION_BYTES });
    }
    const sealed = await core.sealer.seal('journal', entryPlace(s, local), { mutation });
    const settled = state.entries.filter(superseded);
    return ok({
      position: { lastN: local, lastH: mutation.h, ms, ctr },
      entries: [...state.entries.filter((entry) => !superseded(entry)), { n: local, mutation }],
      months,
      write: async ({ journal }) => {
        await journal.bulkDelete(settled.map((entry): [number, number] => [s, entry.n]));
        await journal.add({ s, n: local, state: 'waiting', sealed });
      },
    });
  });
  if (saved.ok) core.changed({ tables: new Set(changes.map((change) => change.table)), toSend: true });
  return saved;
};
