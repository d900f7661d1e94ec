import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { fail } from '#domain/result.ts';
import { openDevice } from '#client/store/device.ts';
import { newToken } from '#client/store/new-id.ts';
import { createHub, must } from '#tests/client/store/world.ts';
import { deriveCheaply } from '#tests/client/vault/derive.ts';
import { apiOf, createOffice, NOW, openDoor, openWorkbook, SECRET, until, type Office } from './world.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);
const HALF_AN_HOUR = 30 * 60_000;

let office: Office;
let reported: unknown[];
const report = (error: unknown): void => {
  reported.push(error);
};
beforeEach(() => {
  office = createOffice();
  reported = [];
  Dexie.dependencies.indexedDB = new IDBFactory();
});

describe('The door', () => {
  test('says that the phone is unusable when its storage breaks with an error', async () => {
    const fault = new TypeError('a bug');
    const { door } = openDoor(office, { report, openDevice: () => Promise.reject(fault) });
    await until(() => door.phase() === 'unusable');
    expect(door.problem()).toEqual({ code: 'store/unavailable' });
    expect(await door.unlock('slot0001', SECRET)).toEqual({ ok: false, problem: { code: 'store/unavailable' } });
    expect(reported).toEqual([fault]);
  });

  test('lets people sign in after four seconds when the link does not answer', async () => {
    const waits: number[] = [];
    const { door } = openDoor(office, {
      api: { ...apiOf(office), needsSetUp: never },
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });
    await until(() => door.phase() === 'signed-out');
    expect(waits).toEqual([4_000]);
  });

  test('drops the keys half an hour after locking, though the exchange never ends', async () => {
    let closed = 0;
    let over: () => void = () => undefined;
    const { door } = openDoor(office, {
      api: { ...apiOf(office), sync: never },
      openDevice: () =>
        openDevice({
          derive: deriveCheaply,
          now: () => NOW,
          wait: never,
          newToken,
          report,
          channel: () => {
            const channel = createHub()();
            return { ...channel, close: () => (closed += 1) };
          },
        }),
      wait: (ms) =>
        new Promise((resolve) => {
          if (ms === HALF_AN_HOUR) over = resolve;
        }),
    });
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().busy);
    door.lock();
    must(await door.unlock(door.slots()[0] ?? '', SECRET));
    expect(closed).toBe(0);
    over();
    await vi.waitFor(() => {
      expect(closed).toBe(1);
    });
  });

  test('closes the store when the exchange ends, whatever else there is to wait for', async () => {
    let closed = 0;
    const { door } = openDoor(office, {
      openDevice: () =>
        openDevice({
          derive: deriveCheaply,
          now: () => NOW,
          wait: never,
          newToken,
          report,
          channel: () => ({ ...createHub()(), close: () => (closed += 1) }),
        }),
    });
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().lastAt);
    door.lock();
    await vi.waitFor(() => {
      expect(closed).toBe(1);
    });
  });

  test('reports what fails behind an open workbook, which stays open', async () => {
    const fault = new TypeError('a bug');
    const { door } = openDoor(office, { report, api: { ...apiOf(office), me: () => Promise.reject(fault) } });
    await openWorkbook(door);
    await vi.waitFor(() => {
      expect(reported).toEqual([fault]);
    });
    expect(door.phase()).toBe('open');
  });

  test('reports that the time of the last exchange could not be kept', async () => {
    const silent = () => Promise.resolve(fail<Problem>({ code: 'courier/unreachable' }));
    const { door } = openDoor(office, { report, api: { ...apiOf(office), me: silent } });
    const workbook = await openWorkbook(door);
    await until(() => workbook.sync().lastAt);
    office.now += 60_000;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new TypeError('a bug');
    });
    workbook.syncNow();
    await vi.waitFor(() => {
      expect(reported[0]).toMatchObject({ message: 'a bug' });
    });
    put.mockRestore();
  });
});
