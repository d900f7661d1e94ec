import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rowsFrom, rowsName } from '#client/store/lifeboat.ts';
import { createSyncServer } from '#tests/support/sync-server.ts';
import { created, exchangeOver, must } from './world.ts';
import { createOutside, SECRET, withPerson } from './rescue-world.ts';

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
});

const rowsIn = (outside: ReturnType<typeof createOutside>, slot: string) =>
  rowsFrom(outside.files.all.get(rowsName(slot)) ?? '').map(({ n }) => n);

describe('The lifeboat', () => {
  test('holds what was saved, and nothing of it in clear', async () => {
    const outside = createOutside();
    const { slot, store } = await withPerson(await outside.open());
    expect(outside.files.all.size).toBe(0);
    must(await store.save([created('a1', { title: 'Gieohatzqx' })]));
    must(await store.save([created('a2')]));
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([1, 2]));
    const text = [...outside.files.all.values()].join('');
    for (const word of ['Gieohatzqx', 'sample-unit', 'activity', 'lan-mau']) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(btoa(unescape(encodeURIComponent(word))).slice(0, 8));
    }
    expect(outside.sentinel.mark.slots[slot]).toEqual({ unsent: 2 });
  });

  test('is emptied when the server has acknowledged everything', async () => {
    const outside = createOutside();
    const { slot, store } = await withPerson(await outside.open());
    must(await store.save([created('a1')]));
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([1]));
    await exchangeOver(await createSyncServer(), store);
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([]));
    expect(outside.sentinel.mark.slots[slot]).toEqual({ unsent: 0 });
  });

  test('that cannot be written never fails a save, is told once, and is whole again with the next save', async () => {
    const outside = createOutside();
    const { slot, store } = await withPerson(await outside.open());
    outside.files.isFull = true;
    must(await store.save([created('a1')]));
    await vi.waitFor(() => expect(outside.failures).toHaveLength(1));
    must(await store.save([created('a2')]));
    outside.files.isFull = false;
    must(await store.save([created('a3')]));
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([1, 2, 3]));
    expect(outside.failures).toHaveLength(1);
  });

  test('does not hold what was not saved', async () => {
    const outside = createOutside();
    const { slot, store } = await withPerson(await outside.open());
    const put = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.save([created('a1')])).toEqual({ ok: false, problem: { code: 'store/full' } });
    put.mockRestore();
    must(await store.save([created('a2')]));
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([1]));
    expect(must(await outside.rescueOf().open(slot, SECRET)).entries).toMatchObject([
      { scope: 'sample-unit/work', mutation: { operations: [['activity', 'a2', 0, {}]] } },
    ]);
  });

  test('is written anew when the workbook is unlocked, if it was behind', async () => {
    const outside = createOutside();
    const device = await outside.open();
    const { slot, store } = await withPerson(device);
    must(await store.save([created('a1')]));
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([1]));
    await store.close();
    outside.files.all.clear();
    must(await device.unlock(slot, SECRET));
    await vi.waitFor(() => expect(rowsIn(outside, slot)).toEqual([1]));
  });
});
