import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { slotDatabase } from '#client/store/database.ts';
import type { Store } from '#client/store/store.ts';
import { created, createSyncServer, exchangeOver, freshSlot, must, openTestStore, problemAfter } from './world.ts';

const MANY = 70;
const ids = Array.from({ length: MANY }, (_, index) => `a${String(index).padStart(2, '0')}`);
const ONE = { device: 'phone-number-one' };
const TWO = { device: 'phone-number-two' };

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
const opened = async (slot = freshSlot()): Promise<Store> => {
  const store = await openTestStore(slot);
  open.push(store);
  return store;
};

/** A phone that made the records, and the slot of one that then received them all at once. */
const received = async () => {
  const server = await createSyncServer();
  const one = await opened();
  for (const id of ids) must(await one.save([created(id)]));
  while (one.waiting() > 0) await exchangeOver(server, one, ONE);
  const slot = freshSlot();
  const two = await opened(slot);
  await exchangeOver(server, two, TWO);
  return { server, one, two, slot };
};

const countsOf = async (slot: string) => {
  const { dexie, records, bundles } = slotDatabase(slot);
  const counts = { alone: await records.count(), bundles: await bundles.count() };
  dexie.close();
  return counts;
};

const listed = async (store: Store, month = '2024-11') =>
  (await store.activitiesBetween(`${month}-01`, `${month}-28`)).map(({ id }) => id).sort();

describe('Records that a copy was filled with', () => {
  test('stand together in few rows, and are all there after a new start', async () => {
    const { two, slot } = await received();
    expect(await countsOf(slot)).toEqual({ alone: 0, bundles: 3 });
    expect(await listed(two)).toEqual(ids);
    await two.close();
    const again = await opened(slot);
    expect((await again.activity('a42'))?.fields.title).toBe('Lễ phát động Tháng hành động');
    expect(await listed(again)).toEqual(ids);
    expect(await again.list('activity')).toHaveLength(MANY);
  });

  test('leave their bundle when they change, and stand once', async () => {
    const { server, one, two, slot } = await received();
    must(await one.save([{ table: 'activity', id: 'a05', values: { from: '2024-12-05', to: '2024-12-05' } }]));
    await exchangeOver(server, one, ONE);
    await exchangeOver(server, two, TWO);
    expect(await countsOf(slot)).toEqual({ alone: 1, bundles: 3 });
    await two.close();
    const again = await opened(slot);
    expect(await listed(again)).toEqual(ids.filter((id) => id !== 'a05'));
    expect(await listed(again, '2024-12')).toEqual(['a05']);
    expect(await again.list('activity')).toHaveLength(MANY);
    expect(await problemAfter(server, again, TWO)).toBeUndefined();
  });

  test('are gone once they are deleted, and their bundle with the last of them', async () => {
    const { server, one, two, slot } = await received();
    const some = ids.slice(0, 32);
    for (const id of some) must(await one.save([{ table: 'activity', id, values: { $d: true } }]));
    while (one.waiting() > 0) await exchangeOver(server, one, ONE);
    await exchangeOver(server, two, TWO);
    expect(await countsOf(slot)).toEqual({ alone: 32, bundles: 2 });
    expect(await listed(two)).toEqual(ids.slice(32));
    expect(await problemAfter(server, two, TWO)).toBeUndefined();
  });

  test('are edited here like any other', async () => {
    const { server, one, two, slot } = await received();
    must(await two.save([{ table: 'activity', id: 'a69', values: { title: 'Mới' } }]));
    await exchangeOver(server, two, TWO);
    await exchangeOver(server, one, ONE);
    expect((await one.activity('a69'))?.fields.title).toBe('Mới');
    expect((await two.activity('a69'))?.fields.title).toBe('Mới');
    expect((await countsOf(slot)).alone).toBe(1);
    expect(await listed(two)).toEqual(ids);
  });
});
