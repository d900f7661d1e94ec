/** What a screen sees of sending and receiving: counts, what asks for a person, the day under a wrong clock, the doors. */
import { createRoot, createSignal } from 'solid-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';
import type { Change } from '#domain/change.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Problem } from '#domain/problem.ts';
import type { Courier, CourierStatus } from '#client/courier/courier.ts';
import type { Ask } from '#client/courier/server-api.ts';
import { createWorkbook, type WorkbookDeps } from '#client/state/create-workbook.ts';
import type { Store } from '#client/store/store.ts';
import { created, freshSlot, lanMau, must, openTestStore, WORK } from '#tests/client/store/world.ts';
import { until } from './world.ts';

const NOW = Date.parse('2026-03-01T05:00:00Z');
const YEAR_MS = 365.25 * 86_400_000;

const quiet: CourierStatus = {
  busy: false,
  online: true,
  lastAt: undefined,
  problem: undefined,
  clockAheadMs: undefined,
  progress: undefined,
};

const createFakeCourier = () => {
  let tell = (_status: CourierStatus): void => undefined;
  let asked = 0;
  const courier: Courier = {
    status: () => quiet,
    onStatus: (listener) => {
      tell = listener;
      return () => undefined;
    },
    ask: () => {
      asked += 1;
    },
    stop: () => Promise.resolve(),
  };
  return { courier, asked: () => asked, say: (status: Partial<CourierStatus>) => tell({ ...quiet, ...status }) };
};

/** Answers every door with the same, and remembers what was asked. */
const createFakeDoors = (answer: Result<unknown>) => {
  const asked: unknown[] = [];
  const ask: Ask = async (method, path, schema, body) => {
    asked.push(body === undefined ? [method, path] : [method, path, body]);
    return answer.ok ? ok(v.parse(schema, answer.value)) : answer;
  };
  return { ask, asked };
};

const openWorkbook = (store: Store, courier: Courier, over: Partial<WorkbookDeps> = {}) =>
  createRoot((dispose) => {
    onTestFinished(dispose);
    const [me] = createSignal(store.me());
    return createWorkbook({
      store,
      courier,
      me,
      near: { units: [], lines: [] },
      now: () => NOW,
      newId: () => 'id',
      onTick: () => () => undefined,
      moveSampleDay: () => Promise.resolve(ok(undefined)),
      files: () => Promise.reject(new Error('no file is exchanged here')),
      ask: createFakeDoors(fail<Problem>({ code: 'courier/offline' })).ask,
      wait: () => new Promise(() => undefined),
      persistence: { read: () => Promise.resolve(undefined), ask: () => Promise.resolve(undefined) },
      onlyOnce: () => false,
      ...over,
    });
  });

const aConflict = (id: string, state = 'open'): Change => ({
  table: 'conflict',
  id,
  values: { $c: true, kind: 'field', table: 'activity', record: 'a', field: 'place', at: 1, state },
});

describe('what waits', () => {
  test('is listed with its weight and its changes as soon as it is saved', async () => {
    const workbook = openWorkbook(await openTestStore(freshSlot()), createFakeCourier().courier);
    expect(workbook.waiting()).toEqual([]);
    must(await workbook.save([created('a')]));
    const [one] = workbook.waiting();
    expect(one).toMatchObject({ scope: WORK, state: 'on-device', changes: [{ table: 'activity', id: 'a' }] });
    expect(one?.bytes).toBeGreaterThan(100);
    expect(workbook.sync().waiting).toBe(1);
  });

  test('goes into the scope that is named, and else into the own work', async () => {
    const me = { ...lanMau, role: 'leader' as const };
    const workbook = openWorkbook(await openTestStore(freshSlot(), undefined, me), createFakeCourier().courier);
    must(await workbook.save([aConflict('c', 'kept')], 'sample-unit/issued'));
    expect(workbook.waiting().map(({ scope }) => scope)).toEqual(['sample-unit/issued']);
  });
});

describe('what asks for a person', () => {
  test('is counted as long as it is open', async () => {
    const workbook = openWorkbook(await openTestStore(freshSlot()), createFakeCourier().courier);
    must(await workbook.save([aConflict('c.1'), aConflict('c.2'), aConflict('c.3', 'kept')]));
    await until(() => workbook.sync().conflicts === 2);
    must(await workbook.save([{ table: 'conflict', id: 'c.1', values: { state: 'taken' } }]));
    await until(() => workbook.sync().conflicts === 1);
    expect(workbook.sync().conflicts).toBe(1);
  });
});

