/** A store on a fake IndexedDB beside a model of the server, for the tests of store, courier and state. */
import 'fake-indexeddb/auto';
import type { Change } from '#domain/change.ts';
import type { Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { valuesOf } from '#domain/values.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Channel } from '#client/store/channel.ts';
import { entryPlace } from '#client/store/core.ts';
import { slotDatabase } from '#client/store/database.ts';
import { newToken } from '#client/store/new-id.ts';
import { createSealer, StoredEntry } from '#client/store/sealing.ts';
import { openStore, type Store, type StoreDeps } from '#client/store/store.ts';
import type { Me } from '#client/store/shown.ts';
import { createCipher } from '#client/vault/cipher.ts';
import type { OpenVault } from '#client/vault/vault.ts';
import { requestLines } from '#sync/outgoing.ts';
import { createSyncServer, type SyncServer } from '#tests/support/sync-server.ts';

export const WORK: Scope = 'sample-unit/work';
export const DAY_MS = 86_400_000;

export const lanMau: Me = {
  id: 'lan-mau',
  name: 'Lan Mẫu',
  title: 'Công chức Văn hóa – Xã hội',
  role: 'officer',
  unit: 'sample-unit',
  agency: 'agency-1',
  scopes: [WORK, 'sample-unit/issued', 'sample-unit/inbox', 'sample-unit/directory', 'root/units'],
};

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

let slots = 0;
export const freshSlot = (): string => {
  slots += 1;
  return `s${String(slots).padStart(7, '0')}`;
};

/** Tabs of one person that hear each other, without a browser. */
export const createHub = () => {
  const heards = new Set<() => void>();
  return (): Channel => {
    let mine: (() => void) | undefined;
    return {
      post: () => {
        for (const heard of heards) if (heard !== mine) heard();
      },
      onPost: (heard) => {
        mine = heard;
        heards.add(heard);
      },
      close: () => {
        if (mine !== undefined) heards.delete(mine);
      },
    };
  };
};

export const storeDeps = (over: Partial<StoreDeps> = {}): StoreDeps => ({
  now: () => 20_000 * DAY_MS,
  // The moment in which other tabs' writes are gathered is over at once; nothing is ever given up.
  wait: (ms) => (ms < 1_000 ? Promise.resolve() : new Promise(() => undefined)),
  channel: createHub(),
  newToken,
  report: (error) => {
    throw error;
  },
  ...over,
});

export const vaultOf = async (slot: string, person = lanMau.id): Promise<OpenVault> => {
  const dataKey = new Uint8Array(32).fill(7);
  return { slot, person, dataKey, cipher: await createCipher(dataKey, person) };
};

export const openTestStore = async (slot: string, deps: StoreDeps = storeDeps(), me: Me = lanMau): Promise<Store> =>
  must(await openStore(await vaultOf(slot, me.id), me, deps));

export const anActivity = (over: Partial<Activity> = {}): Activity => ({
  title: 'Lễ phát động Tháng hành động',
  type: 'launch',
  from: '2024-11-15',
  to: '2024-11-15',
  agency: 'agency-1',
  female: 30,
  male: 12,
  outputs: { leaflet: 300 },
  topics: {},
  partners: {},
  tasks: {},
  measures: {},
  campaigns: {},
  attachments: {},
  ...over,
});

export const created = (id: string, over: Partial<Activity> = {}): Change => ({
  table: 'activity',
  id,
  values: { $c: true, ...valuesOf('activity', anActivity(over)) },
});

/** What the server refuses of a new activity, while a phone shows it: an end before the start. */
export const ENDS_BEFORE = { from: '2024-11-15', to: '2024-11-10' };
/** What it refuses of any: a field that no version knows, and no screen shows. */
export const UNKNOWN = { 'field-of-no-version': true };

export interface Link {
  readonly device?: string;
  readonly who?: Me;
  /** Characters of the request that arrive. */
  readonly up?: number;
  /** Characters of the answer that arrive. */
  readonly down?: number;
  readonly budget?: number;
}

const cut = (lines: Iterable<string>, chars: number): readonly string[] => {
  const arrived: string[] = [];
  let left = chars;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    arrived.push(line);
  }
  return arrived;
};

