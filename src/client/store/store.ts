/**
 * One person's sealed store, unlocked: what screens read, what forms save, what the courier carries.
 * Reads answer from base and overlay together; every answer is as of one moment within this tab.
 * It is long because it is the whole of what screens, forms and the courier ask of the store.
 */
import * as v from 'valibot';
import type { Change } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { readRecord } from '#domain/read-record.ts';
import { activityTable } from '#domain/records/activity.ts';
import { unitLineTable, unitTable } from '#domain/records/unit.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';
import type { RecordIn, TableName, Tables } from '#domain/tables.ts';
import type { OpenVault } from '#client/vault/vault.ts';
import type { Channel, FollowDeps } from './channel.ts';
import type { Exchange } from './begin-exchange.ts';
import { createCore, type Changed, type ScopeState, type ScopeWrite } from './core.ts';
import { definitionOf } from './definitions.ts';
import { guarded } from './failures.ts';
import type { Log } from './log.ts';
import { createNamed, type Named } from './named.ts';
import { nearUnits } from './near-units.ts';
import { openSlot, type Guards } from './open-slot.ts';
import { recordKey, stateOf, viewOf, type BaseRecord } from './overlay.ts';
import type { RescuedEntry } from './rescue.ts';
import type { Restored } from './restore.ts';
import { save } from './save.ts';
import { createSealer } from './sealing.ts';
import {
  Me,
  type ActivitySummary,
  type NearUnits,
  type ReceiptShown,
  type Refused,
  type Saved,
  type Waiting,
} from './shown.ts';
import { refusedOf, waitingListOf, waitingOf } from './standing.ts';

export interface StoreDeps extends FollowDeps, Guards {
  readonly now: () => number;
  /** 72 random bits, base64url: the token of a replica. */
  readonly newToken: () => string;
  readonly channel: (slot: string) => Channel;
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
  /** The own unit, those above it and those whose work it carries on, with their lines. */
  readonly nearUnits: () => Promise<NearUnits>;
  readonly activity: (id: string) => Promise<Saved<'activity'> | undefined>;
  readonly activitiesBetween: (from: string, to: string) => Promise<readonly ActivitySummary[]>;
  /** Months that hold something, newest first; not more than are asked for, because each is opened. */
  readonly months: (atMost?: number) => Promise<readonly string[]>;
  readonly search: (query: string) => Promise<readonly ActivitySummary[]>;
  /** Of every scope in this store, also of one that may no longer be read. */
  readonly refused: () => readonly Refused[];
  /** Mutations that the server has not acknowledged; they too of every scope. */
  readonly waiting: () => number;

  readonly waitingList: () => readonly Waiting[];
  /** The last ones, newest first. */
  readonly receipts: () => readonly ReceiptShown[];
  /** How far the server's clock is ahead of this phone's, in ms; unknown before the first answer. */
  readonly clockAheadMs: () => number | undefined;

  /** One mutation; in the own unit's `work` unless said otherwise. */
  readonly save: (changes: readonly Change[], scope?: Scope) => Promise<Result<void>>;
  readonly settle: (scope: Scope, n: number) => Promise<Result<void>>;
  /** Puts rescued work of this person back into the journal. */
  readonly restore: (entries: readonly RescuedEntry[]) => Promise<Result<Restored>>;

  readonly beginExchange: () => Promise<Result<Exchange>>;
  /** Which mutations are in the running request, by their numbers on the wire; empty when none runs. */
  readonly markSending: (sending: Readonly<Partial<Record<Scope, number>>>) => void;
  readonly onChange: (listener: (change: Changed) => void) => () => void;
  /** Drops the keys and all that is held, after what was asked before. */
  readonly close: () => Promise<void>;
}

const RECEIPTS = 'receipts';
const MAX_RECEIPTS = 20;
const Receipts = v.array(v.object({ code: v.string(), at: v.number(), taken: v.number(), held: v.number() }));

const positionOnly = ({ entries }: ScopeState, position: ScopeWrite['position']): ScopeWrite => ({
  position,
  entries,
  months: [],
  write: () => Promise.resolve(),
});

