import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '#client/store/store.ts';
import { ok } from '#domain/result.ts';
import type { CourierDeps } from '#client/courier/courier.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';
import { deviceOf } from '#tests/support/sync-server.ts';
import {
  created,
  createSyncServer,
  ENDS_BEFORE,
  freshSlot,
  must,
  openTestStore,
  WORK,
} from '#tests/client/store/world.ts';
import { carry } from './world.ts';

const PHONE = 'phone-of-the-sample';
const opened: Store[] = [];
const open = async (): Promise<Store> => {
  const store = await openTestStore(freshSlot());
  opened.push(store);
  return store;
};
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

describe('The courier', () => {
  test('sends two seconds after an edit', async () => {
    const server = await createSyncServer();
    const store = await open();
    const { clock, until, courier } = carry(server, store, PHONE);
    must(await store.save([created('a1')]));
    await until(() => store.waiting() === 0);
    expect(clock.elapsed()).toBe(2_000);
    await until(() => !courier.status().busy);
    expect(courier.status()).toMatchObject({ lastAt: clock.now(), problem: undefined });
    await courier.stop();
  });

  test('sends when the page or the network comes back, and every five minutes', async () => {
    const store = await open();
    const { line, wake, until, clock, courier } = carry(await createSyncServer(), store, PHONE);
    wake();
    await until(() => courier.status().lastAt !== undefined);
    expect(line.requests.length).toBe(1);
    await until(() => line.requests.length === 2);
    expect(clock.elapsed()).toBe(5 * 60_000);
    await courier.stop();
  });

  test('does not talk while offline, and says so', async () => {
    const store = await open();
    const { line, until, clock, courier } = carry(await createSyncServer(), store, PHONE);
    line.online = false;
    must(await store.save([created('a1')]));
    await until(() => clock.elapsed() >= 2_000);
    expect(line.requests).toEqual([]);
    expect(courier.status()).toMatchObject({ online: false, problem: { code: 'courier/offline' } });
    await courier.stop();
  });

  test('leaves a dead link in peace for ever longer, and comes back at once when it lives', async () => {
    const store = await open();
    const server = await createSyncServer();
    const { line, until, clock, courier } = carry(server, store, PHONE, { online: () => true });
    line.online = false;
    courier.ask();
    await until(() => line.requests.length === 6);
    // 0.75, 1.5, 3, 6 and 12 s: the middle of the jitter.
    expect(clock.elapsed()).toBe(23_250);
    expect(courier.status().problem).toEqual({ code: 'courier/unreachable' });
    must(await store.save([created('a1')]));
    line.online = true;
    courier.ask();
    await until(() => store.waiting() === 0);
    await courier.stop();
  });

  test('keeps a session that ended as a problem, stops asking for itself, and goes on after a sign-in', async () => {
    const store = await open();
    const { line, until, clock, courier } = carry(await createSyncServer(), store, PHONE);
    line.refusal = { code: 'session/required' };
    courier.ask();
    await until(() => courier.status().problem !== undefined);
    expect(courier.status()).toMatchObject({ busy: false, problem: { code: 'session/required' } });
    await until(() => clock.elapsed() >= 20_000);
    expect(line.requests.length).toBe(1);
    must(await store.save([created('a1')]));
    line.refusal = undefined;
    courier.ask();
    await until(() => store.waiting() === 0);
    await courier.stop();
  });

  test('lets one tab send at a time; the other comes back later', async () => {
    const store = await open();
    let taken = true;
    const { line, until, clock, courier } = carry(await createSyncServer(), store, PHONE, {
      exclusively: async (task) => (taken ? undefined : task()),
    });
    courier.ask();
    await until(() => clock.elapsed() >= 700);
    expect(line.requests).toEqual([]);
    taken = false;
    await until(() => line.requests.length === 1);
    expect(courier.status().problem).toBeUndefined();
    await courier.stop();
  });

  test('goes on after an exchange that broke off with an error, and reports it', async () => {
    const store = await open();
    const reported: unknown[] = [];
    const faults = [new Error('the lock was stolen'), new TypeError('a bug')];
    const { until, courier } = carry(await createSyncServer(), store, PHONE, {
      report: (error) => reported.push(error),
      exclusively: async (task) => {
        const fault = faults[reported.length];
        if (fault !== undefined) throw fault;
        return task();
      },
    });
    must(await store.save([created('a1')]));
    await until(() => reported.length === 1 && !courier.status().busy);
    expect(courier.status().problem).toEqual({ code: 'courier/unreachable' });
    await until(() => store.waiting() === 0);
    expect(reported).toEqual(faults);
    await courier.stop();
  });

  test('is not kept from working by who listens and fails', async () => {
    const store = await open();
    const reported: unknown[] = [];
    const { until, courier } = carry(await createSyncServer(), store, PHONE, {
      report: (error) => reported.push(error),
    });
    courier.onStatus(() => {
      throw new Error('a screen that fails');
    });
    must(await store.save([created('a1')]));
    await until(() => store.waiting() === 0);
    expect(reported.length).toBeGreaterThan(0);
    await courier.stop();
  });

  test('does not offer again at once what the server answers to and does not take', async () => {
    const store = await open();
    // More than the largest request carries.
    for (let i = 0; i < 12; i += 1) must(await store.save([created(`a${i}`, { narrative: 'x'.repeat(28_000) })]));
    const server = await createSyncServer();
    const deaf: Partial<CourierDeps> = {
      send: async (lines) => {
        line.requests.push([...lines]);
        const heard = lines.filter((text) => /^\["[qs]"/u.test(text));
        const answered = await server.exchange(store.me(), deviceOf(lines), heard, false);
        return ok(new Response(answered.map((text) => `${text}\n`).join('')));
      },
    };
    const { line, until, clock, courier } = carry(server, store, PHONE, deaf);
    courier.ask();
    await until(() => line.requests.length === 5);
    expect(clock.elapsed()).toBeGreaterThan(5_000);
    expect(store.waiting()).toBe(12);
    await courier.stop();
  });

  test.each([1_800, 2_500, 4_096])(
    'ends over a link that dies every %d bytes in both directions, and nothing comes twice',
    async (bytes) => {
      const server = await createSyncServer();
      const [writer, reader] = [await open(), await open()];
      const narrative = 'Bà con các thôn bản cùng tham gia. '.repeat(150);
      for (let i = 0; i < 8; i += 1) must(await writer.save([created(`a${i}`), created(`b${i}`)]));
      must(await writer.save([created('long', { narrative })]));
      must(await writer.save([created('refused', ENDS_BEFORE)]));
      must(await writer.save([created('after')]));

      const sending = carry(server, writer, 'phone-number-one');
      sending.line.bytes = bytes;
      sending.courier.ask();
      await sending.until(() => writer.waiting() === 0 && sending.courier.status().lastAt !== undefined);
      const taken = await server.database
        .selectFrom('taken')
        .select('n')
        .where('scope', '=', WORK)
        .orderBy('n')
        .execute();
      expect(taken.map(({ n }) => n)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
      const made = (await fieldsOfHistory(server.database)).filter(
        ({ scope, tbl, field }) => scope === WORK && tbl === 'activity' && field === '$c',
      );
      expect(new Set(made.map(({ id }) => id)).size).toBe(18);
      expect(made.length).toBe(18);

      const reading = carry(server, reader, 'phone-number-two');
      reading.line.bytes = bytes;
      reading.courier.ask();
      await reading.until(() => reading.courier.status().lastAt !== undefined);
      expect(sending.line.cuts + reading.line.cuts).toBeGreaterThan(3);
      expect((await reader.activitiesBetween('2024-11-01', '2024-11-30')).length).toBe(18);
      expect((await reader.activity('long'))?.fields.narrative).toBe(narrative.trim());
      expect(writer.refused().map(({ n }) => n)).toEqual([10]);
      await sending.courier.stop();
      await reading.courier.stop();
    },
  );
});
