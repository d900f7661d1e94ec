/**
 * One person's sealed store, unlocked: what screens read, what forms save, what the courier carries.
 * Reads answer from base and overlay together; every answer is as of one moment within this tab.
 */
import * as v from 'valibot';
import type { Change } from '#domain/change.ts';
import { matchesQuery } from '#domain/folding.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { recordOf } from '#domain/values.ts';
import { monthOf, touches } from '#domain/dates.ts';
import type { OutgoingScope } from '#sync/outgoing.ts';
import type { PartialRow } from '#sync/receiver.ts';
import type { OpenVault } from '#client/vault/vault.ts';
import { candidateMonths, readMonth } from './activities.ts';
import type { Channel, FollowDeps } from './channel.ts';
import { createCore, type Changed, type ScopeState } from './core.ts';
import { slotDatabase } from './database.ts';
import { guarded, openOrGiveUp } from './failures.ts';
import { createNamed, type Named } from './named.ts';
import { recordKey, stateOf, viewOf, type BaseRecord } from './overlay.ts';
import { createReceipt, type Receipt } from './receive.ts';
import { save, settle } from './save.ts';
import { createSealer, StoredPart } from './sealing.ts';
import { Me, type ActivitySummary, type Refused, type Saved } from './shown.ts';
import { outgoingOf, refusedOf, waitingOf } from './standing.ts';
import { daysOf, type Summary } from './summary.ts';

export interface StoreDeps extends FollowDeps {
  readonly now: () => number;
  readonly channel: (slot: string) => Channel;
}

export interface Exchange {
  readonly scopes: readonly OutgoingScope[];
  readonly receipt: Receipt;
}

export interface Store {
  readonly slot: string;
  readonly person: string;
  readonly me: () => Me;
  /** What the server says of the person now; new scopes begin empty. */
  readonly setMe: (me: Me) => Promise<Result<void>>;
  readonly facts: Named;
  readonly drafts: Named;

  readonly list: <T extends TableName>(table: T) => Promise<readonly Saved<T>[]>;
  readonly activity: (id: string) => Promise<Saved<'activity'> | undefined>;
  readonly activitiesBetween: (from: string, to: string) => Promise<readonly ActivitySummary[]>;
  readonly months: () => Promise<readonly string[]>;
  readonly search: (query: string) => Promise<readonly ActivitySummary[]>;
  /** Of every scope in this store, also of one that may no longer be read. */
  readonly refused: () => readonly Refused[];
  /** Mutations that the server has not acknowledged; they too of every scope. */
  readonly waiting: () => number;

  readonly save: (changes: readonly Change[]) => Promise<Result<void>>;
  readonly settle: (scope: Scope, n: number) => Promise<Result<void>>;

  readonly beginExchange: () => Promise<Result<Exchange>>;
  /** Which mutations are in the running request; empty when none runs. */
  readonly markSending: (sending: Readonly<Partial<Record<Scope, number>>>) => void;
  readonly onChange: (listener: (change: Changed) => void) => () => void;
  /** Drops the keys and all that is held, after what was asked before. */
  readonly close: () => Promise<void>;
}

const newestFirst = (a: ActivitySummary, b: ActivitySummary): number =>
  a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1;

