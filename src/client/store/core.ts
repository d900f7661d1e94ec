/**
 * What the store holds in memory while it is unlocked, and the one way to write.
 *
 * - Work is done in turn: within a tab nothing changes between what a task read and what it writes.
 * - Sealing ends an IndexedDB transaction, so a write is: read → open → compute → seal → one transaction, which holds only
 *   if no other tab wrote to the scope meanwhile. Else what is held is read again, and the task tries anew.
 * - Everything here is dropped on lock.
 *
 * It is long because what is held in memory and what is written may only ever change together.
 */
import type { Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { followOthers, type Channel, type FollowDeps } from './channel.ts';
import { emptyPosition, monthKey, ofArea } from './areas.ts';
import type { Directory } from './bundles.ts';
import { bundlesOf } from './bundles-of.ts';
import type { PositionRow, RecordRow, SlotDatabase } from './database.ts';
import { reconnecting } from './failures.ts';
import { entriesByRecord, recordKey, type BaseRecord, type Entry } from './overlay.ts';
import { ScopeName, StoredEntry, StoredRecord, type Sealer } from './sealing.ts';

export interface ScopeState {
  readonly s: number;
  readonly scope: Scope;
  readonly position: PositionRow;
  readonly entries: readonly Entry[];
  readonly byRecord: ReadonlyMap<string, readonly Entry[]>;
  /** Rows of the journal with own mutations that do not open, by their numbers, in their order. */
  readonly damaged: readonly number[];
}

export interface Changed {
  readonly tables: ReadonlySet<string>;
  /** Something new waits to be sent. */
  readonly toSend: boolean;
}

export interface HeldLog {
  /** `names` are `<area>|2024-11`; `activities` the only ones in them that changed, where that is known. */
  readonly wrote: (names: readonly string[], activities: readonly string[] | undefined) => void;
  /** Of one area, or all. */
  readonly forget: (area?: number) => void;
}

export interface Core {
  readonly database: SlotDatabase;
  readonly sealer: Sealer;
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  readonly scopes: () => readonly ScopeState[];
  readonly scope: (scope: Scope) => ScopeState | undefined;
  /** The last mutation of the running request, by scope and its local number. */
  readonly sending: Map<Scope, number>;
  /** By area that is filled from nothing: the scope's last change when that began, as long as this tab has seen it. */
  readonly fillingTo: Map<number, number>;
  /** Areas in which this tab knows nothing to be staged. */
  readonly unstaged: Set<number>;
  /** Opened directories, by area. */
  readonly directories: Map<number, Directory>;
  /** Who holds what was read of the log is told, in turn, of all that no longer holds. */
  readonly followLog: (held: HeldLog) => void;
  readonly base: (state: ScopeState, table: string, id: string) => Promise<BaseRecord | undefined>;
  readonly bases: (state: ScopeState, table: TableName) => Promise<ReadonlyMap<string, BaseRecord>>;
  readonly openRecord: (row: RecordRow) => Promise<BaseRecord | undefined>;
  readonly write: (state: ScopeState, write: ScopeWrite) => Promise<'written' | 'stale'>;
  readonly addScope: (scope: Scope) => Promise<void>;
  /** Lets the row go that was still arriving in slices. */
  readonly forgetPart: (area: number) => Promise<void>;
  /** The scope with all that stands of it goes; for one of which nothing is left to send. */
  readonly dropScope: (state: ScopeState) => Promise<void>;
  /** What is held in memory of an area. */
  readonly forgetArea: (area: number) => void;
  readonly newToken: () => string;
  readonly reload: () => Promise<void>;
  /** Tells this tab and the others. */
  readonly changed: (change: Changed) => void;
  /** Tells this tab alone: nothing was written. */
  readonly changedHere: (change: Changed) => void;
  readonly onChange: (listener: (change: Changed) => void) => () => void;
  readonly close: () => void;
}

export interface ScopeWrite {
  readonly position: Partial<PositionRow>;
  readonly entries: readonly Entry[];
  /** Where it changes. */
  readonly damaged?: readonly number[];
  /** Records as they stand afterwards: what is held in memory follows. */
  readonly records?: readonly BaseRecord[];
  readonly forgotten?: readonly BaseRecord[];
  /** `<area>|2024-11` of every summary that no longer holds. */
  readonly months: Iterable<string>;
  /** The only activities in them that changed, where that is known. */
  readonly activities?: readonly string[];
  /** Everything else, inside the transaction; only database calls may be awaited. */
  readonly write: (database: SlotDatabase) => Promise<unknown>;
}

export const entryPlace = (s: number, n: number): string => `${s}.${n}`;
export const recordPlace = (s: number, k: string): string => `${s}.${k}`;

export interface CoreDeps extends FollowDeps {
  /** 72 random bits, base64url. */
  readonly newToken: () => string;
  /** Read anew together with what is held here. */
  readonly alsoRead: () => Promise<void>;
}

export const createCore = (database: SlotDatabase, sealer: Sealer, channel: Channel, deps: CoreDeps): Core => {
  const states = new Map<Scope, ScopeState>();
  const bases = new Map<string, Map<string, BaseRecord>>();
  /** Those that were asked for by themselves, until something is received: what waits unsent is asked for at every list. */
  const asked = new Map<string, BaseRecord | undefined>();
  let log: HeldLog | undefined;
  const unstaged = new Set<number>();
  const directories = new Map<number, Directory>();
  const listeners = new Set<(change: Changed) => void>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn: Core['inTurn'] = (task) => {
    const run = last.then(() => reconnecting(database.dexie, task));
    last = run.catch(() => undefined);
    return run;
  };

  const hold = (scope: Scope, position: PositionRow, entries: readonly Entry[], damaged: readonly number[]): void => {
    states.set(scope, { s: position.s, scope, position, entries, byRecord: entriesByRecord(entries), damaged });
  };

  const openEntries = async (s: number) => {
    const wanted = [
      [s, 'waiting'],
      [s, 'held'],
    ];
    const rows = await database.journal.where('[s+state]').anyOf(wanted).toArray();
    rows.sort((a, b) => a.n - b.n);
    const opened = await Promise.all(
      rows.map(async (row) => ({
        n: row.n,
        isWaiting: row.state === 'waiting',
        stored: await sealer.open('journal', entryPlace(s, row.n), row.sealed, StoredEntry),
      })),
    );
    const entries = opened.flatMap(({ n, stored }): readonly Entry[] => {
      if (stored === undefined) return [];
      const { mutation, refusal } = stored;
      return [refusal === undefined ? { n, mutation } : { n, mutation, refusal }];
    });
    // Of what is held the server has the text.
    const damaged = opened.filter(({ stored, isWaiting }) => stored === undefined && isWaiting).map(({ n }) => n);
    return { entries, damaged };
  };

  const reload = async (): Promise<void> => {
    bases.clear();
    asked.clear();
    log?.forget();
    unstaged.clear();
    directories.clear();
    const found = new Set<Scope>();
    for (const position of await database.positions.toArray()) {
      const scope = await sealer.open('positions', String(position.s), position.name, ScopeName);
      if (scope === undefined) continue;
      found.add(scope);
      const { entries, damaged } = await openEntries(position.s);
      hold(scope, position, entries, damaged);
    }
    for (const scope of states.keys()) if (!found.has(scope)) states.delete(scope);
    await deps.alsoRead();
  };

  const openRecord = async (row: RecordRow): Promise<BaseRecord | undefined> => {
    const opened = await sealer.open(row.t, recordPlace(row.s, row.k), row.sealed, StoredRecord);
    return opened && { table: row.t, seq: row.seq, ...opened };
  };

  const notify = (change: Changed): void => {
    for (const listener of listeners) listener(change);
  };

  const write: Core['write'] = async (state, next) => {
    const { dexie, positions, records, bundles, directories: listed, journal, staged, parts } = database;
    const { summaries: stored } = database;
    const months = [...new Set(next.months)];
    const position: PositionRow = { ...state.position, ...next.position, version: state.position.version + 1 };
    const tables = [positions, records, bundles, listed, journal, staged, parts, stored];
    const done = await dexie.transaction('rw', tables, async () => {
      const found = await positions.get(state.s);
      if (found?.version !== state.position.version) return false;
      await positions.put(position);
      await stored.bulkDelete(months.map((month) => monthKey(month)));
      await next.write(database);
      return true;
    });
    if (!done) return 'stale';

    if (next.records !== undefined) asked.clear();
    const moved = position.area !== state.position.area;
    hold(state.scope, position, next.entries, next.damaged ?? state.damaged);
    log?.wrote(months, next.activities);
    if (moved) forgetArea(state.position.area);
    const { area } = position;
    for (const record of next.records ?? []) bases.get(`${area}|${record.table}`)?.set(record.id, record);
    for (const record of next.forgotten ?? []) bases.get(`${area}|${record.table}`)?.delete(record.id);
    return 'written';
  };

  const forgetArea = (area: number): void => {
    const start = `${area}|`;
    for (const key of bases.keys()) if (key.startsWith(start)) bases.delete(key);
    log?.forget(area);
    directories.delete(area);
    asked.clear();
  };

  const readAnew = async (): Promise<void> => {
    if (closed) return;
    await reload();
    notify({ tables: new Set(['*']), toSend: false });
  };
  followOthers(channel, () => inTurn(readAnew), deps);

  const core: Core = {
    database,
    sealer,
    inTurn,
    scopes: () => [...states.values()],
    scope: (scope) => states.get(scope),
    sending: new Map(),
    fillingTo: new Map(),
    unstaged,
    directories,
    followLog: (held) => {
      log = held;
    },
    openRecord,
    write,
    reload,
    base: async ({ position: { area } }, table, id) => {
      const loaded = bases.get(`${area}|${table}`);
      if (loaded !== undefined) return loaded.get(id);
      const name = `${area}|${recordKey(table, id)}`;
      if (!asked.has(name)) {
        const row = await database.records.get([area, table, await sealer.keyOf(recordKey(table, id))]);
        const bundled = row === undefined ? await bundlesOf(core, area) : undefined;
        asked.set(name, row ? await openRecord(row) : await bundled?.bundledRecord(core, area, table, id));
      }
      return asked.get(name);
    },
    bases: async ({ position: { area } }, table) => {
      const key = `${area}|${table}`;
      const loaded = bases.get(key);
      if (loaded !== undefined) return loaded;
      const rows = await ofArea(database.records, area, table).toArray();
      const opened = await Promise.all(rows.map(openRecord));
      const bundled = (await (await bundlesOf(core, area))?.bundledOfTable(core, area, table)) ?? [];
      const all = [...bundled, ...opened];
      const byId = new Map(all.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])));
      bases.set(key, byId);
      return byId;
    },
    addScope: async (scope) => {
      for (let tries = 0; tries < 3 && !states.has(scope); tries += 1) {
        const s = Math.max(0, ...[...states.values()].map((state) => state.s)) + 1;
        const name = await sealer.seal('positions', String(s), scope);
        const position: PositionRow = { ...emptyPosition, s, name, area: s * 1_000_000, replica: deps.newToken() };
        const added = await database.dexie.transaction('rw', database.positions, async () => {
          if ((await database.positions.get(s)) !== undefined) return false;
          await database.positions.add(position);
          return true;
        });
        if (added) hold(scope, position, [], []);
        // Another tab was first: it may have added this very scope.
        else await reload();
      }
    },
    forgetPart: (area) => database.dexie.transaction('rw', database.parts, () => database.parts.delete(area)),
    dropScope: async (state) => {
      const { dexie, positions, journal } = database;
      await dexie.transaction('rw', [positions, journal], async () => {
        const found = await positions.get(state.s);
        if (found?.version !== state.position.version) return;
        await positions.delete(state.s);
        await journal.where('s').equals(state.s).delete();
      });
      forgetArea(state.position.area);
      await reload();
    },
    forgetArea,
    newToken: deps.newToken,
    changed: (change) => {
      notify(change);
      channel.post();
    },
    changedHere: notify,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      channel.close();
      listeners.clear();
      states.clear();
      bases.clear();
      log?.forget();
      database.dexie.close();
    },
  };
  return core;
};
