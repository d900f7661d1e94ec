import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { createRoot } from 'solid-js';
import { beforeEach, describe, expect, test } from 'vitest';
import { created, must } from '#tests/client/store/world.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import type { Workbook } from '#client/state/workbook.ts';
import { createOffice, NOW, openDoor, openWorkbook, PASSWORD, SECRET, until, type Office } from './world.ts';

const november = () => ({ from: '2024-11-01', to: '2024-11-30' });
/** A live answer, read under an owner of the test's. */
const live = <T>(make: () => () => T | undefined): Promise<T> => createRoot(() => until(make()));

let office: Office;
beforeEach(() => {
  office = createOffice();
  Dexie.dependencies.indexedDB = new IDBFactory();
});

describe('The door', () => {
  test('asks for set-up on a fresh server, for a sign-in on one that is set up, and for a sign-in offline', async () => {
    office.needsSetUp = true;
    const { door } = openDoor(office);
    await until(() => door.phase() === 'set-up');
    door.leaveSetUp();
    expect(door.phase()).toBe('signed-out');

    office.needsSetUp = false;
    const second = openDoor(office).door;
    await until(() => second.phase() === 'signed-out');
    office.online = false;
    const third = openDoor(office).door;
    await until(() => third.phase() === 'signed-out');
    expect(await third.signIn('lan.mau', PASSWORD)).toEqual({ ok: false, problem: { code: 'courier/offline' } });
  });

  test('leads from a sign-in over the choice of a secret into the workbook, and hands the recovery key over', async () => {
    const { door } = openDoor(office);
    await until(() => door.phase() === 'signed-out');
    expect((await door.signIn('lan.mau', 'wrong')).ok).toBe(false);
    must(await door.signIn('lan.mau', PASSWORD));
    expect(door.phase()).toBe('choosing-secret');
    expect(await door.chooseSecret('123456')).toEqual({ ok: false, problem: { code: 'vault/secret-too-plain' } });
    expect(door.slots()).toEqual([]);
    must(await door.chooseSecret(SECRET));
    expect(door.phase()).toBe('open');
    expect(door.workbook()?.me().name).toBe('Lan Mẫu');
    const workbook = await until(() => door.workbook());
    await until(() => workbook.sync().lastAt);
    expect(office.recovery.size).toBe(1);
  });

  test('shows what was opened over the own workbook in its place, until it is closed or locked, and over no other', async () => {
    const { door } = openDoor(office);
    const own = await openWorkbook(door);
    const opened: Workbook = { ...own, opened: { own, strip: () => undefined } };
    door.show(opened);
    expect(door.workbook()).toBe(opened);
    door.show(undefined);
    expect(door.workbook()).toBe(own);
    door.show(opened);
    door.lock();
    expect(door.workbook()).toBeUndefined();
    // What was still on its way when the phone was locked.
    door.show(opened);
    expect(door.workbook()).toBeUndefined();
    must(await door.unlock(door.slots()[0] ?? '', SECRET));
    const next = await until(() => door.workbook());
    door.show(opened);
    expect(door.workbook()).toBe(next);
  });

  test('hides the workbook at once on lock, and opens again offline with all that was saved', async () => {
    const first = openDoor(office);
    const workbook = await openWorkbook(first.door);
    must(await workbook.save([created('a1')]));
    first.door.lock();
    expect(first.door.workbook()).toBeUndefined();
    expect(first.door.phase()).toBe('locked');

    office.online = false;
    const { door } = openDoor(office);
    await until(() => door.phase() === 'locked');
    const [slot] = door.slots();
    expect(await door.unlock(slot ?? '', 'another secret')).toMatchObject({ problem: { code: 'vault/wrong-secret' } });
    must(await door.unlock(slot ?? '', SECRET));
    const again = await until(() => door.workbook());
    const rows = await live(() => again.activitiesBetween(november));
    expect(rows.map(({ id }) => id)).toEqual(['a1']);
  });

  test('lets a second person in beside the first, whose unsent work stays', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    office.online = false;
    must(await workbook.save([created('a1')]));
    office.online = true;
    door.addPerson();
    expect(door.phase()).toBe('signed-out');
    must(await door.signIn('hoa.mau', PASSWORD));
    must(await door.chooseSecret('suối và nương'));
    const hers = await until(() => door.workbook());
    expect(hers.me().name).toBe('Hoa Mẫu');
    expect(door.slots().length).toBe(2);
    expect(await live(() => hers.months(() => 3))).toEqual([]);
    door.lock();

    for (const slot of door.slots()) await door.unlock(slot, SECRET);
    const his = await until(() => door.workbook());
    expect(his.me().name).toBe('Lan Mẫu');
    expect((await live(() => his.activity(() => 'a1')))?.fields.title).toBe('Lễ phát động Tháng hành động');
  });

  test('gives a new secret to whom the server knows, when the old one is forgotten', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().lastAt);
    must(await workbook.save([created('a1')]));
    door.lock();
    const slot = door.slots()[0] ?? '';
    expect(await door.recover(slot, 'hoa.mau', PASSWORD)).toMatchObject({ problem: { code: 'session/other-person' } });
    expect(door.phase()).toBe('locked');
    must(await door.recover(slot, 'lan.mau', PASSWORD));
    expect(door.phase()).toBe('choosing-secret');
    must(await door.chooseSecret('mùa lúa chín'));
    const again = await until(() => door.workbook());
    expect((await live(() => again.activity(() => 'a1')))?.id).toBe('a1');
  });

  test('keeps work going when the session has ended, and sends it after the password was given anew', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().lastAt);
    office.ended = true;
    must(await workbook.save([created('a1')]));
    workbook.syncNow();
    await until(() => workbook.sync().problem?.code === 'session/required');
    expect(workbook.sync().waiting).toBe(1);
    expect((await door.renew('wrong')).ok).toBe(false);
    must(await door.renew(PASSWORD));
    await until(() => workbook.sync().problem === undefined);
    expect(workbook.sync().waiting).toBe(0);
  });
});

