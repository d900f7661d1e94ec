import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keyName, rowsName } from '#client/store/lifeboat.ts';
import { slotDatabaseName } from '#client/store/database.ts';
import { NO_MARK } from '#client/store/sentinel.ts';
import { createSyncServer } from '#tests/support/sync-server.ts';
import { created, exchangeOver, freshSlot, lanMau, must, openTestStore, storeDeps } from './world.ts';
import { createOutside, SECRET, withPerson } from './rescue-world.ts';

const clearAll = (): void => {
  Dexie.dependencies.indexedDB = new IDBFactory();
};
beforeEach(clearAll);

type Outside = ReturnType<typeof createOutside>;

/** A person with two unsent records, whose databases are then gone. */
const shipwrecked = async (outside: Outside) => {
  const { slot, store } = await withPerson(await outside.open());
  must(await store.save([created('a1')]));
  must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Tên đã sửa' } }, created('a2')]));
  await vi.waitFor(() => expect(outside.files.all.get(rowsName(slot))?.split('\n')).toHaveLength(3));
  await store.close();
  clearAll();
  return slot;
};

const titles = async (store: Awaited<ReturnType<typeof withPerson>>['store']) =>
  (await store.list('activity')).map(({ id, fields }) => `${id} ${fields.title}`).sort();

/** Unsent work in the lifeboat, and a file that was handed out before the last of it was written. */
const withOlderFile = async (outside: Outside) => {
  const { slot, store } = await withPerson(await outside.open());
  const kept = (rows: number) =>
    vi.waitFor(() => expect(outside.files.all.get(rowsName(slot))?.split('\n')).toHaveLength(rows + 1));
  must(await store.save([created('a1')]));
  await kept(1);
  const older = (await outside.rescueOf().fileOf(slot)) ?? '';
  must(await store.save([created('a2')]));
  await kept(2);
  await store.close();
  clearAll();
  return { slot, older };
};

describe('A lost database', () => {
  test('is an incident with its count, and no first run', async () => {
    const outside = createOutside();
    const slot = await shipwrecked(outside);
    const device = await outside.open();
    expect(device.losses.current()).toMatchObject({ how: 'cleared', slots: [slot], unsent: 2 });
    // Until the person goes on, also over another start.
    expect((await outside.open()).losses.current()).toMatchObject({ unsent: 2 });
    await device.losses.leave();
    expect(device.losses.current()).toBeUndefined();
    expect(device.losses.untold()).toMatchObject({ how: 'cleared', unsent: 2 });
    device.losses.told();
    expect(outside.sentinel.mark).toEqual({ slots: {} });
  });

  test('of one person is noticed at the unlocking, and touches nobody else', async () => {
    const outside = createOutside();
    const device = await outside.open();
    const first = await withPerson(device);
    const second = await withPerson(device);
    await first.store.close();
    await second.store.close();
    await Dexie.delete(slotDatabaseName(first.slot));
    expect(await device.unlock(first.slot, SECRET)).toEqual({
      ok: false,
      problem: { code: 'store/lost', how: 'cleared' },
    });
    expect(device.losses.current()).toMatchObject({ slots: [first.slot] });
    await device.losses.leave();
    expect(must(await device.slots())).toEqual([second.slot]);
    must(await device.unlock(second.slot, SECRET));
  });

  test('is noticed while it is open, and nothing is written into a new one', async () => {
    const outside = createOutside();
    const lost = vi.fn<() => void>();
    const device = await outside.open({ onLost: lost });
    const { slot, store } = await withPerson(device);
    must(await store.save([created('a1')]));
    await Dexie.delete(slotDatabaseName(slot));
    await vi.waitFor(() => expect(lost).toHaveBeenCalled());
    expect((await store.save([created('a2')])).ok).toBe(false);
    expect(await Dexie.exists(slotDatabaseName(slot))).toBe(false);
    expect(device.losses.current()).toMatchObject({ slots: [slot], unsent: 1 });
  });

  test('was never there on a device that nobody used', async () => {
    expect((await createOutside().open()).losses.current()).toBeUndefined();
  });
});

