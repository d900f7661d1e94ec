import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { guarded, orSlow } from '#client/store/failures.ts';
import { openDatabase, type OpenDeps } from '#client/store/open-database.ts';

const NAME = 'a-database';

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
});

const database = (version = 1): Dexie => {
  const dexie = new Dexie(NAME);
  dexie.version(version).stores({ rows: 'k' });
  return dexie;
};

const never = (): Promise<void> => new Promise(() => undefined);
/** Waits shorter than `ms` are over at once, longer ones never end. */
const upTo =
  (longest: number): OpenDeps['wait'] =>
  (ms) =>
    ms <= longest ? Promise.resolve() : never();
const patient: OpenDeps = { wait: upTo(300) };

const rawOpen = (version?: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open(NAME, version);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
  });

const failingOpen = (name: string, times: number) => {
  const factory = Dexie.dependencies.indexedDB;
  const real = factory.open.bind(factory);
  let tries = 0;
  const open = vi.spyOn(factory, 'open').mockImplementation((...args) => {
    tries += 1;
    if (tries > times) return real(...args);
    throw new DOMException('Internal error opening backing store', name);
  });
  return { tries: () => tries, restore: () => open.mockRestore() };
};

describe('Opening a database', () => {
  test('makes it when it is new, and says that it is lost when it was there before', async () => {
    const lost = { ok: false, problem: { code: 'store/lost', how: 'cleared' } };
    expect(await openDatabase(database(), true, patient)).toEqual(lost);
    expect(await Dexie.exists(NAME)).toBe(false);
    expect((await openDatabase(database(), false, patient)).ok).toBe(true);
    expect((await openDatabase(database(), true, patient)).ok).toBe(true);
  });

  test('leaves alone what a newer version of the app has written', async () => {
    const newer = database(3);
    await newer.open();
    newer.close();
    expect(await openDatabase(database(2), true, patient)).toEqual({ ok: false, problem: { code: 'store/newer' } });
    expect((await rawOpen()).version).toBe(30);
  });

  test('tries three times when the browser’s files are broken, and no more', async () => {
    const broken = failingOpen('UnknownError', 100);
    expect(await openDatabase(database(), true, patient)).toEqual({ ok: false, problem: { code: 'store/broken' } });
    expect(broken.tries()).toBe(3);
    broken.restore();
    const passing = failingOpen('UnknownError', 2);
    expect((await openDatabase(database(), false, patient)).ok).toBe(true);
    passing.restore();
  });

  test('says at once when the browser allows no storage', async () => {
    const refused = failingOpen('SecurityError', 100);
    expect(await openDatabase(database(), false, patient)).toEqual({
      ok: false,
      problem: { code: 'store/unavailable' },
    });
    expect(refused.tries()).toBe(1);
    refused.restore();
  });

  test('gives up after five seconds when the browser does not answer', async () => {
    vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
      const request: IDBOpenDBRequest = Object.create(new EventTarget());
      request.addEventListener = () => undefined;
      return request;
    });
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    expect(await openDatabase(database(), true, { wait })).toEqual({ ok: false, problem: { code: 'store/silent' } });
    expect(waits).toEqual([5_000]);
  });

  test('says that another tab holds an upgrade up, and goes on by itself when it lets go', async () => {
    const old = database(1);
    await old.open();
    old.close();
    const holder = await rawOpen();
    const heldUp: boolean[] = [];
    const waits: number[] = [];
    const opening = openDatabase(database(2), true, {
      wait: (ms) => {
        waits.push(ms);
        return upTo(1_500)(ms);
      },
      onHeldUp: (is) => {
        heldUp.push(is);
        if (is) holder.close();
      },
    });
    expect((await opening).ok).toBe(true);
    expect(heldUp[0]).toBe(true);
    expect(heldUp.at(-1)).toBe(false);
    // The five seconds count for the first look alone: an upgrade may take as long as it takes.
    expect(waits.filter((ms) => ms === 5_000)).toHaveLength(1);
  });
});

describe('An open database', () => {
  const watched = async (version = 1) => {
    const troubles: Problem[] = [];
    const dexie = database(version);
    const opened = await openDatabase(dexie, false, { ...patient, onTrouble: (problem) => troubles.push(problem) });
    expect(opened.ok).toBe(true);
    return { dexie, troubles };
  };

  test('gives way to a newer version, and asks for a reload once', async () => {
    const { dexie, troubles } = await watched(1);
    const newer = database(2);
    await newer.open();
    expect(troubles).toEqual([{ code: 'store/newer' }]);
    await expect(dexie.table('rows').count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    expect(troubles).toHaveLength(1);
    newer.close();
  });

  test('that another tab deletes is lost, and is not made anew by the next word', async () => {
    const { dexie, troubles } = await watched();
    await Dexie.delete(NAME);
    await expect(dexie.table('rows').put({ k: 'a' })).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    expect(troubles).toEqual([{ code: 'store/lost', how: 'cleared' }]);
    expect(await Dexie.exists(NAME)).toBe(false);
  });

  test('that comes up empty after the browser closed it is lost at once, and is not made anew', async () => {
    const { dexie, troubles } = await watched();
    // Nobody is asked and nothing is told: so it is when a browser clears an origin.
    const databases: unknown = Reflect.get(Dexie.dependencies.indexedDB, '_databases');
    expect(databases).toBeInstanceOf(Map);
    if (databases instanceof Map) databases.clear();
    dexie.close({ disableAutoOpen: false });
    await vi.waitFor(() => expect(troubles).toEqual([{ code: 'store/lost', how: 'cleared' }]));
    await expect(dexie.table('rows').put({ k: 'a' })).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    expect(await Dexie.exists(NAME)).toBe(false);
  });

  test('whose connection is gone for good is told once, and the work is tried twice', async () => {
    const { dexie, troubles } = await watched();
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(new DOMException('Connection to Indexed Database server lost', 'UnknownError'));
    };
    const unreachable = { ok: false, problem: { code: 'store/unreachable' } };
    expect(await guarded(dexie, work)).toEqual(unreachable);
    expect(tries).toBe(2);
    expect(await guarded(dexie, work)).toEqual(unreachable);
    expect(troubles).toEqual([{ code: 'store/unreachable' }]);
  });
});

describe('A save that takes too long', () => {
  test('is told as that, and not as done', async () => {
    expect(await orSlow(new Promise(() => undefined), () => Promise.resolve())).toEqual({
      ok: false,
      problem: { code: 'store/slow' },
    });
    expect(await orSlow(Promise.resolve({ ok: true, value: undefined }), never)).toEqual({
      ok: true,
      value: undefined,
    });
  });
});
