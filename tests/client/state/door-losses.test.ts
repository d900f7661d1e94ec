import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { slotDatabaseName } from '#client/store/database.ts';
import { openDevice } from '#client/store/device.ts';
import { rowsName } from '#client/store/lifeboat.ts';
import { created, must } from '#tests/client/store/world.ts';
import { createOutside } from '#tests/client/store/rescue-world.ts';
import { createOffice, openDoor, openWorkbook, PASSWORD, SECRET, until, type Office } from './world.ts';

let office: Office;
let outside: ReturnType<typeof createOutside>;
beforeEach(() => {
  office = createOffice();
  outside = createOutside();
  Dexie.dependencies.indexedDB = new IDBFactory();
});

/** A door whose device has a sentinel and a lifeboat. */
const guardedDoor = () =>
  openDoor(office, {
    openDevice: (hears) => openDevice(outside.deps(hears)),
    openRescue: (adrift) => Promise.resolve(outside.rescueOf({ losses: { adrift } })),
  }).door;

const signInAgain = async (door: ReturnType<typeof guardedDoor>, name = 'lan.mau') => {
  await until(() => door.phase() === 'signed-out');
  must(await door.signIn(name, PASSWORD));
  must(await door.chooseSecret(SECRET));
  return until(() => door.workbook());
};

const withUnsentWork = async () => {
  const door = guardedDoor();
  const workbook = await openWorkbook(door);
  office.online = false;
  must(await workbook.save([created('a1')]));
  const [slot = ''] = door.slots();
  await vi.waitFor(() => expect(outside.files.all.has(rowsName(slot))).toBe(true));
  return { door, slot };
};

describe('The door before a lost database', () => {
  test('takes a workbook that another tab took off the phone for no loss: it closes, and nobody is alarmed', async () => {
    const here = guardedDoor();
    const workbook = await openWorkbook(here);
    await until(() => workbook.sync().lastAt);
    const [slot = ''] = here.slots();
    const there = guardedDoor();
    await until(() => there.phase() === 'locked');
    must(await there.unlock(slot, SECRET));

    must(await here.leavePhone());
    await until(() => there.phase() === 'signed-out');
    expect(there.workbook()).toBeUndefined();
    expect(outside.sentinel.mark.loss).toBeUndefined();
    const next = guardedDoor();
    await until(() => next.phase() === 'signed-out');
    expect(office.losses).toEqual([]);
  });

  test('stands closed while it is open, until the person goes on; then the unsent work is put back and the server told', async () => {
    const { door, slot } = await withUnsentWork();
    await Dexie.delete(slotDatabaseName(slot));
    await until(() => door.phase() === 'lost');
    expect(door.workbook()).toBeUndefined();
    expect(door.loss()).toMatchObject({ how: 'cleared', slots: [slot], unsent: 1 });

    const recovery = await door.recovery();
    await recovery.look();
    expect(recovery.copies()).toEqual([{ slot, count: 1 }]);
    expect(await recovery.open(slot, 'sai')).toMatchObject({ problem: { code: 'vault/wrong-secret' } });
    must(await recovery.open(slot, SECRET));
    expect(recovery.aboard()).toBe(1);

    office.online = true;
    await door.leaveLoss();
    const workbook = await signInAgain(door);
    await until(() => recovery.restored());
    expect(recovery.restored()).toEqual({ restored: 1, known: 0 });
    expect(recovery.aboard()).toBe(0);
    expect(recovery.copies()).toEqual([]);
    await until(() => workbook.sync().waiting === 0);
    await vi.waitFor(() => expect(office.losses).toMatchObject([{ how: 'cleared', unsent: 1 }]));
    expect(outside.sentinel.mark.untold).toBeUndefined();
  });

  test('is no first run after a new start, and nobody else’s sign-in takes the work', async () => {
    const { slot } = await withUnsentWork();
    Dexie.dependencies.indexedDB = new IDBFactory();
    const door = guardedDoor();
    await until(() => door.phase() === 'lost');
    const recovery = await door.recovery();
    must(await recovery.open(slot, SECRET));
    office.online = true;
    await door.leaveLoss();
    const other = await signInAgain(door, 'hoa.mau');
    expect(recovery.aboard()).toBe(1);
    expect(other.sync().waiting).toBe(0);
    door.addPerson();
    await signInAgain(door);
    expect(recovery.restored()).toEqual({ restored: 1, known: 0 });
  });

  test('takes a file into the open workbook of its person, and of nobody else', async () => {
    const { door, slot } = await withUnsentWork();
    const recovery = await door.recovery();
    const text = (await recovery.fileOf(slot)) ?? '';
    must(await recovery.openFile(text, SECRET));
    expect(recovery.restored()).toEqual({ restored: 0, known: 1 });
    // Its own lifeboat is no copy of anything lost, and stays.
    await recovery.look();
    expect(recovery.copies()).toEqual([]);
    expect(outside.files.all.has(rowsName(slot))).toBe(true);

    office.online = true;
    door.addPerson();
    await signInAgain(door, 'hoa.mau');
    expect(await recovery.openFile(text, SECRET)).toEqual({ ok: false, problem: { code: 'rescue/other-person' } });
  });
});

