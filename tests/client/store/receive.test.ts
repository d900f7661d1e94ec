import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import type { Store } from '#client/store/store.ts';
import { slotDatabase } from '#client/store/database.ts';
import { requestLines } from '#sync/outgoing.ts';
import { answer, scopeOn, type Server } from '#tests/simulation/server.ts';
import {
  created,
  createHub,
  exchangeOver,
  freshSlot,
  must,
  openTestStore,
  serverThatRefuses,
  storeDeps,
  WORK,
} from './world.ts';

const november = (store: Store) => store.activitiesBetween('2024-11-01', '2024-11-30');
const titled = (id: string, title: string): Change => ({ table: 'activity', id, values: { title } });

describe('An exchange', () => {
  test("brings one phone's activity to another, and edits of different fields both stay", async () => {
    const server = serverThatRefuses();
    const [one, two] = [await openTestStore(freshSlot()), await openTestStore(freshSlot())];
    must(await one.save([created('a1')]));
    expect(await exchangeOver(server, one, { device: 'phone-number-one' })).toBe(true);
    expect(await exchangeOver(server, two, { device: 'phone-number-two' })).toBe(true);
    must(await one.save([titled('a1', 'Tên mới')]));
    must(await two.save([{ table: 'activity', id: 'a1', values: { place: 'Nhà văn hoá' } }]));
    for (const _round of [1, 2]) {
      await exchangeOver(server, one, { device: 'phone-number-one' });
      await exchangeOver(server, two, { device: 'phone-number-two' });
    }
    for (const store of [one, two]) {
      expect((await store.activity('a1'))?.fields).toMatchObject({ title: 'Tên mới', place: 'Nhà văn hoá' });
      expect((await november(store))[0]).toMatchObject({ title: 'Tên mới', place: 'Nhà văn hoá', state: 'sent' });
      await store.close();
    }
  });

  test('keeps an acknowledged edit on the screen until the head is reached', async () => {
    const server = serverThatRefuses();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    // The answer is cut after the header: acknowledged, but not one row came.
    expect(await exchangeOver(server, store, { down: 120 })).toBe(false);
    expect(store.waiting()).toBe(0);
    expect((await store.activity('a1'))?.state).toBe('sent');
    expect((await november(store)).length).toBe(1);
    expect(await exchangeOver(server, store)).toBe(true);
    expect((await november(store))[0]?.state).toBe('sent');
    await store.close();
  });

  test('says of a record that it is being sent while its mutation is on its way', async () => {
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    store.markSending({ [WORK]: 1 });
    expect((await november(store))[0]?.state).toBe('sending');
    store.markSending({});
    expect((await november(store))[0]?.state).toBe('on-device');
    await store.close();
  });

  test('ends over a link that dies every few hundred characters, inside long rows too', async () => {
    const server = serverThatRefuses();
    const [one, two] = [await openTestStore(freshSlot()), await openTestStore(freshSlot())];
    must(await one.save([created('a1', { narrative: 'Bà con thôn bản. '.repeat(400) }), created('a2'), created('a3')]));
    await exchangeOver(server, one, { device: 'phone-number-one' });
    let rounds = 0;
    for (;;) {
      rounds += 1;
      if (await exchangeOver(server, two, { device: 'phone-number-two', down: 1_400 })) break;
      const shown = (await november(two)).length;
      expect([0, 3]).toContain(shown);
      expect(rounds).toBeLessThan(50);
    }
    expect(rounds).toBeGreaterThan(5);
    expect((await november(two)).length).toBe(3);
    await one.close();
    await two.close();
  });

  test('goes on inside a group after the phone was restarted', async () => {
    const server = serverThatRefuses();
    const one = await openTestStore(freshSlot());
    must(await one.save(Array.from({ length: 30 }, (_, i) => created(`a${i}`))));
    await exchangeOver(server, one, { device: 'phone-number-one' });
    const slot = freshSlot();
    let shown: number[] = [];
    for (let rounds = 0; rounds < 40; rounds += 1) {
      const two = await openTestStore(slot);
      const done = await exchangeOver(server, two, { device: 'phone-number-two', down: 2_000 });
      shown = [...shown, (await november(two)).length];
      await two.close();
      if (done) break;
    }
    expect(new Set(shown)).toEqual(new Set([0, 30]));
    await one.close();
  });

  test('is let go when another tab has moved on meanwhile, and nothing comes twice', async () => {
    const server = serverThatRefuses();
    const slot = freshSlot();
    const deps = storeDeps({ channel: createHub() });
    const other = await openTestStore(freshSlot());
    must(await other.save([created('a1'), created('a2')]));
    await exchangeOver(server, other, { device: 'phone-number-one' });

    const [one, two] = [await openTestStore(slot, deps), await openTestStore(slot, deps)];
    await Promise.all([
      exchangeOver(server, one, { device: 'phone-number-two' }),
      exchangeOver(server, two, { device: 'phone-number-two' }),
    ]);
    for (const tab of [one, two]) {
      expect(await exchangeOver(server, tab, { device: 'phone-number-two' })).toBe(true);
      expect((await november(tab)).length).toBe(2);
      await tab.close();
    }
    await other.close();
  });

  test('that found everything as it was writes nothing', async () => {
    const server = serverThatRefuses();
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    await exchangeOver(server, store);
    const versions = async () => (await slotPositions(slot)).map((row) => row.version);
    const before = await versions();
    expect(await exchangeOver(server, store)).toBe(true);
    expect(await versions()).toEqual(before);
    await store.close();
  });

  test("reports a base that is not the server's, and keeps what it has", async () => {
    const server = serverThatRefuses();
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    scopeOn(server, WORK).digest = 1;
    expect(await problemAfter(server, store)).toEqual({ code: 'sync/digest-differs' });
    expect((await november(store)).length).toBe(1);
    // The overlay is let go only when base and server are known to be the same.
    expect((await slotJournal(slot)).length).toBe(1);
    await store.close();
  });

  test('touches nothing when the scope has another epoch than this phone knows', async () => {
    const server = serverThatRefuses();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    await exchangeOver(server, store);
    must(await store.save([titled('a1', 'Chưa gửi')]));
    scopeOn(server, WORK).epoch = 'another life';
    expect(await exchangeOver(server, store)).toBe(false);
    expect(store.waiting()).toBe(1);
    expect((await store.activity('a1'))?.fields.title).toBe('Chưa gửi');
    await store.close();
  });
});

