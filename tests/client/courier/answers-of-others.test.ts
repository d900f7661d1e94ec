/** What is not our server's answer, or none at all: portals, proxies, and a server that asks to be left in peace. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fail } from '#domain/result.ts';
import type { CourierDeps } from '#client/courier/courier.ts';
import type { RunProgress } from '#client/courier/run.ts';
import { createServerApi } from '#client/courier/server-api.ts';
import type { Store } from '#client/store/store.ts';
import { created, createSyncServer, freshSlot, must, openTestStore } from '#tests/client/store/world.ts';
import { deviceOf, type SyncServer } from '#tests/support/sync-server.ts';
import { carry, createClock } from './world.ts';

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

/** A link on which `first` answers the requests for as long as it has something to say; then the server does. */
const behind = (server: SyncServer, store: Store, first: (asked: number) => Response | undefined) => {
  const requests: string[] = [];
  const api = createServerApi({
    online: () => true,
    pack: (lines) => Promise.resolve({ body: lines.join('\n') }),
    fetch: async (_path, { body }) => {
      if (typeof body !== 'string') throw new Error('unpacked in this test');
      requests.push(body);
      const other = first(requests.length);
      if (other !== undefined) return other;
      const lines = body.split('\n');
      const answered = await server.exchange(store.me(), deviceOf(lines), lines, false);
      const type = { 'content-type': 'application/x-ndjson; charset=utf-8' };
      return new Response(answered.map((line) => `${line}\n`).join(''), { headers: type });
    },
  });
  const caller = { slot: store.slot, person: store.person };
  const send: CourierDeps['send'] = (lines, signal) => api.sync(caller, lines, signal);
  return { send, requests };
};

const json = (status: number, problem: unknown): Response => Response.json(problem, { status });
const page = (status: number, headers: Record<string, string> = {}): Response =>
  new Response('<!doctype html><p>Chào mừng</p>', { status, headers: { 'content-type': 'text/html', ...headers } });

describe('A portal that answers for the server with a page', () => {
  test('is a server that was not reached: nothing counts as sent, and it is asked again', async () => {
    const [server, store] = [await createSyncServer(), await open()];
    must(await store.save([created('a1')]));
    const { send, requests } = behind(server, store, (asked) => (asked <= 2 ? page(200) : undefined));
    const { courier, until } = carry(server, store, PHONE, { send });
    courier.ask();
    await until(() => requests.length === 2 && !courier.status().busy);
    expect(courier.status().problem).toEqual({ code: 'courier/unreachable' });
    expect(store.waitingList().map(({ state }) => state)).toEqual(['on-device']);
    await until(() => store.waiting() === 0);
    expect(courier.status().problem).toBeUndefined();
    await courier.stop();
  });
});

