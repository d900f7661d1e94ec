/**
 * Saves what the person did: one journal row, the position that counts it, and the loss of the months' summaries that it
 * touches, in one strict transaction. It is there whole, or not at all.
 *
 * Values that the server refused before go along with the next save of their record, so that correcting one field does
 * not lose the others: what an older app wrote, as the app of today writes it, because the whole is of today's schema then.
 * A refused mutation all of whose records were saved anew is thereby settled, here and, by its conflict record, for those
 * who could have released it.
 */
import type { Change, Value } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { isCounter } from '#sync/counters.ts';
import { upgradeOperations } from '#sync/lenses.ts';
import { lineOfMutation, MAX_MUTATION_BYTES, MAX_OPERATIONS, type Mutation, type Operation } from '#sync/mutation.ts';
import { nextStamp, type Stamp } from '#sync/stamp.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import { entryPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import { recordKey, viewOf, type Entry } from './overlay.ts';
import { seesOtherEpoch } from './shadow.ts';
import { monthsOfActivity } from './listed-months.ts';

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
  return fail<Problem>({ code: 'store/contended' });
};

/** Refused entries as the app of today would have written them. */
const ofToday = (entry: Entry): Entry => {
  const { refusal, mutation } = entry;
  const { operations, schema } = mutation;
  if (refusal === undefined || schema >= SCHEMA_VERSION) return entry;
  return { ...entry, mutation: { ...mutation, operations: upgradeOperations(operations, schema) } };
};

/** What refused mutations that are let go had added to the record's counters: nothing else remembers it. */
const addTo = (written: Record<string, Value>, settled: readonly Entry[], key: string): void => {
  for (const [table, id, , values] of settled.flatMap(({ mutation }) => mutation.operations)) {
    if (recordKey(table, id) !== key) continue;
    for (const [field, value] of Object.entries(values)) {
      if (isCounter(field) && typeof value === 'number') written[field] = Number(written[field] ?? 0) + value;
    }
  }
};

const operationsOf = async (core: Core, state: ScopeState, changes: readonly Change[], settled: readonly Entry[]) => {
  const operations: Operation[] = [];
  const months: string[] = [];
  for (const { table, id, values } of changes) {
    const base = await core.base(state, table, id);
    const { position } = state;
    const key = recordKey(table, id);
    const entries = (state.byRecord.get(key) ?? []).map(ofToday);
    const view = viewOf(base, entries, table, id, position);
    const written: Record<string, Value> = { ...view.refused, ...values };
    addTo(written, settled.map(ofToday), key);
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
    const settled = state.entries.filter(superseded);
    const { operations, months } = await operationsOf(core, state, changes, settled);
    const mutations = chained(position, now, [operations, ...(await tellingOf(core, state, settled))]);
    const tooLarge = mutations.some(
      (mutation) =>
        new TextEncoder().encode(lineOfMutation(mutation)).length > MAX_MUTATION_BYTES ||
        mutation.operations.length > MAX_OPERATIONS,
    );
    if (tooLarge) return fail<Problem>({ code: 'sync/too-large', max: MAX_MUTATION_BYTES });
    const entries = mutations.map((mutation): Entry => ({ n: mutation.n + position.shift, mutation }));
    const rows = await Promise.all(
      entries.map(async ({ n, mutation }) => ({
        s,
        n,
        state: 'waiting' as const,
        sealed: await core.sealer.seal('journal', entryPlace(s, n), { mutation }),
      })),
    );
    const last = mutations.at(-1);
    return ok({
      position: {
        lastN: position.lastN + mutations.length,
        ...(last && { lastH: last.h, ms: last.ms, ctr: last.ctr }),
      },
      entries: [...state.entries.filter((entry) => !superseded(entry)), ...entries],
      months,
      activities: changes.flatMap(({ table, id }) => (table === 'activity' ? [id] : [])),
      write: async ({ journal }) => {
        await journal.bulkDelete(settled.map((entry): [number, number] => [s, entry.n]));
        await journal.bulkAdd(rows);
      },
    });
  });
  if (saved.ok) core.changed({ tables: new Set(['conflict', ...changes.map(({ table }) => table)]), toSend: true });
  return saved;
};

/** What tells others that refused mutations wait no longer. Without it, and without its code, the save holds all the same. */
const tellingOf = async (
  core: Core,
  state: ScopeState,
  settled: readonly Entry[],
): Promise<readonly (readonly Operation[])[]> => {
  const told =
    settled.length === 0
      ? []
      : await import('./changes-dropping.ts').then(
          ({ changesDropping }) => changesDropping(core, state, settled),
          () => [],
        );
  const lists = told.map(async (change) => (await operationsOf(core, state, [change], [])).operations);
  return Promise.all(lists);
};

/** One mutation for each list of operations, numbered, stamped and chained onto what was written before. */
const chained = (
  { lastN, lastH, shift, ms, ctr }: ScopeState['position'],
  now: number,
  lists: readonly (readonly Operation[])[],
): readonly Mutation[] => {
  let stamp: Stamp = { ms, ctr };
  let h = lastH;
  return lists.map((operations, index) => {
    stamp = nextStamp(stamp, now);
    const bare = { n: lastN + index + 1 - shift, ...stamp, operations, schema: SCHEMA_VERSION };
    h = chainHash(h, bare);
    return { ...bare, h };
  });
};
