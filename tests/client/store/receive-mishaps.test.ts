import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import type { Store } from '#client/store/store.ts';
import { slotDatabase } from '#client/store/database.ts';
import { requestLines } from '#sync/outgoing.ts';
import { answer, backUp, restore, scopeOn } from '#tests/simulation/server.ts';
import {
  created,
  exchangeOver,
  freshSlot,
  lanMau,
  must,
  openTestStore,
  problemAfter,
  serverThatRefuses,
  slotJournal,
  slotParts,
  slotPositions,
  WORK,
} from './world.ts';

const november = (store: Store) => store.activitiesBetween('2024-11-01', '2024-11-30');
const titled = (id: string, title: string): Change => ({ table: 'activity', id, values: { title } });
describe('An exchange', () => {
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

  test.each(['own', "another phone's"] as const)(
    'touches nothing, and says so, when a server of the same epoch has lost %s work',
    async (whose) => {
      const server = serverThatRefuses();
      const slot = freshSlot();
      const [store, other] = [await openTestStore(slot), await openTestStore(freshSlot())];
      must(await store.save([created('a1')]));
      await exchangeOver(server, store);
      const backup = backUp(server);
      const later = whose === 'own' ? store : other;
      must(await later.save([created('a2'), created('a3')]));
      if (later === other) await exchangeOver(server, other, { device: 'phone-number-two' });
      await exchangeOver(server, store);
      restore(server, backup, server.epoch);

      const before = await slotPositions(slot);
      expect(await problemAfter(server, store)).toEqual({ code: 'sync/digest-differs' });
      expect(await exchangeOver(server, store)).toBe(false);
      expect(await slotPositions(slot)).toEqual(before);
      expect((await november(store)).map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
      for (const one of [store, other]) await one.close();
    },
  );

  test('with a line that is none forgets the row that was still arriving, and keeps what came before', async () => {
    const server = serverThatRefuses();
    const slot = freshSlot();
    const [one, two] = [await openTestStore(freshSlot()), await openTestStore(slot)];
    must(await one.save([created('a1')]));
    must(await one.save([created('long', { narrative: 'Bà con thôn bản. '.repeat(400) })]));
    await exchangeOver(server, one, { device: 'phone-number-one' });

    const { scopes, receipt } = must(await two.beginExchange());
    const { lines } = requestLines({ device: 'phone-number-two', now: 0, maxBytes: 1e6, budget: 1e5, scopes });
    const answered = [...answer(server, lines, 0)];
    const arrived = answered.slice(0, answered.findIndex((line) => line.startsWith('["t"')) + 2);
    must(await receipt.take(arrived));
    must(await receipt.end());
    expect(await slotParts(slot)).toBe(1);
    expect(await receipt.take(['not a line'])).toEqual({ ok: false, problem: { code: 'sync/malformed' } });
    expect(await slotParts(slot)).toBe(0);
    expect((await november(two)).map(({ id }) => id)).toEqual(['a1']);
    expect(await exchangeOver(server, two, { device: 'phone-number-two' })).toBe(true);
    expect((await november(two)).length).toBe(2);
    for (const store of [one, two]) await store.close();
  });

  test('is not complete while work waits in a scope that may no longer be read', async () => {
    const store = await openTestStore(freshSlot());
    const gone = async () => {
      const { receipt } = must(await store.beginExchange());
      must(await receipt.take([JSON.stringify(['g', WORK, 'rights/not-found'])]));
      return { done: receipt.finished().has(WORK), problem: receipt.problem() };
    };
    expect(await gone()).toEqual({ done: true, problem: undefined });
    must(await store.save([created('a1')]));
    expect(await gone()).toEqual({ done: false, problem: { code: 'rights/not-found' } });
    await store.close();
  });

  test('still offers, and counts, what waits or was refused in a scope that the person lost', async () => {
    const server = serverThatRefuses('Sai');
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { title: 'Sai' })]));
    await exchangeOver(server, store);
    must(await store.save([created('a2')]));
    must(await store.setMe({ ...lanMau, scopes: ['root/units'] }));
    expect(store.waiting()).toBe(1);
    expect(store.refused().map(({ n }) => n)).toEqual([1]);
    const offered = async () => must(await store.beginExchange()).scopes.map(({ scope }) => scope);
    expect(await offered()).toEqual(['root/units', WORK]);
    await exchangeOver(server, store);
    expect(store.waiting()).toBe(0);
    expect(await offered()).toEqual(['root/units']);
    await store.close();
  });

  test('tells of own work that does not open any more, counts it, and keeps its row', async () => {
    const server = serverThatRefuses();
    const slot = freshSlot();
    const before = await openTestStore(slot);
    for (const id of ['a1', 'a2', 'a3']) must(await before.save([created(id)]));
    await before.close();
    const { dexie, journal } = slotDatabase(slot);
    const [row] = (await journal.toArray()).filter(({ n }) => n === 2);
    if (row === undefined) throw new Error('no row');
    const bytes = row.sealed.bytes.slice();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await journal.put({ ...row, sealed: { ...row.sealed, bytes } });
    dexie.close();

    const store = await openTestStore(slot);
    expect(store.waiting()).toBe(3);
    expect(await problemAfter(server, store)).toEqual({ code: 'vault/damaged' });
    expect(store.waiting()).toBe(2);
    expect((await slotJournal(slot)).map(({ n }) => n)).toEqual([2, 3]);
    await store.close();
  });
});
