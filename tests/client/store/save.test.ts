import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { slotDatabase } from '#client/store/database.ts';
import {
  created,
  exchangeOver,
  freshSlot,
  must,
  openTestStore,
  createSyncServer,
  storeDeps,
  createHub,
  settleAll,
  slotJournal,
} from './world.ts';

describe('Saving', () => {
  test('is shown at once, on the device, in its month', async () => {
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { from: '2024-11-30', to: '2024-12-02' })]));
    expect(await store.months()).toEqual(['2024-12', '2024-11']);
    const [summary] = await store.activitiesBetween('2024-12-01', '2024-12-31');
    expect(summary).toMatchObject({ id: 'a1', state: 'on-device', female: 30, outputs: { leaflet: 300 } });
    expect((await store.activity('a1'))?.fields.title).toBe('Lễ phát động Tháng hành động');
    expect(store.waiting()).toBe(1);
    await store.close();
  });

  test('is there after the store was closed and opened again', async () => {
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    must(await store.save([{ table: 'activity', id: 'a1', values: { place: 'Nhà văn hoá thôn' } }]));
    await store.close();
    const again = await openTestStore(slot);
    expect((await again.activity('a1'))?.fields.place).toBe('Nhà văn hoá thôn');
    expect(again.waiting()).toBe(2);
    await again.close();
  });

  test('leaves nothing at all when the transaction does not end', async () => {
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    await store.months();
    const before = await rawRows(slot);

    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    const saved = await store.save([created('a2')]);
    full.mockRestore();

    expect(saved).toEqual({ ok: false, problem: { code: 'store/full' } });
    // What can be made again was let go to make room.
    const lasting = (rows: readonly string[]) => rows.filter((row) => !row.startsWith('["summaries"'));
    expect(lasting(await rawRows(slot))).toEqual(lasting(before));
    expect(await store.activity('a2')).toBeUndefined();
    must(await store.save([created('a3')]));
    expect(store.waiting()).toBe(2);
    await store.close();
  });

  test('makes room on a full phone by letting go of what can be made again, keeps what only it could send again, and tries once more', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    await settleAll(server, store);
    await store.months();
    const isSent = ({ state }: { readonly state: string }): boolean => state === 'sent';
    expect((await slotJournal(slot)).filter(isSent)).toHaveLength(1);

    const clearing = vi.spyOn(IDBObjectStore.prototype, 'clear');
    const adding = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    must(await store.save([created('a2')]));
    expect(clearing).toHaveBeenCalled();
    for (const spy of [clearing, adding]) spy.mockRestore();
    expect((await slotJournal(slot)).filter(isSent)).toHaveLength(1);
    expect((await store.list('activity')).map(({ id }) => id).sort()).toEqual(['a1', 'a2']);
    await settleAll(server, store);
    await store.close();
  });

  test('asks for strict transactions', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    const writing = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    asked.mockRestore();
    expect(writing.length).toBeGreaterThan(2);
    expect(new Set(writing.map(([, , options]) => options?.durability))).toEqual(new Set(['strict']));
    await store.close();
  });

  test('opens a closed connection once more, and says so when that does not help', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const isClosing = (): never => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    };
    const store = await openTestStore(freshSlot());
    transaction.mockImplementationOnce(isClosing);
    const first = await store.save([created('a1')]);
    transaction.mockImplementation(isClosing);
    const second = await store.save([created('a2')]);
    transaction.mockReset();
    const third = await store.save([created('a3')]);
    transaction.mockRestore();

    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, problem: { code: 'store/unreachable' } });
    expect(third.ok).toBe(true);
    expect(store.waiting()).toBe(2);
    await store.close();
  });

  test('of more than a mutation may hold is refused, and counts nothing', async () => {
    const store = await openTestStore(freshSlot());
    const saved = await store.save([created('a1', { narrative: 'ế'.repeat(20_000) })]);
    expect(saved.ok).toBe(false);
    expect(store.waiting()).toBe(0);
    await store.close();
  });

  test('in two tabs at once never uses a number twice, and each tab shows both', async () => {
    const slot = freshSlot();
    const deps = storeDeps({ channel: createHub() });
    const [one, two] = [await openTestStore(slot, deps), await openTestStore(slot, deps)];
    const saves = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? one : two).save([created(`a${i}`)]));
    for (const saved of await Promise.all(saves)) must(saved);

    const numbers = (await slotRows(slot)).map((row) => row.n);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (const tab of [one, two]) {
      await vi.waitFor(() => {
        expect(tab.waiting()).toBe(12);
      });
      expect((await tab.activitiesBetween('2024-11-01', '2024-11-30')).length).toBe(12);
    }
    const server = await createSyncServer();
    expect(await exchangeOver(server, one)).toBe(true);
    expect(await exchangeOver(server, two)).toBe(true);
    for (const tab of [one, two]) {
      expect(tab.waiting()).toBe(0);
      expect((await tab.activitiesBetween('2024-11-01', '2024-11-30')).map((row) => row.state)).toEqual(
        Array.from({ length: 12 }, () => 'sent'),
      );
      await tab.close();
    }
  });
});

const slotRows = async (slot: string) => {
  const { dexie, journal } = slotDatabase(slot);
  const rows = await journal.toArray();
  dexie.close();
  return rows;
};

/** All rows of all tables, as text. */
const rawRows = async (slot: string): Promise<readonly string[]> => {
  const { dexie } = slotDatabase(slot);
  await dexie.open();
  const rows = await Promise.all(
    dexie.tables.map(async (table) => JSON.stringify([table.name, await table.toArray()])),
  );
  dexie.close();
  return rows;
};