export const openStore = async (vault: OpenVault, me: Me | undefined, deps: StoreDeps): Promise<Result<Store>> => {
  const database = slotDatabase(vault.slot);
  const opened = await openOrGiveUp(database.dexie, deps.wait);
  if (!opened.ok) return opened;

  const sealer = createSealer(vault.cipher);
  const core = createCore(database, sealer, deps.channel(vault.slot), deps);
  const facts = createNamed(database, sealer, 'facts');
  const inTurn = (named: Named): Named => ({
    read: (name) => core.inTurn(() => named.read(name)),
    write: (name, value) => core.inTurn(() => named.write(name, value)),
    drop: (name) => core.inTurn(() => named.drop(name)),
  });
  const guard = <T>(work: () => Promise<Result<T>>) => guarded(database.dexie, work);
  const serverStaged = new Map<Scope, number>();
  let clockAheadMs = 0;

  const known = v.safeParse(Me, me ?? (await facts.read('me')));
  if (!known.success) return fail<Problem>({ code: 'vault/damaged' });
  let current: Me = known.output;

  const setMe = async (next: Me): Promise<void> => {
    await facts.write('me', next);
    for (const scope of next.scopes) await core.addScope(scope);
    current = next;
  };
  await core.reload();
  await setMe(current);

  const readable = (): readonly ScopeState[] =>
    current.scopes.flatMap((scope) => {
      const state = core.scope(scope);
      return state === undefined ? [] : [state];
    });

  /** Work that waits in a scope which the person lost is offered all the same: the server says what becomes of it. */
  const exchanged = (): readonly ScopeState[] => [
    ...readable(),
    ...core.scopes().filter((state) => !current.scopes.includes(state.scope) && waitingOf(state) > 0),
  ];

  const stateOfRecord = (state: ScopeState, table: string, id: string) =>
    stateOf(state.byRecord.get(recordKey(table, id)) ?? [], state.position.ackN, core.sending.get(state.scope) ?? 0);

  const shownOf = <T extends TableName>(state: ScopeState, table: T, id: string, base: BaseRecord | undefined) => {
    const entries = state.byRecord.get(recordKey(table, id)) ?? [];
    const fields = recordOf(table, viewOf(base, entries, table, id).values);
    if (fields === undefined) return undefined;
    const saved: Saved<T> = { scope: state.scope, table, id, fields, state: stateOfRecord(state, table, id) };
    return saved;
  };

  const listScope = async <T extends TableName>(state: ScopeState, table: T): Promise<readonly Saved<T>[]> => {
    const bases = await core.bases(state, table);
    const prefix = recordKey(table, '');
    const made = [...state.byRecord.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...new Set([...bases.keys(), ...made])].flatMap((id) => shownOf(state, table, id, bases.get(id)) ?? []);
  };

  const isOnlyRefused = async (state: ScopeState, id: string): Promise<boolean> => {
    const entries = state.byRecord.get(recordKey('activity', id)) ?? [];
    if (entries.length === 0 || entries.some((entry) => entry.refusal === undefined)) return false;
    return (await core.base(state, 'activity', id)) === undefined;
  };

  const withState = async (state: ScopeState, summary: Summary): Promise<ActivitySummary> => ({
    ...summary,
    scope: state.scope,
    state: stateOfRecord(state, 'activity', summary.id),
    ...((await isOnlyRefused(state, summary.id)) && { onlyRefused: true }),
  });

  const readMonths = (monthsOf: (state: ScopeState) => Promise<readonly string[]>) =>
    core.inTurn(async () => {
      const found = new Map<string, ActivitySummary>();
      for (const state of readable()) {
        for (const month of await monthsOf(state)) {
          for (const summary of await readMonth(core, state, month)) {
            found.set(`${state.s}|${summary.id}`, await withState(state, summary));
          }
        }
      }
      return [...found.values()].sort(newestFirst);
    });

  return ok({
    slot: vault.slot,
    person: vault.person,
    me: () => current,
    setMe: (next) =>
      guard(async () => {
        await core.inTurn(() => setMe(next));
        return ok(undefined);
      }),
    facts: inTurn(facts),
    drafts: inTurn(createNamed(database, sealer, 'drafts')),

    list: (table) =>
      core.inTurn(async () => {
        const lists = await Promise.all(readable().map((state) => listScope(state, table)));
        return lists.flat();
      }),
    activity: (id) =>
      core.inTurn(async () => {
        for (const state of readable()) {
          const saved = shownOf(state, 'activity', id, await core.base(state, 'activity', id));
          if (saved !== undefined) return saved;
        }
        return undefined;
      }),
    activitiesBetween: async (from, to) => {
      // A range may be as wide as a century: only months that hold something are opened.
      const found = await readMonths(async (state) => {
        const months = await candidateMonths(core, state);
        return months.filter((month) => monthOf(from) <= month && month <= monthOf(to));
      });
      return found.filter((summary) => touches(daysOf(summary), { from, to }));
    },
    months: () =>
      core.inTurn(async () => {
        const months = new Set<string>();
        for (const state of readable()) {
          for (const month of await candidateMonths(core, state)) {
            if ((await readMonth(core, state, month)).length > 0) months.add(month);
          }
        }
        return [...months].sort().reverse();
      }),
    search: async (query) => {
      const all = await readMonths((state) => candidateMonths(core, state));
      return all.filter((summary) => matchesQuery(summary.folded, query));
    },
    refused: () => core.scopes().flatMap(refusedOf),
    waiting: () => core.scopes().reduce((sum, state) => sum + waitingOf(state), 0),

    save: (changes) =>
      guard(() => core.inTurn(() => save(core, scopeOf(current.unit, 'work'), changes, deps.now() + clockAheadMs))),
    settle: (scope, n) => guard(() => core.inTurn(() => settle(core, scope, n))),

    beginExchange: () =>
      guard(() =>
        core.inTurn(async () => {
          const parts: Partial<Record<Scope, PartialRow>> = {};
          for (const { s, scope } of exchanged()) {
            const row = await database.parts.get(s);
            const part = row && (await sealer.open('parts', String(s), row.sealed, StoredPart));
            if (part !== undefined) parts[scope] = part;
          }
          const onServerTime = (serverNow: number): void => {
            clockAheadMs = serverNow - deps.now();
          };
          const receipt = createReceipt({ core, now: deps.now, parts, serverStaged, onServerTime });
          return ok({
            receipt,
            scopes: exchanged().map((state) => outgoingOf(state, parts[state.scope], serverStaged)),
          });
        }),
      ),
    markSending: (sending) => {
      const touched = new Set<string>();
      for (const state of core.scopes()) {
        const n = sending[state.scope] ?? 0;
        const before = core.sending.get(state.scope) ?? 0;
        if (n === before) continue;
        core.sending.set(state.scope, n);
        for (const key of state.byRecord.keys()) touched.add(key.slice(0, key.indexOf('|')));
      }
      if (touched.size > 0) core.changedHere({ tables: touched, toSend: false });
    },
    onChange: core.onChange,
    close: () => core.inTurn(() => Promise.resolve(core.close())),
  });
};
