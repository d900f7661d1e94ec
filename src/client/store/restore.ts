/**
 * Puts rescued work back into the journal of the same person, on whatever installation they are now.
 *
 * The copy may be older than what the server knows: it was written after each save, and not always renewed in time. So
 * - a mutation keeps its own stamp, and goes under a new token together with what waits here: it wins and loses against
 *   other changes, own ones too, as it would have where it was made;
 * - it says that it was made knowing nothing (b = 0): where somebody else changed the same field since, the server keeps
 *   both values as a conflict for a person to decide, and nothing is overwritten unseen;
 * - one whose values all stand here already, or that waits here under the same stamp, is left out: taking the same
 *   copy in twice changes nothing, and a mutation that the server had taken after all writes what it wrote before.
 *   (Additions to a counter are judged by the values that were saved together with them.)
 */
import { ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { isCounter } from '#sync/counters.ts';
import type { Mutation } from '#sync/mutation.ts';
import { compareStamps, laterStamp } from '#sync/stamp.ts';
import { entryPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import { recordKey, viewOf, type Entry } from './overlay.ts';
import type { RescuedEntry } from './rescue.ts';
import { writeUntilHeld } from './save.ts';
import { monthsOfActivity } from './listed-months.ts';

export interface Restored {
  /** Put back, and waiting to be sent. */
  readonly restored: number;
  /** Already here. */
  readonly known: number;
}

/** What a mutation is but for its numbers. */
type Made = Omit<Mutation, 'n' | 'h'>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const waitsHere = (state: ScopeState, { ms, ctr, operations }: Made): boolean =>
  state.entries.some(
    ({ mutation }) =>
      mutation.ms === ms &&
      mutation.ctr === ctr &&
      mutation.operations.every(([table, id], i) => table === operations[i]?.[0] && id === operations[i]?.[1]),
  );

const standsHere = async (core: Core, state: ScopeState, { operations }: Made): Promise<boolean> => {
  let compared = 0;
  for (const [table, id, , values] of operations) {
    const base = await core.base(state, table, id);
    for (const [field, value] of Object.entries(values)) {
      if (isCounter(field)) continue;
      if (!isSame(base?.registers[field]?.[0], value)) return false;
      compared += 1;
    }
  }
  return compared > 0;
};

const monthsTouched = async (core: Core, state: ScopeState, made: readonly Made[]): Promise<readonly string[]> => {
  const { position, byRecord } = state;
  const months: string[] = [];
  for (const [table, id, , values] of made.flatMap(({ operations }) => operations)) {
    if (table !== 'activity') continue;
    const base = await core.base(state, table, id);
    const before = viewOf(base, byRecord.get(recordKey(table, id)) ?? [], table, id, position).values;
    for (const shown of [before, { ...before, ...values }])
      months.push(...monthsOfActivity(shown).map((month) => `${position.area}|${month}`));
  }
  return months;
};

/** Numbered from the first on and chained anew, in the order in which they were made. */
const numbered = (made: readonly Made[], lastN: number): readonly Entry[] => {
  let h = 0;
  return [...made].sort(compareStamps).map(({ ms, ctr, schema, operations }, index) => {
    const bare: Omit<Mutation, 'h'> = { n: index + 1, ms, ctr, schema, operations };
    h = chainHash(h, bare);
    return { n: lastN + index + 1, mutation: { ...bare, h } };
  });
};

const planRestoring = async (core: Core, state: ScopeState, missing: readonly Made[]): Promise<ScopeWrite> => {
  const { s, position } = state;
  const { lastN } = position;
  const waits = ({ n, refusal }: Entry): boolean => refusal === undefined && n > position.ackN;
  const again = state.entries.filter(waits);
  const unseen = missing.map((made) => ({
    ...made,
    operations: made.operations.map(([table, id, , values]) => [table, id, 0, values] as const),
  }));
  const entries = numbered([...again.map(({ mutation }) => mutation), ...unseen], lastN);
  const rows = await Promise.all(
    entries.map(async ({ n, mutation }) => ({
      s,
      n,
      state: 'waiting' as const,
      sealed: await core.sealer.seal('journal', entryPlace(s, n), { mutation }),
    })),
  );
  const { ms, ctr } = missing.reduce(laterStamp, position);
  return {
    position: {
      replica: core.newToken(),
      alias: 0,
      shift: lastN,
      ackN: lastN,
      ackH: 0,
      lastN: lastN + entries.length,
      lastH: entries.at(-1)?.mutation.h ?? 0,
      xSeen: 0,
      ms,
      ctr,
    },
    entries: [...state.entries.filter((entry) => !waits(entry)), ...entries],
    months: await monthsTouched(core, state, missing),
    write: async ({ journal }) => {
      await journal.bulkDelete(again.map(({ n }): [number, number] => [s, n]));
      await journal.bulkAdd(rows);
    },
  };
};

const nothing = (state: ScopeState): ScopeWrite => ({
  position: {},
  entries: state.entries,
  months: [],
  write: () => Promise.resolve(),
});

const restoreScope = async (core: Core, scope: Scope, all: readonly Made[]): Promise<Result<number>> => {
  let missing: Made[] = [];
  const written = await writeUntilHeld(core, scope, async (state) => {
    missing = [];
    for (const made of all) {
      const isKnown = waitsHere(state, made) || (await standsHere(core, state, made));
      if (!isKnown) missing.push(made);
    }
    return ok(missing.length === 0 ? nothing(state) : await planRestoring(core, state, missing));
  });
  return written.ok ? ok(missing.length) : written;
};

/** Each scope in one transaction. What was put back before a failure stays, and is known the next time. */
export const restore = async (core: Core, entries: readonly RescuedEntry[]): Promise<Result<Restored>> => {
  let restored = 0;
  for (const scope of new Set(entries.map((entry) => entry.scope))) {
    const all = entries.flatMap((entry) => (entry.scope === scope ? [entry.mutation] : []));
    const done = await restoreScope(core, scope, all);
    if (!done.ok) return done;
    restored += done.value;
  }
  if (restored > 0) core.changed({ tables: new Set(['*']), toSend: true });
  return ok({ restored, known: entries.length - restored });
};
