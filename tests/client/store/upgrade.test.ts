/** What an app of the first version left on a phone, opened by the app of today. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { slotDatabase, slotDatabaseName } from '#client/store/database.ts';
import { createOutside, SECRET, withPerson } from './rescue-world.ts';
import { created, createSyncServer, must, settleAll } from './world.ts';

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
});

const OF_TODAY = ['area', 'areas', 'shadow', 'replica', 'gs', 'ackH', 'shift', 'receiptN', 'size', 'seenMs', 'seenCtr'];

/** The same rows in a database as the first version made it. */
const asFirstVersion = async (slot: string): Promise<void> => {
  const { dexie: today } = slotDatabase(slot);
  await today.open();
  const tables = await Promise.all(
    today.tables.map(async (table) => {
      const rows: readonly Record<string, unknown>[] = await table.toArray();
      return { name: table.name, rows };
    }),
  );
  today.close();
  await Dexie.delete(slotDatabaseName(slot));
  const first = new Dexie(slotDatabaseName(slot));
  first.version(1).stores({
    positions: 's',
    records: '[s+t+k], t, *m',
    journal: '[s+n], s',
    staged: '[s+seq], s',
    parts: 's',
    summaries: '[s+m]',
    drafts: 'k',
    facts: 'k',
  });
  const dropped = new Set([...OF_TODAY, 'differs', 'gone']);
  const older = (row: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => !dropped.has(field)));
  await first.open();
  const known = new Set(first.tables.map(({ name }) => name));
  for (const { name, rows } of tables.filter((table) => known.has(table.name)))
    await first.table(name).bulkAdd(name === 'positions' ? rows.map(older) : [...rows]);
  first.close();
};

/** A person whose phone has unsent work of the first version, and no lifeboat. */
const ofFirstVersion = async () => {
  const outside = createOutside();
  const device = await outside.open();
  const { slot, store } = await withPerson(device);
  must(await store.save([created('a1')]));
  must(await store.save([created('a2')]));
  await store.close();
  await asFirstVersion(slot);
  outside.files.all.clear();
  return { outside, device, slot };
};

describe('A database of the first version', () => {
  test('is brought up to date with its positions, and its unsent work is sent', async () => {
    const { device, slot } = await ofFirstVersion();
    const store = must(await device.unlock(slot, SECRET));
    expect(store.waiting()).toBe(2);
    const server = await createSyncServer();
    await settleAll(server, store);
    expect(store.refused()).toEqual([]);
    const stored = await server.database.selectFrom('rec').select('id').where('tbl', '=', 'activity').execute();
    expect(stored.map(({ id }) => id).sort()).toEqual(['a1', 'a2']);
    await store.close();
  });

  test('that cannot be brought up to date is told as that, stays as it was, and gives its unsent work away', async () => {
    const { outside, device, slot } = await ofFirstVersion();
    const broken = vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
      throw new TypeError('an upgrade with a bug');
    });
    const opened = await device.unlock(slot, SECRET);
    broken.mockRestore();
    expect(opened).toEqual({ ok: false, problem: { code: 'store/not-upgraded' } });
    const rescue = outside.rescueOf(device);
    expect(await rescue.copies()).toEqual([{ slot, count: 2 }]);
    const file = (await rescue.fileOf(slot)) ?? '';
    const ids = must(await rescue.openFile(file, SECRET)).entries.map(({ mutation }) => mutation.operations[0]?.[1]);
    expect(ids).toEqual(['a1', 'a2']);

    // The next start tries again, from the beginning.
    const store = must(await device.unlock(slot, SECRET));
    expect(store.waiting()).toBe(2);
    expect(device.losses.adrift()).toEqual([]);
    await settleAll(await createSyncServer(), store);
    await store.close();
  });
});