describe('A refused mutation', () => {
  test('stays with its reason and its text, also after a restart, and blocks nothing behind it', async () => {
    const server = serverThatRefuses('Sai');
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1', { title: 'Sai' })]));
    must(await store.save([created('a2')]));
    expect(await exchangeOver(server, store)).toBe(true);
    expect((await november(store)).map(({ id, state }) => [id, state])).toEqual([
      ['a1', 'to-fix'],
      ['a2', 'sent'],
    ]);
    await store.close();

    const again = await openTestStore(slot);
    expect(await exchangeOver(server, again)).toBe(true);
    expect(again.refused()).toMatchObject([{ scope: WORK, n: 1, problem: { code: 'activity/ends-before-start' } }]);
    expect(again.refused()[0]?.changes[0]?.values['title']).toBe('Sai');
    await again.close();
  });

  test('is settled by saving its record anew: one corrected field takes the others along', async () => {
    const server = serverThatRefuses('Sai');
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { title: 'Sai', female: 55 })]));
    await exchangeOver(server, store);
    must(await store.save([titled('a1', 'Đúng')]));
    expect(store.refused()).toEqual([]);
    expect(await exchangeOver(server, store)).toBe(true);
    expect((await november(store))[0]).toMatchObject({ title: 'Đúng', female: 55, state: 'sent' });
    await store.close();
  });

  test('is let go when the person settles it, and its record with it', async () => {
    const server = serverThatRefuses('Sai');
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { title: 'Sai' })]));
    await exchangeOver(server, store);
    must(await store.settle(WORK, 1));
    expect(store.refused()).toEqual([]);
    expect(await november(store)).toEqual([]);
    expect(await store.months()).toEqual([]);
    await store.close();
  });

  test('does not cover what was written later', async () => {
    const server = serverThatRefuses('Sai');
    let now = 1_000;
    const store = await openTestStore(freshSlot(), storeDeps({ now: () => now }));
    must(await store.save([created('a1')]));
    await exchangeOver(server, store);
    now += 1_000;
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Sai', female: 1 } }]));
    now += 1_000;
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Sau' } }]));
    await exchangeOver(server, store);
    expect((await store.activity('a1'))?.fields).toMatchObject({ title: 'Sau', female: 1 });
    expect((await november(store))[0]).toMatchObject({ title: 'Sau', state: 'to-fix' });
    await store.close();
  });
});