const DEVICE = 'device-of-the-sample';

/** What the store asks, and what the real server answers to it. */
export const ask = async (server: SyncServer, store: Store, link: Link = {}) => {
  const begun = must(await store.beginExchange());
  const request = requestLines({
    device: link.device ?? DEVICE,
    now: 0,
    maxBytes: 1_000_000,
    budget: link.budget ?? 100_000,
    scopes: begun.scopes,
    wantsReceipt: begun.wantsReceipt,
  });
  store.markSending(request.sending);
  const arrived = cut(request.lines, link.up ?? Infinity);
  const isCut = arrived.length < request.lines.length;
  const answered = await server.exchange(link.who ?? store.me(), link.device ?? DEVICE, arrived, isCut);
  return { ...begun, request, answered, isCut };
};

const exchangeOnce = async (server: SyncServer, store: Store, link: Link): Promise<boolean> => {
  const { scopes, receipt, answered, isCut } = await ask(server, store, link);
  if (!isCut) {
    for (const line of cut(answered, link.down ?? Infinity)) must(await receipt.take([line]));
    must(await receipt.end());
  }
  store.markSending({});
  return scopes.every(({ scope }) => receipt.finished().has(scope));
};

/**
 * One exchange over a link that may be cut; whether all scopes were read to the head. A phone that does not know a scope's
 * epoch yet sends nothing there, so it asks first.
 */
export const exchangeOver = async (server: SyncServer, store: Store, link: Link = {}): Promise<boolean> => {
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const { scopes } = must(await store.beginExchange());
    if (scopes.every(({ epoch }) => epoch !== '')) break;
    await exchangeOnce(server, store, link);
  }
  return exchangeOnce(server, store, link);
};

/** Exchanges until everything is read and nothing waits. */
export const settleAll = async (server: SyncServer, store: Store, link: Link = {}): Promise<void> => {
  for (let rounds = 0; rounds < 12; rounds += 1) {
    if ((await exchangeOver(server, store, link)) && store.waiting() === 0) return;
  }
  throw new Error('the exchange does not come to an end');
};

/** What is wrong after an exchange that was not cut. */
export const problemAfter = async (server: SyncServer, store: Store, link: Link = {}) => {
  const { receipt, answered } = await ask(server, store, link);
  must(await receipt.take(answered));
  must(await receipt.end());
  store.markSending({});
  return receipt.problem();
};

export { createSyncServer, type SyncServer };

/** All databases of a slot under another slot's name: what a phone that was restored from another's backup has. */
export const copySlot = async (slot: string): Promise<string> => {
  const copy = freshSlot();
  const [from, to] = [slotDatabase(slot), slotDatabase(copy)];
  await from.dexie.open();
  await to.dexie.open();
  for (const table of from.dexie.tables) await to.dexie.table(table.name).bulkAdd(await table.toArray());
  from.dexie.close();
  to.dexie.close();
  return copy;
};

export const slotJournal = async (slot: string) => {
  const { dexie, journal } = slotDatabase(slot);
  const rows = await journal.toArray();
  dexie.close();
  return rows;
};

/** What waits there as an app of the first schema left it: without a word of a schema. */
export const slotOfOldApp = async (slot: string): Promise<void> => {
  const { dexie, journal } = slotDatabase(slot);
  const sealer = createSealer((await vaultOf(slot)).cipher);
  for (const row of await journal.toArray()) {
    const place = entryPlace(row.s, row.n);
    const entry = await sealer.open('journal', place, row.sealed, StoredEntry);
    if (entry === undefined) throw new Error('a row of the journal does not open');
    const { schema: _schema, ...mutation } = entry.mutation;
    await journal.put({ ...row, sealed: await sealer.seal('journal', place, { mutation }) });
  }
  dexie.close();
};

export const slotPositions = async (slot: string) => {
  const { dexie, positions } = slotDatabase(slot);
  const rows = await positions.toArray();
  dexie.close();
  return rows;
};

export const slotParts = async (slot: string): Promise<number> => {
  const { dexie, parts } = slotDatabase(slot);
  const count = await parts.count();
  dexie.close();
  return count;
};
