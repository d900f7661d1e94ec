/**
 * A phone's disk: a fake IndexedDB of its own, with what disks do to people.
 *
 * - A crash undoes the transactions in flight and cuts whoever held the databases off from them for ever.
 * - A full disk refuses writes; a wiped one has forgotten all; a copy is a second phone with the same past.
 * - What stands on it can be looked at without asking the app.
 */
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';

interface RawRecords {
  readonly values: () => Iterable<{ readonly key: unknown; value: unknown }>;
}
interface RawStore {
  readonly records: RawRecords;
}
interface RawTransaction {
  readonly _state: string;
  readonly _abort: (name: string) => void;
}
interface RawDatabase {
  readonly rawObjectStores: ReadonlyMap<string, RawStore>;
  connections: { _closePending: boolean; _closed: boolean }[];
  transactions: RawTransaction[];
}

/** The fake keeps its databases in a field that it does not show. */
const databasesOf = (factory: IDBFactory): Map<string, RawDatabase> => Reflect.get(factory, '_databases');
const rawOf = (store: object): RawDatabase => {
  const transaction: { readonly db: { readonly _rawDatabase: RawDatabase } } = Reflect.get(store, 'transaction');
  return transaction.db._rawDatabase;
};

/** Databases whose next writes find no room, and how many. */
const full = new WeakMap<RawDatabase, { left: number }>();

const refusing = (name: 'put' | 'add'): void => {
  const write = IDBObjectStore.prototype[name];
  const refuse = function (this: IDBObjectStore, ...given: Parameters<typeof write>) {
    const refusals = full.get(rawOf(this));
    const request = write.apply(this, given);
    if (refusals !== undefined && refusals.left > 0) {
      refusals.left -= 1;
      const { transaction } = this;
      const queue: { operation: () => unknown }[] = Reflect.get(transaction, '_requests');
      const last = queue.at(-1);
      if (last !== undefined) {
        last.operation = () => {
          throw new DOMException('the disk is full', 'QuotaExceededError');
        };
      }
    }
    return request;
  };
  Object.defineProperty(IDBObjectStore.prototype, name, { value: refuse, configurable: true, writable: true });
};
refusing('put');
refusing('add');

/** A copy of objects as they hang together, each with its own kind; what is in clear on the disk is never changed in place. */
const copyGraph = (value: unknown, seen: Map<object, object>): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (value instanceof Map) {
    const copy = new Map();
    seen.set(value, copy);
    for (const [key, part] of value) copy.set(key, copyGraph(part, seen));
    return copy;
  }
  const copy: object = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  seen.set(value, copy);
  for (const name of Reflect.ownKeys(value)) {
    if (name === 'connections' || name === 'transactions') Reflect.set(copy, name, []);
    else if (name === 'processTransactions')
      Reflect.set(copy, name, Reflect.get(Object.getPrototypeOf(copy), name).bind(copy));
    else if (!(Array.isArray(value) && name === 'length'))
      Reflect.set(copy, name, copyGraph(Reflect.get(value, name), seen));
  }
  return copy;
};

export interface Disk {
  readonly factory: () => IDBFactory;
  /** How many transactions were lost. */
  readonly crash: () => number;
  readonly wipe: () => void;
  readonly copy: () => Disk;
  /** The next so many writes find no room. */
  readonly fill: (writes: number) => void;
  /** Whether a write was refused since it was last filled. */
  readonly refused: () => boolean;
  readonly databases: () => readonly string[];
  readonly rows: (database: string, store: string) => readonly unknown[];
  /** Puts another row in the place of each for which there is one; answers how many. For a disk that nobody uses. */
  readonly rewrite: (database: string, store: string, change: (row: unknown) => unknown) => number;
}

const isOpen = (transaction: RawTransaction): boolean => transaction._state !== 'finished';

export const createDisk = (from?: Map<string, RawDatabase>): Disk => {
  let factory = new IDBFactory();
  let filled = 0;
  for (const [name, database] of from ?? []) databasesOf(factory).set(name, database);

  const crash = (): number => {
    const databases = databasesOf(factory);
    let lost = 0;
    const next = new IDBFactory();
    for (const [name, database] of databases) {
      for (const transaction of database.transactions.filter(isOpen)) {
        transaction._abort('AbortError');
        lost += 1;
      }
      for (const connection of database.connections) {
        connection._closePending = true;
        connection._closed = true;
      }
      database.connections = [];
      database.transactions = [];
      databasesOf(next).set(name, database);
    }
    databases.clear();
    factory = next;
    return lost;
  };
  const left = (): number => {
    let sum = 0;
    for (const database of databasesOf(factory).values()) sum += full.get(database)?.left ?? 0;
    return sum;
  };
  return {
    factory: () => factory,
    crash,
    wipe: () => {
      crash();
      databasesOf(factory).clear();
    },
    copy: () => {
      const seen = new Map<object, object>();
      const copies = new Map<string, RawDatabase>();
      for (const [name, database] of databasesOf(factory)) {
        const copy: unknown = copyGraph(database, seen);
        if (isRawDatabase(copy)) copies.set(name, copy);
      }
      return createDisk(copies);
    },
    fill: (writes) => {
      filled = writes * databasesOf(factory).size;
      for (const database of databasesOf(factory).values()) full.set(database, { left: writes });
    },
    refused: () => left() < filled,
    databases: () => [...databasesOf(factory).keys()],
    rows: (database, store) => {
      const records = databasesOf(factory).get(database)?.rawObjectStores.get(store)?.records;
      return records === undefined ? [] : [...records.values()].map(({ value }) => value);
    },
    rewrite: (database, store, change) => {
      const records = databasesOf(factory).get(database)?.rawObjectStores.get(store)?.records;
      let changed = 0;
      for (const record of records?.values() ?? []) {
        const next = change(record.value);
        if (next === undefined) continue;
        record.value = next;
        changed += 1;
      }
      return changed;
    },
  };
};

const isRawDatabase = (value: unknown): value is RawDatabase =>
  typeof value === 'object' && value !== null && 'rawObjectStores' in value;