describe('The page of a loss', () => {
  test('lists no copy of work that is safe, also after a new start', async () => {
    const { door, slot: safe } = await withUnsentWork();
    office.online = true;
    door.addPerson();
    await until(() => door.phase() === 'signed-out');
    must(await door.signIn('hoa.mau', PASSWORD));
    must(await door.chooseSecret(SECRET));
    const workbook = await until(() => door.workbook());
    office.online = false;
    must(await workbook.save([created('b1')]));
    const lost = door.slots().find((slot) => slot !== safe) ?? '';
    await vi.waitFor(() => expect(outside.files.all.has(rowsName(lost))).toBe(true));
    await Dexie.delete(slotDatabaseName(lost));
    await until(() => door.phase() === 'lost');

    const again = guardedDoor();
    await until(() => again.phase() === 'lost');
    const recovery = await again.recovery();
    await recovery.look();
    expect(recovery.copies()).toEqual([{ slot: lost, count: 1 }]);
  });
});

describe('The door', () => {
  test('looks for copies again when the browser could not be asked the first time', async () => {
    let asked = 0;
    const { door } = openDoor(office, {
      openRescue: (adrift) => {
        asked += 1;
        const opened = () => outside.rescueOf({ losses: { adrift } });
        return asked === 1 ? Promise.reject(new Error('no storage while it is cleared')) : Promise.resolve(opened());
      },
    });
    await expect(door.recovery()).rejects.toThrow('no storage');
    const recovery = await door.recovery();
    await recovery.look();
    expect(recovery.copies()).toEqual([]);
  });

  test('says that only a reload helps when another tab brings a newer version', async () => {
    const { door, slot } = await withUnsentWork();
    const newer = new Dexie(slotDatabaseName(slot));
    newer.version(99).stores({});
    await newer.open();
    expect(door.stuck()).toEqual({ code: 'store/newer' });
    newer.close();
  });

  test('tells the workbook when unsent work stands in one place only', async () => {
    outside.files.isFull = true;
    const reported: unknown[] = [];
    const { door } = openDoor(office, {
      report: (error) => reported.push(error),
      openDevice: (hears) => openDevice(outside.deps(hears)),
    });
    const workbook = await openWorkbook(door);
    expect(workbook.storage().onlyOnce).toBe(false);
    must(await workbook.save([created('a1')]));
    await until(() => workbook.storage().onlyOnce);
    expect(reported).toHaveLength(1);
  });

  test('asks the browser to keep the data after the first save, and only once', async () => {
    const ask = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
    const { door } = openDoor(office, { persistence: { read: () => Promise.resolve(false), ask } });
    const workbook = await openWorkbook(door);
    await until(() => workbook.storage().persisted === false);
    must(await workbook.save([created('a1')]));
    await until(() => workbook.storage().persisted === true);
    must(await workbook.save([created('a2')]));
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