describe('The summaries of the months', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, '0'));
  const month = fc.constantFrom('2024-10', '2024-11', '2024-12');
  const range = fc.tuple(month, day, month, day).map(([m, d, n, e]) => {
    const [from, to] = [`${m}-${d}`, `${n}-${e}`].sort();
    return { from: from ?? '', to: to ?? '' };
  });
  const id = fc.constantFrom('a1', 'a2', 'a3');
  const phone = fc.constantFrom(0, 1);
  const step = fc.oneof(
    fc.record({ do: fc.constant('make' as const), phone, id, range }),
    fc.record({ do: fc.constant('move' as const), phone, id, range }),
    fc.record({ do: fc.constant('refuse' as const), phone, id }),
    fc.record({ do: fc.constant('delete' as const), phone, id, gone: fc.boolean() }),
    fc.record({ do: fc.constant('settle' as const), phone }),
    fc.record({ do: fc.constant('exchange' as const), phone, down: fc.constantFrom(150, 500, 900, Infinity) }),
  );

  test('always equal a rebuild from the records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const server = serverThatRefuses('Sai');
        const slots = [freshSlot(), freshSlot()];
        const phones = await Promise.all(slots.map((slot) => openTestStore(slot)));
        for (const one of steps) {
          const store = phones[one.phone];
          if (store === undefined) continue;
          if (one.do === 'make') must(await store.save([created(one.id, one.range)]));
          if (one.do === 'move') must(await store.save([{ table: 'activity', id: one.id, values: one.range }]));
          if (one.do === 'refuse') must(await store.save([titled(one.id, 'Sai')]));
          if (one.do === 'delete')
            must(await store.save([{ table: 'activity', id: one.id, values: { $d: one.gone } }]));
          if (one.do === 'settle') for (const held of store.refused()) must(await store.settle(held.scope, held.n));
          if (one.do === 'exchange')
            await exchangeOver(server, store, { device: `phone-number-${one.phone}`, down: one.down });
          await everything(store);
        }
        for (const [index, store] of phones.entries()) {
          const kept = await everything(store);
          await store.close();
          await dropSummaries(slots[index] ?? '');
          const again = await openTestStore(slots[index] ?? '');
          expect(kept).toEqual(await everything(again));
          await again.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});

const everything = async (store: Store) => ({
  months: await store.months(),
  rows: await store.activitiesBetween('2024-09-01', '2025-01-31'),
});

/** What is wrong after an exchange that was not cut. */
const problemAfter = async (server: Server, store: Store) => {
  const { scopes, receipt } = must(await store.beginExchange());
  const { lines } = requestLines({ device: 'device-of-the-sample', now: 0, maxBytes: 1e6, budget: 1e5, scopes });
  must(await receipt.take([...answer(server, lines, 0)]));
  must(await receipt.end());
  return receipt.problem();
};

const slotJournal = async (slot: string) => {
  const { dexie, journal } = slotDatabase(slot);
  const rows = await journal.toArray();
  dexie.close();
  return rows;
};

const slotPositions = async (slot: string) => {
  const { dexie, positions } = slotDatabase(slot);
  const rows = await positions.toArray();
  dexie.close();
  return rows;
};

const dropSummaries = async (slot: string): Promise<void> => {
  const { dexie, summaries } = slotDatabase(slot);
  await summaries.clear();
  dexie.close();
};
