import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import type { Store } from '#client/store/store.ts';
import { slotDatabase } from '#client/store/database.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';
import { backUp, headOn, restore } from '#tests/support/sync-server.ts';
import {
  ask,
  copySlot,
  created,
  createSyncServer,
  ENDS_BEFORE,
  exchangeOver,
  freshSlot,
  lanMau,
  must,
  openTestStore,
  problemAfter,
  settleAll,
  slotJournal,
  slotParts,
  slotPositions,
  WORK,
} from './world.ts';

const november = (store: Store) => store.activitiesBetween('2024-11-01', '2024-11-30');
const ids = async (store: Store) => (await november(store)).map(({ id }) => id).sort();
const titled = (id: string, title: string): Change => ({ table: 'activity', id, values: { title } });
const two = { device: 'phone-number-two' };

describe("A base that is not the server's", () => {
  test('is told of, stays in use, and is fetched anew beside the old one', async () => {
    const server = await createSyncServer();
    const [store, other] = [await openTestStore(freshSlot()), await openTestStore(freshSlot())];
    must(await store.save([created('a1')]));
    await settleAll(server, store);
    const { digest } = await headOn(server, WORK);
    const damage = (by: number) =>
      server.database
        .updateTable('scope_head')
        .set({ dig: digest + by })
        .where('scope', '=', WORK)
        .execute();
    must(await other.save([created('a2')]));
    await damage(1);
    await settleAll(server, other, two);
    expect(await problemAfter(server, store)).toEqual({ code: 'sync/digest-differs' });
    expect(await ids(store)).toEqual(['a1', 'a2']);

    const honest = (await headOn(server, WORK)).digest - 1;
    await server.database.updateTable('scope_head').set({ dig: honest }).where('scope', '=', WORK).execute();
    expect(await problemAfter(server, store)).toBeUndefined();
    expect(await ids(store)).toEqual(['a1', 'a2']);
    for (const one of [store, other]) await one.close();
  });

  test('is fetched twice at most: a server that cannot add up keeps nobody busy for ever', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    await settleAll(server, store);
    must(await store.save([created('a2')]));
    await server.database.updateTable('scope_head').set({ dig: 1 }).where('scope', '=', WORK).execute();
    const areas = async () => (await slotPositions(store.slot)).find(({ s }) => s === 1)?.areas;
    for (let rounds = 0; rounds < 8; rounds += 1)
      expect(await problemAfter(server, store)).toEqual({ code: 'sync/digest-differs' });
    expect(await areas()).toBeLessThan(3);
    expect(store.waiting()).toBe(0);
    expect(await ids(store)).toEqual(['a1', 'a2']);
    await store.close();
  });
});

describe('A server that was restored from a backup', () => {
  test.each([true, false])(
    'gets again what it forgot, and what others sent is fetched anew, with a new epoch: %s',
    async (newEpoch) => {
      const server = await createSyncServer();
      const [store, other] = [await openTestStore(freshSlot()), await openTestStore(freshSlot())];
      must(await store.save([created('a1')]));
      await settleAll(server, store);
      const backup = await backUp(server);
      must(await store.save([created('a2')]));
      must(await store.save([titled('a1', 'Tên mới')]));
      await settleAll(server, store);
      must(await other.save([created('b1')]));
      await settleAll(server, other, two);
      await settleAll(server, store);
      await restore(server, backup, { newEpoch });

      must(await store.save([created('a3')]));
      await settleAll(server, store);
      await settleAll(server, other, two);
      await settleAll(server, store);
      for (const one of [store, other]) {
        expect(await ids(one)).toEqual(['a1', 'a2', 'a3', 'b1']);
        expect((await one.activity('a1'))?.fields.title).toBe('Tên mới');
        expect(await problemAfter(server, one, one === other ? two : {})).toBeUndefined();
      }
      for (const one of [store, other]) await one.close();
    },
  );

  test('shows the old copy until the new one is whole, over a link that is cut, and after a restart', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const [store, other] = [await openTestStore(slot), await openTestStore(freshSlot())];
    for (let i = 0; i < 30; i += 1) must(await other.save([created(`a${String(i)}`)]));
    await settleAll(server, other, two);
    await settleAll(server, store);
    await store.close();
    await restore(server, await backUp(server), { newEpoch: true });

    const shown = new Set<number>();
    let done = false;
    for (let rounds = 0; rounds < 60 && !done; rounds += 1) {
      const again = await openTestStore(slot);
      done = await exchangeOver(server, again, { down: 3_000 });
      shown.add((await november(again)).length);
      await again.close();
    }
    expect(done).toBe(true);
    expect(shown).toEqual(new Set([30]));
    await other.close();
  });
});

