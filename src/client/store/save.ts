/**
 * Saves what the person did: one journal row, the position that counts it, and the loss of the months' summaries that it
 * touches, in one strict transaction. It is there whole, or not at all.
 *
 * Values that the server refused before go along with the next save of their record, so that correcting one field does
 * not lose the others; a refused mutation all of whose records were saved anew is thereby settled.
 */
import { type Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { MAX_MUTATION_BYTES, MAX_OPERATIONS, type Mutation, type Operation } from '#sync/mutation.ts';
import { lineOfMutation } from '#sync/outgoing.ts';
import { nextStamp } from '#sync/stamp.ts';
import { activityView } from './activities.ts';
import { entryPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import { recordKey, viewOf, type Entry } from './overlay.ts';
import { monthsOfActivity } from './summary.ts';

const MAX_TRIES = 8;

/** Tries until no other tab wrote in between. */
const writeUntilHeld = async (
  core: Core,
  scope: Scope,
  plan: (state: ScopeState) => Promise<Result<ScopeWrite>>,
): Promise<Result<void>> => {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const state = core.scope(scope);
    if (state === undefined) break;
    const write = await plan(state);
    if (!write.ok) return write;
    if ((await core.write(state, write.value)) === 'written') return ok(undefined);
    await core.reload();
  }
  return fail<Problem>({ code: 'store/closed' });
};

const operationsOf = async (core: Core, state: ScopeState, changes: readonly Change[]) => {
  const operations: Operation[] = [];
  const months: string[] = [];
  for (const { table, id, values } of changes) {
    const base = await core.base(state, table, id);
    const view = viewOf(base, state.byRecord.get(recordKey(table, id)) ?? [], table, id);
    const written = { ...view.refused, ...values };
    operations.push([table, id, Math.max(state.position.done, base?.seq ?? 0), written]);
    if (table !== 'activity') continue;
    for (const shown of [view.values, { ...view.values, ...written }]) {
      months.push(...monthsOfActivity(shown).map((month) => `${state.s}|${month}`));
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
    const n = position.lastN + 1;
    const { ms, ctr } = nextStamp(position, now);
    const mutation: Mutation = { n, h: chainHash(position.lastH, { n, ms, ctr, operations }), ms, ctr, operations };
    const bytes = new TextEncoder().encode(lineOfMutation(mutation)).length;
    if (bytes > MAX_MUTATION_BYTES || operations.length > MAX_OPERATIONS) {
      return fail<Problem>({ code: 'sync/too-large', max: MAX_MUTATION_BYTES });
    }
    const sealed = await core.sealer.seal('journal', entryPlace(s, n), { mutation });
    const settled = state.entries.filter(superseded);
    return ok({
      position: { lastN: n, lastH: mutation.h, ms, ctr },
      entries: [...state.entries.filter((entry) => !superseded(entry)), { mutation }],
      months,
      write: async ({ journal }) => {
        await journal.bulkDelete(settled.map((entry): [number, number] => [s, entry.mutation.n]));
        await journal.add({ s, n, state: 'waiting', sealed });
      },
    });
  });
  if (saved.ok) core.changed({ tables: new Set(changes.map((change) => change.table)), toSend: true });
  return saved;
};

/** The person has settled a refused mutation: its text is let go. A waiting one is never touched. */
export const settle = async (core: Core, scope: Scope, n: number): Promise<Result<void>> => {
  const tables = new Set<string>();
  const settled = await writeUntilHeld(core, scope, async (state) => {
    const entry = state.entries.find((one) => one.mutation.n === n && one.refusal !== undefined);
    const entries = state.entries.filter((one) => one !== entry);
    const months: string[] = [];
    for (const [table, id] of entry?.mutation.operations ?? []) {
      tables.add(table);
      if (table !== 'activity') continue;
      const before = (await activityView(core, state, id)).values;
      const after = viewOf(await core.base(state, table, id), entries, table, id).values;
      for (const shown of [before, after]) {
        months.push(...monthsOfActivity(shown).map((month) => `${state.s}|${month}`));
      }
    }
    return ok({
      position: {},
      entries,
      months,
      write: async ({ journal }) => {
        if (entry !== undefined) await journal.delete([state.s, n]);
      },
    });
  });
  if (settled.ok) core.changed({ tables, toSend: false });
  return settled;
};