export const openStore = async (vault: OpenVault, me: Me | undefined, deps: StoreDeps): Promise<Result<Store>> => {
  const opened = await openSlot(vault.slot, me === undefined, deps);
  if (!opened.ok) return opened;
  const { database, lifeboat } = opened.value;

  const sealer = createSealer(vault.cipher);
  const facts = createNamed(database, sealer, 'facts');
  let receipts: readonly ReceiptShown[] = [];
  const takeReceipts = (kept: unknown): readonly ReceiptShown[] => {
    const parsed = v.safeParse(Receipts, kept);
    receipts = parsed.success ? parsed.output : [];
    return receipts;
  };
  const core = createCore(database, sealer, deps.channel(vault.slot), {
    ...deps,
    alsoRead: async () => {
      takeReceipts(await facts.read(RECEIPTS));
      // What another tab was told of the person is true for this one as well, even over what this one was told itself and
      // had no room to keep: where the other was told nothing in its exchanges, what it holds is how things stand.
      const told = v.safeParse(Me, isBegun ? await facts.read('me') : undefined);
      if (told.success) current = told.output;
    },
  });
  /** Also on a full phone the screens follow at once; what could not be written is written the next time. */
  let isMeKept = false;
  let isBegun = false;
  const inTurn = (named: Named): Named => ({
    read: (name) => core.inTurn(() => named.read(name)),
    write: (name, value) => core.inTurn(() => named.write(name, value)),
    change: (name, change) => core.inTurn(() => named.change(name, change)),
    drop: (name) => core.inTurn(() => named.drop(name)),
  });
  const guard = <T>(work: () => Promise<Result<T>>) => guarded(database.dexie, work);
  const serverStaged = new Map<Scope, number>();
  let clockAheadMs: number | undefined;

  const known = v.safeParse(Me, me ?? (await facts.read('me')));
  if (!known.success) return fail<Problem>({ code: 'vault/damaged' });
  let current: Me = known.output;

  const serverNow = (): number => deps.now() + (clockAheadMs ?? 0);

  const setMe = async (next: Me): Promise<void> => {
    current = next;
    isMeKept = false;
    await facts.write('me', next);
    for (const scope of next.scopes) await core.addScope(scope);
    isMeKept = true;
  };
  await core.reload();
  // The lifeboat may have whole what the journal has damaged: before it is written anew.
  if (core.scopes().some(({ damaged }) => damaged.length > 0))
    await import('./heal.ts').then(({ heal }) => heal(core, lifeboat.kept)).catch(deps.report);
  lifeboat.setAfloat();
  await setMe(current);
  isBegun = true;

  /** A receipt covers all that was acknowledged so far. */
  const keepReceipt = async (receipt: ReceiptShown): Promise<void> => {
    await facts.change(RECEIPTS, (kept) => {
      const others = takeReceipts(kept).filter(({ code }) => code !== receipt.code);
      receipts = [receipt, ...others].slice(0, MAX_RECEIPTS);
      return receipts;
    });
    for (const state of core.scopes()) {
      const { ackN, receiptN } = state.position;
      if (ackN === receiptN) continue;
      await core.write(state, positionOnly(state, { receiptN: ackN }));
    }
    core.changed({ tables: new Set(['*']), toSend: false });
  };

  const followScopes = async (sizes: readonly (readonly [scope: Scope, size: number])[]): Promise<void> => {
    const scopes = sizes.map(([scope]) => scope);
    if (isMeKept && scopes.join(' ') === current.scopes.join(' ')) return;
    await setMe({ ...current, scopes });
    for (const [scope, size] of sizes) {
      const state = core.scope(scope);
      // By it what is small goes first, also when nothing of it has come yet.
      if (state?.position.size === 0 && size > 0) await core.write(state, positionOnly(state, { size }));
    }
    // What is new is asked for at once; what is no longer named is asked for once more, and the server lets it go.
    core.changed({ tables: new Set(['*']), toSend: true });
  };

  const readable = (): readonly ScopeState[] =>
    current.scopes.flatMap((scope) => {
      const state = core.scope(scope);
      return state === undefined ? [] : [state];
    });

  /**
   * Also a scope that the person has lost: the server says so, and takes what waits there. Once it is gone only what waits
   * is still offered.
   */
  const exchanged = (): readonly ScopeState[] =>
    core
      .scopes()
      .filter((state) => current.scopes.includes(state.scope) || state.position.gone === '' || waitingOf(state) > 0);

  const stateOfRecord = (state: ScopeState, table: string, id: string) =>
    stateOf(state.byRecord.get(recordKey(table, id)) ?? [], state.position.ackN, core.sending.get(state.scope) ?? 0);

  const shownOf = <T extends TableName>(
    state: ScopeState,
    [table, definition]: readonly [T, Tables[T]],
    id: string,
    base: BaseRecord | undefined,
  ) => {
    const entries = state.byRecord.get(recordKey(table, id)) ?? [];
    const fields: RecordIn<T> | undefined = readRecord(
      definition,
      viewOf(base, entries, table, id, state.position).values,
    );
    if (fields === undefined) return undefined;
    const saved: Saved<T> = { scope: state.scope, table, id, fields, state: stateOfRecord(state, table, id) };
    return saved;
  };

  const listScope = async <T extends TableName>(
    state: ScopeState,
    of: readonly [T, Tables[T]],
  ): Promise<readonly Saved<T>[]> => {
    const [table] = of;
    const bases = await core.bases(state, table);
    const prefix = recordKey(table, '');
    const made = [...state.byRecord.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...new Set([...bases.keys(), ...made])].flatMap((id) => shownOf(state, of, id, bases.get(id)) ?? []);
  };

  /** The first page is drawn before the log is read, so its code comes after what was asked first. */
  let log: Log | undefined;
  const logRead = async (): Promise<Log> => {
    if (log !== undefined) return log;
    await core.inTurn(() => Promise.resolve());
    const { createLog } = await import('./log.ts');
    log ??= createLog(core, { readable, stateOf: stateOfRecord, wait: deps.wait });
    return log;
  };

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

    list: async (table) => {
      const definition = await definitionOf(table);
      return core.inTurn(async () => {
        const lists = await Promise.all(readable().map((state) => listScope(state, [table, definition])));
        return lists.flat();
      });
    },
    nearUnits: () =>
      core.inTurn(async () => {
        const records = await nearUnits(core, facts, current.unit);
        const state = core.scope(UNITS_SCOPE);
        const shown = <T extends TableName>(of: readonly [T, Tables[T]]): readonly Saved<T>[] =>
          records.flatMap((one) => (state && one.table === of[0] ? (shownOf(state, of, one.id, one) ?? []) : []));
        return { units: shown(['unit', unitTable]), lines: shown(['unit-line', unitLineTable]) };
      }),
    activity: (id) =>
      core.inTurn(async () => {
        for (const state of readable()) {
          const saved = shownOf(state, ['activity', activityTable], id, await core.base(state, 'activity', id));
          if (saved !== undefined) return saved;
        }
        return undefined;
      }),
    activitiesBetween: async (from, to) => (await logRead()).between(from, to),
    months: async (atMost = Infinity) => (await logRead()).months(atMost),
    search: async (query) => (await logRead()).search(query),
    refused: () => core.scopes().flatMap(refusedOf),
    waiting: () => core.scopes().reduce((sum, state) => sum + waitingOf(state), 0),

    waitingList: () => core.scopes().flatMap((state) => waitingListOf(state, core.sending.get(state.scope) ?? 0)),
    receipts: () => receipts,
    clockAheadMs: () => clockAheadMs,

    save: async (changes, scope = scopeOf(current.unit, 'work')) => {
      const write = () => guard(() => core.inTurn(() => save(core, scope, changes, serverNow())));
      const saved = await write();
      if (saved.ok || saved.problem.code !== 'store/full') return saved;
      // On a full disk even letting go may fail: then it is said that there is no room.
      const { makeRoom } = await import('./make-room.ts');
      const isFree = await core
        .inTurn(() => makeRoom(core))
        .then(
          () => true,
          () => false,
        );
      return isFree ? write() : saved;
    },
    settle: (scope, n) =>
      guard(() => core.inTurn(async () => (await import('./settle.ts')).settle(core, scope, n, serverNow()))),
    restore: (entries) => guard(() => core.inTurn(async () => (await import('./restore.ts')).restore(core, entries))),

    // What takes answers is fetched when the first exchange begins, not before the first page is there.
    beginExchange: () =>
      guard(async () => {
        const { beginExchange } = await import('./begin-exchange.ts');
        return core.inTurn(async () =>
          ok(
            await beginExchange(core, exchanged(), {
              now: deps.now,
              serverStaged,
              onServerTime: (told) => {
                clockAheadMs = told - deps.now();
              },
              onReceipt: (receipt) => core.inTurn(() => keepReceipt(receipt)),
              onScopes: (scopes) => core.inTurn(() => followScopes(scopes)),
            }),
          ),
        );
      }),
    markSending: (sending) => {
      const touched = new Set<string>();
      for (const state of core.scopes()) {
        const onWire = sending[state.scope];
        const n = onWire === undefined ? 0 : onWire + state.position.shift;
        const before = core.sending.get(state.scope) ?? 0;
        if (n === before) continue;
        if (n === 0) core.sending.delete(state.scope);
        else core.sending.set(state.scope, n);
        for (const key of state.byRecord.keys()) touched.add(key.slice(0, key.indexOf('|')));
      }
      if (touched.size > 0) core.changedHere({ tables: touched, toSend: false });
    },
    onChange: core.onChange,
    close: () => core.inTurn(() => Promise.resolve(core.close())),
  });
};