describe('A copied profile', () => {
  test('parts from its original, and neither loses a thing or has it done twice', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const original = await openTestStore(slot);
    must(await original.save([created('a1')]));
    await settleAll(server, original);
    must(await original.save([created('shared')]));
    const copied = await copySlot(slot);
    const copy = await openTestStore(copied);

    must(await original.save([created('of-original')]));
    must(await copy.save([created('of-copy')]));
    must(await copy.save([titled('of-copy', 'Từ bản sao')]));
    for (const _round of [1, 2, 3]) {
      await exchangeOver(server, original);
      await exchangeOver(server, copy);
    }
    for (const one of [original, copy]) {
      await settleAll(server, one);
      expect(await ids(one)).toEqual(['a1', 'of-copy', 'of-original', 'shared']);
      expect((await one.activity('of-copy'))?.fields.title).toBe('Từ bản sao');
    }
    const changes = await fieldsOfHistory(server.database);
    const made = changes.filter(({ field }) => field === '$c').map(({ id }) => id);
    expect(made.sort()).toEqual(['a1', 'of-copy', 'of-original', 'shared']);
    for (const one of [original, copy]) await one.close();
  });

  test('does not take for refused what the server refused to the other one under the same number', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const original = await openTestStore(slot);
    must(await original.save([created('shared')]));
    const copy = await openTestStore(await copySlot(slot));
    must(await original.save([created('of-original', ENDS_BEFORE)]));
    await settleAll(server, original);
    expect(original.refused()).toHaveLength(1);

    must(await copy.save([created('of-copy')]));
    await settleAll(server, copy);
    expect(copy.refused()).toEqual([]);
    await settleAll(server, original);
    expect(await ids(original)).toEqual(['of-copy', 'of-original', 'shared']);
    for (const one of [original, copy]) await one.close();
  });
});

describe('A scope that may no longer be read', () => {
  const moved = { ...lanMau, unit: 'another-unit', scopes: ['root/units' as const] };

  test('leaves the phone, but for what the server does not have yet; that is held there for a human', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    await settleAll(server, store);
    must(await store.save([created('a2')]));

    // The request was cut, but the right is lost: nothing is known of what arrived.
    await exchangeOver(server, store, { who: moved, up: 150 });
    expect(store.waiting()).toBe(1);
    await exchangeOver(server, store, { who: moved });
    expect(await ids(store)).toEqual([]);
    expect(store.refused()).toMatchObject([{ scope: WORK, problem: { code: 'rights/not-found' } }]);
    expect(store.refused()[0]?.changes[0]?.id).toBe('a2');
    const { dexie, records } = slotDatabase(slot);
    expect(await records.count()).toBe(0);
    dexie.close();
    const held = await server.database.selectFrom('held').select(['code', 'mut']).execute();
    expect(held).toMatchObject([{ code: 'rights/not-found' }]);
    expect(held[0]?.mut).toContain('a2');

    const [refused] = store.refused();
    if (refused === undefined) throw new Error('nothing is held');
    must(await store.settle(refused.scope, refused.n));
    expect(await slotJournal(slot)).toEqual([]);
    const { scopes } = must(await store.beginExchange());
    expect(scopes.map(({ scope }) => scope)).not.toContain(WORK);
    await store.close();
  });

  test('keeps on the phone what a server acknowledged and then forgot, if the right went before it was asked again', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    const before = await backUp(server);
    must(await store.save([created('a1')]));
    await settleAll(server, store);
    await restore(server, before, { newEpoch: true });
    await exchangeOver(server, store, { who: moved });
    expect(store.waitingList().flatMap(({ changes }) => changes.map(({ id }) => id))).toEqual(['a1']);
    await exchangeOver(server, store, { who: moved });
    expect(store.waiting()).toBe(1);
    await store.close();
  });

  test('begins anew when the right is back, with what was unsent', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1')]));
    await settleAll(server, store);
    await exchangeOver(server, store, { who: moved });
    expect(await ids(store)).toEqual([]);
    must(await store.setMe(lanMau));
    await settleAll(server, store);
    expect(await ids(store)).toEqual(['a1']);
    must(await store.save([created('a2')]));
    await settleAll(server, store);
    expect(await ids(store)).toEqual(['a1', 'a2']);
    await store.close();
  });
});