describe('The workbook', () => {
  test('shows an edit as soon as it is saved, and its state as it is sent', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    const rows = createRoot(() => workbook.activitiesBetween(november));
    await until(() => rows()?.length === 0);
    must(await workbook.save([created('a1')]));
    await until(() => rows()?.[0]?.state === 'on-device');
    workbook.syncNow();
    await until(() => rows()?.[0]?.state === 'sent');
    expect(workbook.sync()).toMatchObject({ waiting: 0, refused: 0, lastAt: NOW });
    const found = createRoot(() => workbook.search(() => 'le phat dong'));
    await until(() => found()?.length === 1);
  });

  test("stands on the sample's day where the unit, or one above it, has one", async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    expect(workbook.today()).toBe('2026-03-01');
    expect(workbook.isSample()).toBe(false);

    await writeUnits(office, '2024-11-21');
    workbook.syncNow();
    await until(() => workbook.isSample());
    expect(workbook.today()).toBe('2024-11-21');
    must(await workbook.moveSampleDay('2024-12-16'));
    expect(office.days).toEqual(['2024-12-16']);
    door.lock();

    must(await door.unlock(door.slots()[0] ?? '', SECRET));
    expect((await until(() => door.workbook())).today()).toBe('2024-11-21');
  });

  test('keeps drafts of forms, also over a lock', async () => {
    const { door } = openDoor(office);
    const workbook = await openWorkbook(door);
    await workbook.drafts.write('activity', { title: 'Đang gõ' });
    door.lock();
    must(await door.unlock(door.slots()[0] ?? '', SECRET));
    const again = await until(() => door.workbook());
    expect(await again.drafts.read('activity')).toEqual({ title: 'Đang gõ' });
    await again.drafts.drop('activity');
    expect(await again.drafts.read('activity')).toBeUndefined();
  });
});

/** The sample's root with its day, and the own unit under it. */
const writeUnits = async (at: Office, today: string): Promise<void> => {
  const { storage } = await at.server;
  await writeAsServer(storage.ledger, {
    scope: 'root/units',
    changes: [
      { table: 'unit', id: 'sample-root', values: { $c: true, name: 'Tỉnh Mẫu', kind: 'tỉnh', sample: true, today } },
      { table: 'unit', id: 'sample-unit', values: { $c: true, name: 'Xã Mẫu', kind: 'xã' } },
      {
        table: 'unit-line',
        id: 'l1',
        values: { $c: true, unit: 'sample-unit', other: 'sample-root', relation: 'parent' },
      },
    ],
    person: '',
    at: NOW,
  });
};