describe('the day of work', () => {
  test('is the server’s, once it has told how wrong the phone’s clock is', async () => {
    const { courier, say } = createFakeCourier();
    const workbook = openWorkbook(await openTestStore(freshSlot()), courier, { now: () => NOW - 3 * YEAR_MS });
    expect(workbook.today()).toBe('2023-03-01');
    say({ clockAheadMs: 3 * YEAR_MS });
    expect(workbook.today()).toBe('2026-03-01');
  });

  test('is the phone’s as long as the clocks differ by minutes', async () => {
    const { courier, say } = createFakeCourier();
    const midnight = Date.parse('2026-03-01T16:55:00Z');
    const workbook = openWorkbook(await openTestStore(freshSlot()), courier, { now: () => midnight });
    say({ clockAheadMs: 9 * 60_000 });
    expect(workbook.today()).toBe('2026-03-01');
  });
});

describe('what only the server has', () => {
  test('is the history of a record, page by page', async () => {
    const entry = { seq: 3, field: 'place', before: null, after: 'Nhà văn hoá', used: false, person: 'lan-mau', at: 7 };
    const { ask, asked } = createFakeDoors(ok({ entries: [entry], next: 3 }));
    const workbook = openWorkbook(await openTestStore(freshSlot()), createFakeCourier().courier, { ask });
    const online = await workbook.online();
    const page = await online.history({ scope: WORK, table: 'activity', id: 'a~1', before: 9 });
    expect(page).toEqual({ ok: true, value: { entries: [entry], next: 3 } });
    expect(asked).toEqual([['GET', '/history?scope=sample-unit%2Fwork&table=activity&id=a%7E1&before=9']]);
  });

  test('is what a held mutation says, if it is told', async () => {
    const changes = [{ table: 'activity', id: 'a', values: { title: 'Họp thôn' } }];
    const { ask, asked } = createFakeDoors(ok({ person: 'lan-mau', at: 7, problem: { code: 'x' }, changes }));
    const workbook = openWorkbook(await openTestStore(freshSlot()), createFakeCourier().courier, { ask });
    const held = await (await workbook.online()).held({ scope: WORK, alias: 4, n: 3 });
    expect(held).toEqual({ ok: true, value: { changes } });
    expect(asked).toEqual([['GET', '/held?scope=sample-unit%2Fwork&alias=4&n=3']]);
  });

  test('is asked to release or to refuse what is held, and an exchange brings what came of it', async () => {
    const { ask, asked } = createFakeDoors(ok(undefined));
    const { courier, asked: exchanges } = createFakeCourier();
    const workbook = openWorkbook(await openTestStore(freshSlot()), courier, { ask });
    const online = await workbook.online();
    const held = { scope: WORK, alias: 4, n: 3 } as const;
    must(await online.release(held));
    must(await online.refuse(held));
    expect(asked).toEqual([
      ['POST', '/held/release', held],
      ['POST', '/held/drop', held],
    ]);
    expect(exchanges()).toBe(2);
  });

  test('says why it cannot be had, and asks for no exchange', async () => {
    const { courier, asked: exchanges } = createFakeCourier();
    const workbook = openWorkbook(await openTestStore(freshSlot()), courier);
    const online = await workbook.online();
    const offline = { ok: false, problem: { code: 'courier/offline' } };
    expect(await online.release({ scope: WORK, alias: 4, n: 3 })).toEqual(offline);
    expect(await online.checkReceipt('ABCD-2345')).toEqual(offline);
    expect(exchanges()).toBe(0);
  });

  test('is what a receipt covers, by its code', async () => {
    const receipt = { code: 'ABCD-2345', at: 7, name: 'Lan Mẫu', taken: 3, held: 0, whole: true };
    const { ask, asked } = createFakeDoors(ok({ ...receipt, person: 'lan-mau' }));
    const workbook = openWorkbook(await openTestStore(freshSlot()), createFakeCourier().courier, { ask });
    const online = await workbook.online();
    expect(await online.checkReceipt('abcd 2345')).toEqual({ ok: true, value: receipt });
    expect(asked).toEqual([['GET', '/receipts/abcd%202345']]);
  });
});