describe('A copy of unsent work', () => {
  test('opens with the unlock secret alone, and counts wrong tries', async () => {
    const outside = createOutside();
    const slot = await shipwrecked(outside);
    const rescue = outside.rescueOf();
    expect(await rescue.copies()).toEqual([{ slot, count: 2 }]);
    expect(await rescue.open(slot, 'sai')).toMatchObject({ ok: false, problem: { code: 'vault/wrong-secret' } });
    expect(outside.files.all.get(keyName(slot))).toContain('"count":1');
    const opened = must(await rescue.open(slot, SECRET));
    expect(opened).toMatchObject({ slot, person: lanMau.id, unreadable: 0 });
    expect(opened.entries.map(({ scope, mutation }) => [scope, mutation.operations.length])).toEqual([
      ['sample-unit/work', 1],
      ['sample-unit/work', 2],
    ]);
  });

  test('is put back once, however often it is taken in, and reaches the server', async () => {
    const outside = createOutside();
    const lostSlot = await shipwrecked(outside);
    const file = (await outside.rescueOf().fileOf(lostSlot)) ?? '';
    const { store } = await withPerson(await outside.open());
    const { entries } = must(await outside.rescueOf().openFile(file, SECRET));
    expect(must(await store.restore(entries))).toEqual({ restored: 2, known: 0 });
    expect(must(await store.restore(entries))).toEqual({ restored: 0, known: 2 });
    expect(await titles(store)).toEqual(['a1 Tên đã sửa', 'a2 Lễ phát động Tháng hành động']);
    expect(store.waiting()).toBe(2);
    const server = await createSyncServer();
    await exchangeOver(server, store);
    expect(store.waiting()).toBe(0);
    expect(store.refused()).toEqual([]);
    expect(must(await store.restore(entries))).toEqual({ restored: 1, known: 1 });
    await exchangeOver(server, store);
    expect(await titles(store)).toEqual(['a1 Tên đã sửa', 'a2 Lễ phát động Tháng hành động']);
  });

  test('that the server had taken after all does not undo what was written since', async () => {
    const outside = createOutside();
    const { slot, store } = await withPerson(await outside.open());
    must(await store.save([created('a1')]));
    await vi.waitFor(() => expect(outside.files.all.has(rowsName(slot))).toBe(true));
    const file = (await outside.rescueOf().fileOf(slot)) ?? '';
    const server = await createSyncServer();
    await exchangeOver(server, store);
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Sửa sau' } }]));
    await exchangeOver(server, store);
    const { entries } = must(await outside.rescueOf().openFile(file, SECRET));
    must(await store.restore(entries));
    await exchangeOver(server, store);
    await exchangeOver(server, store);
    expect(await titles(store)).toEqual(['a1 Sửa sau']);
  });

  test('undoes nothing that somebody else wrote since: both values are kept, for a person to decide', async () => {
    const outside = createOutside();
    const device = await outside.open();
    const { slot, store } = await withPerson(device);
    const server = await createSyncServer();
    must(await store.save([created('a1')]));
    await exchangeOver(server, store);
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Của Lan' } }]));
    await vi.waitFor(() => expect(outside.sentinel.mark.slots[slot]).toEqual({ unsent: 1 }));
    await vi.waitFor(() => expect(outside.files.all.has(rowsName(slot))).toBe(true));
    const rescued = must(await outside.rescueOf().open(slot, SECRET));
    await store.close();

    // A minute later, by the clock that both phones follow.
    server.now += 60_000;
    const other = await openTestStore(freshSlot(), storeDeps(), { ...lanMau, id: 'hoa-mau' });
    await exchangeOver(server, other, { device: 'device-of-hoa-mau' });
    must(await other.save([{ table: 'activity', id: 'a1', values: { title: 'Của Hoa' } }]));
    await exchangeOver(server, other, { device: 'device-of-hoa-mau' });

    const { store: anew } = await withPerson(device);
    await exchangeOver(server, anew);
    must(await anew.restore(rescued.entries));
    await exchangeOver(server, anew);
    await exchangeOver(server, anew);
    expect(await titles(anew)).toEqual(['a1 Của Hoa']);
    const conflicts = (await anew.list('conflict')).map(({ fields }) => [fields.field, fields.winner, fields.loser]);
    expect(conflicts).toEqual([['title', '"Của Hoa"', '"Của Lan"']]);
  });

  test('lets go only of what was taken in, whatever file that came from', async () => {
    const outside = createOutside();
    const { slot, older } = await withOlderFile(outside);
    const rescue = outside.rescueOf();
    await rescue.letGo(must(await rescue.openFile(older, SECRET)));
    expect(await rescue.copies()).toEqual([{ slot, count: 1 }]);
    const left = must(await rescue.open(slot, SECRET));
    expect(left.entries.map(({ mutation }) => mutation.operations[0]?.[1])).toEqual(['a2']);
    await rescue.letGo(left);
    expect([...outside.files.all.keys()]).toEqual([]);
  });

  test('is not even read when its database is there', async () => {
    const outside = createOutside();
    const slot = await shipwrecked(outside);
    const read = vi.spyOn(outside.files, 'read');
    expect(await outside.rescueOf().copies((one) => one === slot)).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  test('that is no file of ours, or was changed, opens nothing', async () => {
    const outside = createOutside();
    const slot = await shipwrecked(outside);
    const rescue = outside.rescueOf();
    const file = (await rescue.fileOf(slot)) ?? '';
    for (const text of ['', '{}', file.replace('so-tay/unsent', 'khác')])
      expect(await rescue.openFile(text, SECRET)).toEqual({ ok: false, problem: { code: 'rescue/unreadable' } });
    const parsed: { rows: { sealed: { bytes: string } }[] } = JSON.parse(file);
    for (const row of parsed.rows.slice(0, 1)) row.sealed.bytes = `AAAA${row.sealed.bytes.slice(4)}`;
    expect(must(await rescue.openFile(JSON.stringify(parsed), SECRET))).toMatchObject({ unreadable: 1 });
  });

  test('is what the open page still holds when every storage was cleared', async () => {
    const outside = createOutside();
    const device = await outside.open();
    const { slot, store } = await withPerson(device);
    must(await store.save([created('a1')]));
    outside.files.all.clear();
    outside.sentinel.mark = NO_MARK;
    clearAll();
    expect(await outside.rescueOf(device).copies()).toEqual([]);
    device.losses.note([slot], 'cleared');
    const rescue = outside.rescueOf(device);
    expect(await rescue.copies()).toEqual([{ slot, count: 1 }]);
    expect(must(await rescue.open(slot, SECRET)).entries).toHaveLength(1);
    // It was written down meanwhile: another tab, or this one loaded anew, finds it too.
    expect(await outside.rescueOf().copies()).toEqual([{ slot, count: 1 }]);
  });

  test('takes in what the open page holds beyond it, because the lifeboat was behind', async () => {
    const outside = createOutside();
    const device = await outside.open();
    const { slot, store } = await withPerson(device);
    must(await store.save([created('a1')]));
    await vi.waitFor(() => expect(outside.files.all.has(rowsName(slot))).toBe(true));
    outside.files.isFull = true;
    must(await store.save([created('a2')]));
    await vi.waitFor(() => expect(outside.failures).toHaveLength(1));
    outside.files.isFull = false;
    clearAll();
    device.losses.note([slot], 'cleared');
    expect(await outside.rescueOf(device).copies()).toEqual([{ slot, count: 2 }]);
    // The tab is closed: what it held is in the file.
    expect(must(await outside.rescueOf().open(slot, SECRET)).entries).toHaveLength(2);
  });
});
