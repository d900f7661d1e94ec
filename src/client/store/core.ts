/**
 * What the store holds in memory while it is unlocked, and the one way to write.
 *
 * - Work is done in turn: within a tab nothing changes between what a task read and what it writes.
 * - Sealing ends an IndexedDB transaction, so a write is: read → open → compute → seal → one transaction, which holds only
 *   if no other tab wrote to the scope meanwhile. Else what is held is read again, and the task tries anew.
 * - Everything here is dropped on lock.
 */
import type { Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { followOthers, type Channel, type FollowDeps } from './channel.ts';
import type { PositionRow, RecordRow, SlotDatabase } from './database.ts';
import { entriesByRecord, recordKey, type BaseRecord, type Entry } from './overlay.ts';
import { ScopeName, StoredEntry, StoredRecord, type Sealer } from './sealing.ts';
import type { Summary } from './summary.ts';

export interface ScopeState {
  readonly s: number;
  readonly scope: Scope;
  readonly position: PositionRow;
  readonly entries: readonly Entry[];
  readonly byRecord: ReadonlyMap<string, readonly Entry[]>;
  /** A row of the journal does not open: what stands after it cannot be sent, and nothing of it is thrown away. */
  readonly damaged: boolean;
}

export interface Changed {
  readonly tables: ReadonlySet<string>;
  /** Something new waits to be sent. */
  readonly toSend: boolean;
}

export interface Core {
  readonly database: SlotDatabase;
  readonly sealer: Sealer;
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  readonly scopes: () => readonly ScopeState[];
  readonly scope: (scope: Scope) => ScopeState | undefined;
  /** The last mutation of the running request, by scope. */
  readonly sending: Map<Scope, number>;
  /** Opened summaries, by `<s>|2024-11`. */
  readonly summaries: Map<string, readonly Summary[]>;
  readonly base: (state: ScopeState, table: string, id: string) => Promise<BaseRecord | undefined>;
  readonly bases: (state: ScopeState, table: TableName) => Promise<ReadonlyMap<string, BaseRecord>>;
  readonly openRecord: (row: RecordRow) => Promise<BaseRecord | undefined>;
  readonly write: (state: ScopeState, write: ScopeWrite) => Promise<'written' | 'stale'>;
  readonly addScope: (scope: Scope) => Promise<void>;
  /** Lets the row go that was still arriving in slices. */
  readonly forgetPart: (s: number) => Promise<void>;
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
  /** Records as they stand afterwards: what is held in memory follows. */
  readonly records?: readonly BaseRecord[];
  /** `<s>|2024-11` of every summary that no longer holds. */
  readonly months: Iterable<string>;
  /** Everything else, inside the transaction; only database calls may be awaited. */
  readonly write: (database: SlotDatabase) => Promise<unknown>;
}

export const entryPlace = (s: number, n: number): string => `${s}.${n}`;
export const recordPlace = (s: number, k: string): string => `${s}.${k}`;

const emptyPosition = {
  alias: 0,
  epoch: '',
  done: 0,
  at: 0,
  gcSeq: 0,
  digest: 0,
  ackN: 0,
  lastN: 0,
  lastH: 0,
  xSeen: 0,
  ms: 0,
  ctr: 0,
  version: 0,
} as const;

export const createCore = (database: SlotDatabase, sealer: Sealer, channel: Channel, deps: FollowDeps): Core => {
  const states = new Map<Scope, ScopeState>();
  const bases = new Map<string, Map<string, BaseRecord>>();
  const summaries = new Map<string, readonly Summary[]>();
  const listeners = new Set<(change: Changed) => void>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn: Core['inTurn'] = (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };

  const hold = (scope: Scope, position: PositionRow, entries: readonly Entry[], damaged: boolean): void => {
    states.set(scope, { s: position.s, scope, position, entries, byRecord: entriesByRecord(entries), damaged });
  };

  const openEntries = async (s: number) => {
    const rows = await database.journal.where('s').equals(s).sortBy('n');
    const opened = await Promise.all(
      rows.map((row) => sealer.open('journal', entryPlace(s, row.n), row.sealed, StoredEntry)),
    );
    const entries = opened.flatMap((entry): readonly Entry[] => {
      if (entry === undefined) return [];
      const { mutation, refusal } = entry;
      return [refusal === undefined ? { mutation } : { mutation, refusal }];
    });
    return { entries, damaged: entries.length < rows.length };
  };

  const reload = async (): Promise<void> => {
    bases.clear();
    summaries.clear();
    for (const position of await database.positions.toArray()) {
      const scope = await sealer.open('positions', String(position.s), position.name, ScopeName);
      if (scope === undefined) continue;
      const { entries, damaged } = await openEntries(position.s);
      hold(scope, position, entries, damaged);
    }
  };

  const openRecord = async (row: RecordRow): Promise<BaseRecord | undefined> => {
    const opened = await sealer.open(row.t, recordPlace(row.s, row.k), row.sealed, StoredRecord);
    return opened && { table: row.t, seq: row.seq, ...opened };
  };

  const notify = (change: Changed): void => {
    for (const listener of listeners) listener(change);
  };

  const write: Core['write'] = async (state, next) => {
    const { dexie, positions, records, journal, staged, parts, summaries: stored } = database;
    const months = [...new Set(next.months)];
    const position: PositionRow = { ...state.position, ...next.position, version: state.position.version + 1 };
    const done = await dexie.transaction('rw', [positions, records, journal, staged, parts, stored], async () => {
      const found = await positions.get(state.s);
      if (found?.version !== state.position.version) return false;
      await positions.put(position);
      await stored.bulkDelete(months.map((month) => monthKey(month)));
      await next.write(database);
      return true;
    });
    if (!done) return 'stale';

    hold(state.scope, position, next.entries, state.damaged);
    for (const month of months) summaries.delete(month);
    for (const record of next.records ?? []) bases.get(`${state.s}|${record.table}`)?.set(record.id, record);
    return 'written';
  };

  const readAnew = async (): Promise<void> => {
    if (closed) return;
    await reload();
    notify({ tables: new Set(['*']), toSend: false });
  };
  followOthers(channel, () => inTurn(readAnew), deps);

  return {
    database,
    sealer,
    inTurn,
    scopes: () => [...states.values()],
    scope: (scope) => states.get(scope),
    sending: new Map(),
    summaries,
    openRecord,
    write,
    reload,
    base: async (state, table, id) => {
      const loaded = bases.get(`${state.s}|${table}`);
      if (loaded !== undefined) return loaded.get(id);
      const row = await database.records.get([state.s, table, await sealer.keyOf(recordKey(table, id))]);
      return row && openRecord(row);
    },
    bases: async (state, table) => {
      const key = `${state.s}|${table}`;
      const loaded = bases.get(key);
      if (loaded !== undefined) return loaded;
      const rows = await database.records.where('t').equals(table).toArray();
      const opened = await Promise.all(rows.filter((row) => row.s === state.s).map(openRecord));
      const byId = new Map(opened.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])));
      bases.set(key, byId);
      return byId;
    },
    addScope: async (scope) => {
      for (let tries = 0; tries < 3 && !states.has(scope); tries += 1) {
        const s = Math.max(0, ...[...states.values()].map((state) => state.s)) + 1;
        const position: PositionRow = { s, name: await sealer.seal('positions', String(s), scope), ...emptyPosition };
        const added = await database.dexie.transaction('rw', database.positions, async () => {
          if ((await database.positions.get(s)) !== undefined) return false;
          await database.positions.add(position);
          return true;
        });
        if (added) hold(scope, position, [], false);
        // Another tab was first: it may have added this very scope.
        else await reload();
      }
    },
    forgetPart: (s) => database.dexie.transaction('rw', database.parts, () => database.parts.delete(s)),
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
      summaries.clear();
      database.dexie.close();
    },
  };
};

/** The key of a stored summary from its name in memory, `<s>|2024-11`. */
export const monthKey = (month: string): [number, string] => {
  const bar = month.indexOf('|');
  return [Number(month.slice(0, bar)), month.slice(bar + 1)];
};