describe('A server that asks to be left in peace', () => {
  test.each([
    [429, json(429, { code: 'session/slow-down', seconds: 90 }), 'session/slow-down'],
    [503, json(503, { code: 'server/busy', seconds: 90 }), 'server/busy'],
    [503, page(503, { 'retry-after': '90' }), 'server/busy'],
    [429, page(429, { 'retry-after': '90' }), 'server/busy'],
  ])('with %i is, unless a person asks', async (_status, answer, code) => {
    const [server, store] = [await createSyncServer(), await open()];
    const { send, requests } = behind(server, store, (asked) => (asked === 1 ? answer : undefined));
    const { courier, until, clock, wake } = carry(server, store, PHONE, { send });
    courier.ask();
    await until(() => requests.length === 1 && !courier.status().busy);
    expect(courier.status().problem).toMatchObject({ code });
    must(await store.save([created('a1')]));
    wake();
    await until(() => store.waiting() === 0);
    expect(clock.elapsed()).toBe(90_000);
    await courier.stop();
  });

  test('is asked at once by a person', async () => {
    const [server, store] = [await createSyncServer(), await open()];
    const busy = json(503, { code: 'server/busy', seconds: 90 });
    const { send, requests } = behind(server, store, (asked) => (asked === 1 ? busy : undefined));
    const { courier, until, clock } = carry(server, store, PHONE, { send });
    courier.ask();
    await until(() => requests.length === 1 && !courier.status().busy);
    courier.ask();
    await until(() => courier.status().lastAt !== undefined);
    expect(clock.elapsed()).toBe(0);
    await courier.stop();
  });

  test.each([json(413, { code: 'request/too-large', max: 1_000 }), page(413)])(
    'or says 413 gets shorter requests until all is there',
    async (answer) => {
      const [server, store] = [await createSyncServer(), await open()];
      const long = { narrative: 'Bà con các thôn cùng dự. '.repeat(60) };
      for (let i = 0; i < 12; i += 1) must(await store.save([created(`a${i}`, long)]));
      const MOST = 6_000;
      const lengths: number[] = [];
      const { send, requests } = behind(server, store, (asked) => {
        lengths.push(requests[asked - 1]?.length ?? 0);
        return (lengths.at(-1) ?? 0) > MOST ? answer.clone() : undefined;
      });
      const { courier, until } = carry(server, store, PHONE, { send });
      courier.ask();
      await until(() => store.waiting() === 0);
      expect(Math.max(...lengths)).toBeGreaterThan(MOST);
      await courier.stop();
    },
  );
});

describe('A server that takes the request and never answers', () => {
  test('is given up after 15 seconds, and asked again', async () => {
    const [server, store] = [await createSyncServer(), await open()];
    const asked: number[] = [];
    const clock = createClock();
    const { courier, until } = carry(server, store, PHONE, {
      clock,
      send: (_lines, signal) =>
        new Promise((resolve) => {
          const give = (): void => resolve(fail({ code: 'courier/unreachable' }));
          if (asked.push(clock.elapsed()) > 1) give();
          else signal.addEventListener('abort', give);
        }),
    });
    courier.ask();
    await vi.waitFor(() => expect(asked).toEqual([0]));
    while (clock.elapsed() < 15_000) {
      expect(courier.status().busy).toBe(true);
      clock.next();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    await vi.waitFor(() => expect(courier.status().busy).toBe(false));
    expect(courier.status().problem).toEqual({ code: 'courier/unreachable' });
    await until(() => asked.length === 2);
    expect(asked).toEqual([0, 15_750]);
    await courier.stop();
  });
});

describe('The progress of a run of many requests', () => {
  test('never falls back, and its time is that of the whole', async () => {
    const [server, store, other] = [await createSyncServer(), await open(), await open()];
    for (let i = 0; i < 30; i += 1) must(await other.save([created(`b${i}`)]));
    const filling = carry(server, other, 'phone-number-two');
    filling.courier.ask();
    await filling.until(() => other.waiting() === 0);
    await filling.courier.stop();

    for (let i = 0; i < 30; i += 1) must(await store.save([created(`a${i}`)]));
    const carried = carry(server, store, PHONE);
    carried.line.bytes = 4_096;
    const seen: RunProgress[] = [];
    carried.courier.onStatus(({ progress }) => {
      if (progress !== undefined) seen.push(progress);
    });
    carried.courier.ask();
    await carried.until(() => store.waiting() === 0 && carried.courier.status().lastAt !== undefined);
    expect(carried.line.requests.length).toBeGreaterThan(5);
    for (const part of ['sent', 'received', 'toReceive'] as const) {
      const counts = seen.map((progress) => progress[part]);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
    expect(seen.at(-1)).toMatchObject({ sent: 30, toSend: 30 });
    expect(seen.at(-1)?.received).toBeGreaterThanOrEqual(30);
    // Only what was waited between two requests is no time of the run.
    const first = seen[0]?.startedAt ?? 0;
    for (const { startedAt } of seen) expect(startedAt - first).toBeLessThanOrEqual(carried.clock.elapsed());
    await carried.courier.stop();
  });
});