describe('Tombstones that the server has swept', () => {
  test('go from the phone at the head, with the same digest', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1'), created('a2')]));
    must(await store.save([{ table: 'activity', id: 'a1', values: { $d: true } }]));
    await settleAll(server, store);
    await exchangeOver(server, store);
    const swept = await server.sweep(WORK);
    expect(swept).toBe(1);
    expect(await problemAfter(server, store)).toBeUndefined();
    const { dexie, records } = slotDatabase(slot);
    expect(await records.count()).toBe(0);
    dexie.close();
    expect(await ids(store)).toEqual(['a2']);
    await store.close();
  });

  test('go also where a restored server sweeps less far than it had before', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const [store, other] = [await openTestStore(slot), await openTestStore(freshSlot())];
    /** Where a phone stands is told with the next that it sends. */
    const tellDone = async (one: Store, link: Parameters<typeof settleAll>[2]): Promise<void> => {
      await settleAll(server, one, link);
      must(await one.save([titled('a2', 'Tên mới')]));
      await settleAll(server, one, link);
    };
    const sweep = async (): Promise<number> => {
      expect(await server.sweep(WORK)).toBe(1);
      expect(await problemAfter(server, store)).toBeUndefined();
      const { gcSeq } = await headOn(server, WORK);
      expect((await slotPositions(slot)).find(({ s }) => s === 1)?.gcSeq).toBe(gcSeq);
      return gcSeq;
    };
    must(await store.save([created('a1'), created('a2')]));
    await settleAll(server, store);
    const backup = await backUp(server);
    for (const id of ['b1', 'b2', 'b3']) must(await other.save([created(id)]));
    await settleAll(server, other, two);
    must(await store.save([{ table: 'activity', id: 'a1', values: { $d: true } }]));
    await settleAll(server, store);
    await tellDone(other, two);
    await tellDone(store, {});
    const before = await sweep();

    // The other phone never comes back, and what it wrote is lost with what the server forgot.
    await restore(server, backup, { newEpoch: true });
    await tellDone(store, {});
    expect(await sweep()).toBeLessThan(before);
    expect(await ids(store)).toEqual(['a2']);
    for (const one of [store, other]) await one.close();
  });
});

describe('An answer', () => {
  test('with a line that is none forgets the row that was still arriving, and keeps what came before', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const [one, other] = [await openTestStore(freshSlot()), await openTestStore(slot)];
    must(await one.save([created('a1')]));
    must(await one.save([created('long', { narrative: 'Bà con thôn bản. '.repeat(400) })]));
    await settleAll(server, one);
    await exchangeOver(server, other, { ...two, down: 400 });

    const { receipt, answered } = await ask(server, other, two);
    const arrived = answered.slice(0, answered.findIndex((line) => line.startsWith('["t"')) + 2);
    must(await receipt.take(arrived));
    must(await receipt.end());
    expect(await slotParts(slot)).toBe(1);
    expect(await receipt.take(['not a line'])).toEqual({ ok: false, problem: { code: 'sync/unreadable-answer' } });
    expect(await slotParts(slot)).toBe(0);
    await settleAll(server, other, two);
    expect(await ids(other)).toEqual(['a1', 'long']);
    for (const store of [one, other]) await store.close();
  });

  test('that is cut before all refusals were told tells them next time', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    await exchangeOver(server, store);
    must(await store.save([created('a1', ENDS_BEFORE)]));
    must(await store.save([created('a2')]));
    const { receipt, answered } = await ask(server, store);
    must(await receipt.take(answered.filter((line) => line.startsWith('["h"'))));
    must(await receipt.end());
    store.markSending({});
    await settleAll(server, store);
    expect(store.refused().map(({ n }) => n)).toEqual([1]);
    await store.close();
  });
});
