import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import { requestLines } from '#sync/outgoing.ts';
import type { Store } from '#client/store/store.ts';
import {
  ask,
  created,
  createHub,
  exchangeOver,
  freshSlot,
  lanMau,
  must,
  openTestStore,
  createSyncServer,
  settleAll,
  slotPositions,
  storeDeps,
  WORK,
} from './world.ts';

const november = (store: Store) => store.activitiesBetween('2024-11-01', '2024-11-30');
const titled = (id: string, title: string): Change => ({ table: 'activity', id, values: { title } });

const moved = (id: string, day: string): Change => ({ table: 'activity', id, values: { from: day, to: day } });

describe('An exchange', () => {
  test("brings one phone's activity to another, and edits of different fields both stay", async () => {
    const server = await createSyncServer();
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
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    // The answer is cut after the header: acknowledged, but not one row came.
    expect(await exchangeOver(server, store, { down: 190 })).toBe(false);
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
    const server = await createSyncServer();
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
    const server = await createSyncServer();
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
    const server = await createSyncServer();
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

  test('of which the answer is older than what another tab has received meanwhile changes nothing', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const deps = storeDeps({ channel: createHub() });
    const other = await openTestStore(freshSlot());
    must(await other.save([created('a1', { title: 'Cũ' })]));
    await exchangeOver(server, other, { device: 'phone-number-one' });

    const [one, two] = [await openTestStore(slot, deps), await openTestStore(slot, deps)];
    await exchangeOver(server, one, { device: 'phone-number-two', down: 400 });
    const begun = await ask(server, one, { device: 'phone-number-two' });

    must(await other.save([titled('a1', 'Mới')]));
    await exchangeOver(server, other, { device: 'phone-number-one' });
    await exchangeOver(server, two, { device: 'phone-number-two' });
    const before = await slotPositions(slot);
    must(await begun.receipt.take(begun.answered));
    must(await begun.receipt.end());
    expect(begun.receipt.problem()).toBeUndefined();
    expect(await slotPositions(slot)).toEqual(before);
    expect((await november(one))[0]?.title).toBe('Mới');
    for (const store of [one, two, other]) await store.close();
  });

  test('lets an edit that lost against another phone go from its month at the head, and shows the winner in its own', async () => {
    const server = await createSyncServer();
    let now = 1_000;
    const deps = storeDeps({ now: () => now });
    const [one, two] = [await openTestStore(freshSlot(), deps), await openTestStore(freshSlot(), deps)];
    must(await one.save([created('a1')]));
    await exchangeOver(server, one, { device: 'phone-number-one' });
    await exchangeOver(server, two, { device: 'phone-number-two' });
    must(await one.save([moved('a1', '2024-10-05')]));
    now += 1_000;
    must(await two.save([moved('a1', '2024-12-05')]));
    await exchangeOver(server, two, { device: 'phone-number-two' });

    const { receipt, answered } = await ask(server, one, { device: 'phone-number-one' });
    must(await receipt.take(answered.filter((line) => !line.startsWith('["e"'))));
    must(await receipt.end());
    expect(await one.months()).toEqual(['2024-10']);
    expect(await exchangeOver(server, one, { device: 'phone-number-one' })).toBe(true);
    expect(await one.months()).toEqual(['2024-12']);
    for (const store of [one, two]) await store.close();
  });

  test('that found everything as it was writes nothing', async () => {
    const server = await createSyncServer();
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

  test('lists an activity whose days two phones moved past each other, each rightly', async () => {
    const server = await createSyncServer();
    const [one, two] = [await openTestStore(freshSlot()), await openTestStore(freshSlot())];
    must(await one.save([created('a1', { from: '2024-11-15', to: '2024-12-10' })]));
    await exchangeOver(server, one, { device: 'phone-number-one' });
    await exchangeOver(server, two, { device: 'phone-number-two' });
    must(await one.save([{ table: 'activity', id: 'a1', values: { from: '2024-12-05' } }]));
    must(await two.save([{ table: 'activity', id: 'a1', values: { to: '2024-11-20' } }]));
    for (const _round of [1, 2]) {
      await exchangeOver(server, one, { device: 'phone-number-one' });
      await exchangeOver(server, two, { device: 'phone-number-two' });
    }
    for (const store of [one, two]) {
      const merged = { id: 'a1', from: '2024-12-05', to: '2024-11-20' };
      expect(await store.months()).toEqual(['2024-12', '2024-11']);
      expect(await november(store)).toMatchObject([merged]);
      expect(await store.activitiesBetween('2024-11-25', '2024-11-25')).toMatchObject([merged]);
      expect(await store.activitiesBetween('2024-11-01', '2024-11-19')).toEqual([]);
      await store.close();
    }
  });
});

describe('What an answer says of', () => {
  test('a scope that is new here, orders the next request: the smallest goes first', async () => {
    const store = await openTestStore(freshSlot(), storeDeps(), { ...lanMau, scopes: ['root/units'] });
    const { receipt } = must(await store.beginExchange());
    const sizes: readonly (readonly [string, number])[] = [
      ['a-unit/work', 9_000],
      ['b-unit/work', 12],
      ['c-unit/work', 400],
      ['root/units', 0],
    ];
    must(await receipt.take([JSON.stringify(['l', sizes])]));
    const { scopes } = must(await store.beginExchange());
    const question = { device: 'phone-of-the-sample', now: 0, maxBytes: 1, budget: 8_192, wantsReceipt: false };
    expect(requestLines({ ...question, scopes }).asked).toEqual([
      'root/units',
      'b-unit/work',
      'c-unit/work',
      'a-unit/work',
    ]);
    await store.close();
  });

  test('very many refusals is taken in one go', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    await settleAll(server, store);
    must(await store.save([created('a1')]));
    const { receipt, answered } = await ask(server, store);
    const header = answered.find((line) => line.startsWith(`["h","${WORK}"`)) ?? '';
    const refusals = Array.from({ length: 30_000 }, (_, i) => JSON.stringify(['x', i + 1, { code: 'sync/wrong-id' }]));
    must(await receipt.take([header, ...refusals]));
    must(await receipt.end());
    expect(store.refused()).toMatchObject([{ n: 1, problem: { code: 'sync/wrong-id' } }]);
    await store.close();
  });
});
