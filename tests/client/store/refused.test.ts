import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Store } from '#client/store/store.ts';
import {
  created,
  exchangeOver,
  freshSlot,
  lanMau,
  must,
  openTestStore,
  slotOfOldApp,
  createSyncServer,
  settleAll,
  storeDeps,
  ENDS_BEFORE,
  UNKNOWN,
  WORK,
} from './world.ts';

const november = (store: Store) => store.activitiesBetween('2024-11-01', '2024-11-30');

describe('A refused mutation', () => {
  test('stays with its reason and its text, also after a restart, and blocks nothing behind it', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1', { title: 'Sai', ...ENDS_BEFORE })]));
    must(await store.save([created('a2')]));
    expect(await exchangeOver(server, store)).toBe(true);
    expect((await november(store)).map(({ id, state }) => [id, state])).toEqual([
      ['a1', 'to-fix'],
      ['a2', 'sent'],
    ]);
    await store.close();

    const again = await openTestStore(slot);
    expect(await exchangeOver(server, again)).toBe(true);
    expect(again.refused()).toMatchObject([
      { scope: WORK, n: 1, problem: { problem: { code: 'activity/ends-before-start' } } },
    ]);
    expect(again.refused()[0]?.changes[0]?.values['title']).toBe('Sai');
    await again.close();
  });

  test('is settled by saving its record anew: one corrected field takes the others along', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { title: 'Sai', ...ENDS_BEFORE, female: 55 })]));
    await exchangeOver(server, store);
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Đúng', to: '2024-11-15' } }]));
    expect(store.refused()).toEqual([]);
    expect(await exchangeOver(server, store)).toBe(true);
    expect((await november(store))[0]).toMatchObject({ title: 'Đúng', female: 55, state: 'sent' });
    await store.close();
  });

  test('that is corrected leaves nothing to decide for those above', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { title: 'Sai', ...ENDS_BEFORE })]));
    must(await store.save([created('a2', { title: 'Sai nữa', ...ENDS_BEFORE })]));
    await settleAll(server, store);
    const leader = await openTestStore(freshSlot(), storeDeps(), { ...lanMau, id: 'hoa-mau' });
    const decided = async () => {
      await settleAll(server, leader, { device: 'device-of-hoa-mau' });
      const conflicts = await leader.list('conflict');
      return conflicts.map(({ fields }) => `${String(fields.n)} ${fields.state ?? ''}`).sort();
    };
    expect(await decided()).toEqual(['1 open', '2 open']);
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Đúng', to: '2024-11-15' } }]));
    // Corrected, and wrong again: what is refused now stands under its own number.
    must(await store.save([{ table: 'activity', id: 'a2', values: { to: '2024-11-11' } }]));
    await settleAll(server, store);
    expect(store.refused().map(({ n }) => n)).toEqual([5]);
    expect(await decided()).toEqual(['1 dropped', '2 dropped', '5 open']);
    for (const one of [store, leader]) await one.close();
  });

  test('gives what it added to a counter to the correction', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    const values = { title: 'Sai', ...ENDS_BEFORE, '+reached': 30 };
    must(await store.save([{ ...created('a1'), values: { ...created('a1').values, ...values } }]));
    await settleAll(server, store);
    expect(store.refused()).toHaveLength(1);
    must(await store.save([{ table: 'activity', id: 'a1', values: { to: '2024-11-15', '+reached': 4 } }]));
    await settleAll(server, store);
    expect(store.refused()).toEqual([]);
    const [stored] = await server.database.selectFrom('rec').selectAll().where('id', '=', 'a1').execute();
    expect(JSON.stringify(stored)).toMatch(/\[34,/);
    await store.close();
  });

  test('is let go when the person settles it, and its record with it', async () => {
    const server = await createSyncServer();
    const store = await openTestStore(freshSlot());
    must(await store.save([created('a1', { title: 'Sai', ...ENDS_BEFORE })]));
    await exchangeOver(server, store);
    must(await store.settle(WORK, 1));
    expect(store.refused()).toEqual([]);
    expect(await november(store)).toEqual([]);
    expect(await store.months()).toEqual([]);
    await store.close();
  });

  test('does not cover what was written later', async () => {
    const server = await createSyncServer();
    let now = 1_000;
    const store = await openTestStore(freshSlot(), storeDeps({ now: () => now }));
    must(await store.save([created('a1')]));
    await exchangeOver(server, store);
    now += 1_000;
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Sai', female: 1, ...UNKNOWN } }]));
    now += 1_000;
    must(await store.save([{ table: 'activity', id: 'a1', values: { title: 'Sau' } }]));
    await exchangeOver(server, store);
    expect((await store.activity('a1'))?.fields).toMatchObject({ title: 'Sau', female: 1 });
    expect((await november(store))[0]).toMatchObject({ title: 'Sau', state: 'to-fix' });
    await store.close();
  });

  test('goes along as the app of today writes it, if an older app wrote it', async () => {
    const server = await createSyncServer();
    const slot = freshSlot();
    const old = await openTestStore(slot);
    const apart = 'Phụ nữ thôn Mẫu'.normalize('NFD');
    must(await old.save([created('a1', { audience: apart, ...ENDS_BEFORE })]));
    await old.close();
    await slotOfOldApp(slot);

    const store = await openTestStore(slot);
    await exchangeOver(server, store);
    expect(store.refused()).toMatchObject([{ problem: { problem: { code: 'activity/ends-before-start' } } }]);
    must(await store.save([{ table: 'activity', id: 'a1', values: { to: '2024-11-15' } }]));
    expect(await exchangeOver(server, store)).toBe(true);
    expect(store.refused()).toEqual([]);
    const { regs } = await server.database
      .selectFrom('rec')
      .select('regs')
      .where('tbl', '=', 'activity')
      .executeTakeFirstOrThrow();
    expect(regs).toContain(apart.normalize('NFC'));
    expect(regs).not.toContain(apart);
    await store.close();
  });
});
