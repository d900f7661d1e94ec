/** Rows of the registers on a phone: their tables' fields are fetched when somebody asks, what was written never waits for that. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { CREATED, DELETED, type Change, type Values } from '#domain/change.ts';
import { createSyncServer, exchangeOver, freshSlot, must, openTestStore, settleAll } from './world.ts';

const aHotline: Values = { title: 'Công an xã', kind: 'commune-line', phone: '113', agency: 'sample-agency-commune' };
const made = (id: string): Change => ({ table: 'hotline', id, values: { [CREATED]: true, ...aHotline } });
const changed = (id: string, values: Values): Change => ({ table: 'hotline', id, values });

test('A row is there after the app was closed, with its state, and gone when it is deleted', async () => {
  const slot = freshSlot();
  const before = await openTestStore(slot);
  must(await before.save([made('h1'), made('h2')]));
  await before.close();
  const store = await openTestStore(slot);
  must(await store.save([changed('h2', { [DELETED]: true })]));
  expect((await store.list('hotline')).map(({ id, state, fields }) => [id, state, fields.phone])).toEqual([
    ['h1', 'on-device', '113'],
  ]);
  must(await store.save([changed('h2', { [DELETED]: false })]));
  expect(await store.list('hotline')).toHaveLength(2);
  expect(await store.list('model')).toEqual([]);
  await store.close();
});

test('Two phones that change different fields of one row both keep their edit', async () => {
  const server = await createSyncServer();
  const [one, two] = [await openTestStore(freshSlot()), await openTestStore(freshSlot())];
  must(await one.save([made('h1')]));
  await settleAll(server, one, { device: 'phone-number-one' });
  await exchangeOver(server, two, { device: 'phone-number-two' });
  must(await one.save([changed('h1', { hours: '24 giờ' })]));
  must(await two.save([changed('h1', { phone: '114', 'services/reception': true })]));
  for (const _round of [1, 2]) {
    await settleAll(server, one, { device: 'phone-number-one' });
    await settleAll(server, two, { device: 'phone-number-two' });
  }
  for (const store of [one, two]) {
    const [row] = await store.list('hotline');
    expect(row?.fields).toMatchObject({ hours: '24 giờ', phone: '114', services: { reception: true } });
    expect(row?.state).toBe('sent');
    await store.close();
  }
});

test('A row that breaks a rule of its register is refused with that rule, and keeps its words', async () => {
  const server = await createSyncServer();
  const store = await openTestStore(freshSlot());
  must(await store.save([{ table: 'hotline', id: 'h1', values: { [CREATED]: true, ...aHotline, phone: 'gọi Lan' } }]));
  await settleAll(server, store);
  expect(store.refused()).toMatchObject([
    {
      problem: { code: 'sync/bad-value', field: 'phone', problem: { code: 'register/not-a-phone' } },
      changes: [{ table: 'hotline', values: { phone: 'gọi Lan' } }],
    },
  ]);
  expect((await store.list('hotline'))[0]?.state).toBe('to-fix');
  await store.close();
});
