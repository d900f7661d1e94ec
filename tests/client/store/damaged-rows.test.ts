import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { slotDatabase } from '#client/store/database.ts';
import { rowsName } from '#client/store/lifeboat.ts';
import type { Store } from '#client/store/store.ts';
import {
  created,
  createSyncServer,
  exchangeOver,
  freshSlot,
  must,
  openTestStore,
  settleAll,
  slotJournal,
  WORK,
} from './world.ts';
import { createOutside, SECRET, withPerson } from './rescue-world.ts';

const ids = async (store: Store) => (await store.list('activity')).map(({ id }) => id).sort();

/** One byte of the journal's row is another one. */
const damage = async (slot: string, n: number): Promise<void> => {
  const { dexie, journal } = slotDatabase(slot);
  const row = (await journal.toArray()).find((one) => one.n === n);
  if (row === undefined) throw new Error('no row');
  const bytes = row.sealed.bytes.slice();
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await journal.put({ ...row, sealed: { ...row.sealed, bytes } });
  dexie.close();
};

const save = async (store: Store, ...made: readonly string[]): Promise<void> => {
  for (const id of made) must(await store.save([created(id)]));
};

const UNREADABLE = { scope: WORK, problem: { code: 'store/unreadable' }, changes: [] };

describe('Own work that does not open any more', () => {
  test('is never called sent: it stays as something to see to, and what stands behind it goes all the same', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const before = await openTestStore(slot);
    await save(before, 'a1', 'a2', 'a3');
    await before.close();
    await damage(slot, 2);

    const store = await openTestStore(slot);
    expect(store.waiting()).toBe(3);
    await settleAll(server, store);
    expect(await ids(store)).toEqual(['a1', 'a3']);
    expect(store.refused()).toMatchObject([{ ...UNREADABLE, n: 2 }]);
    expect((await slotJournal(slot)).filter(({ state }) => state === 'waiting').map(({ n }) => n)).toEqual([2]);
    await store.close();

    const again = await openTestStore(slot);
    expect(again.refused()).toMatchObject([{ ...UNREADABLE, n: 2 }]);
    must(await again.settle(WORK, 2));
    expect(again.refused()).toEqual([]);
    expect(await slotJournal(slot)).not.toContainEqual(expect.objectContaining({ state: 'waiting' }));
    await again.close();
  });

  test('stops nothing behind it, however many rows there are, and when', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const first = await openTestStore(slot);
    await save(first, 'a1', 'a2', 'a3');
    await first.close();
    await damage(slot, 2);
    const second = await openTestStore(slot);
    await settleAll(server, second);
    await save(second, 'a4', 'a5', 'a6', 'a7');
    await second.close();
    const late = (await slotJournal(slot)).filter(({ state }) => state === 'waiting').map(({ n }) => n);
    for (const n of late.slice(2, 4)) await damage(slot, n);

    const store = await openTestStore(slot);
    await settleAll(server, store);
    expect(await ids(store)).toEqual(['a1', 'a3', 'a4', 'a7']);
    expect(store.refused()).toHaveLength(3);
    await store.close();
  });

  test('is let go when the server had it after all', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const before = await openTestStore(slot);
    await save(before, 'a1');
    await exchangeOver(server, before, { down: 700 });
    await before.close();
    await damage(slot, 1);
    const store = await openTestStore(slot);
    await settleAll(server, store);
    expect(await ids(store)).toEqual(['a1']);
    expect(store.refused()).toEqual([]);
    await store.close();
  });

  test('is taken from the lifeboat, where it is whole', async () => {
    const outside = createOutside();
    const server = await createSyncServer();
    const { slot, store } = await withPerson(await outside.open());
    await save(store, 'a1', 'a2', 'a3');
    const isKept = () => expect(outside.files.all.get(rowsName(slot))?.split('\n')).toHaveLength(4);
    await vi.waitFor(isKept);
    await store.close();
    await damage(slot, 2);
    const again = must(await (await outside.open()).unlock(slot, SECRET));
    expect(again.waiting()).toBe(3);
    await settleAll(server, again);
    expect(await ids(again)).toEqual(['a1', 'a2', 'a3']);
    expect(again.refused()).toEqual([]);
    await again.close();
  });

  test('is taken from there also after it was passed over', async () => {
    const outside = createOutside();
    const server = await createSyncServer();
    const { slot, store } = await withPerson(await outside.open());
    await save(store, 'a1', 'a2', 'a3');
    await vi.waitFor(() => expect(outside.files.all.get(rowsName(slot))?.split('\n')).toHaveLength(4));
    await store.close();
    await damage(slot, 2);
    const kept = outside.files.all.get(rowsName(slot)) ?? '';
    outside.files.all.clear();
    const without = must(await (await outside.open()).unlock(slot, SECRET));
    await settleAll(server, without);
    expect(without.refused()).toHaveLength(1);
    await without.close();

    outside.files.all.set(rowsName(slot), kept);
    const again = must(await (await outside.open()).unlock(slot, SECRET));
    expect(again.refused()).toEqual([]);
    expect(again.waiting()).toBe(1);
    await settleAll(server, again);
    expect(await ids(again)).toEqual(['a1', 'a2', 'a3']);
    await again.close();
  });
});
