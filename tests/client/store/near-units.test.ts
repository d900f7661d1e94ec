import { describe, expect, test, vi } from 'vitest';
import type { Change } from '#domain/change.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { createSyncServer, type SyncServer } from '#tests/support/sync-server.ts';
import { freshSlot, lanMau, openTestStore, settleAll, storeDeps } from './world.ts';

const unit = (id: string, name: string): Change => ({ table: 'unit', id, values: { $c: true, name, kind: 'xã' } });
const line = (id: string, of: string, relation: string, other: string): Change => ({
  table: 'unit-line',
  id,
  values: { $c: true, unit: of, relation, other },
});

/** The own unit under a district and a province, with one that it carries on; and others that do not matter here. */
const country: readonly Change[] = [
  unit('province', 'Tỉnh Mẫu'),
  unit('district', 'Huyện Mẫu'),
  unit('sample-unit', 'Phường Mẫu'),
  unit('old', 'Xã Cũ'),
  unit('older', 'Xã Cũ Hơn'),
  line('l1', 'district', 'parent', 'province'),
  line('l2', 'sample-unit', 'parent', 'district'),
  line('l3', 'sample-unit', 'predecessor', 'old'),
  line('l4', 'old', 'predecessor', 'older'),
  ...Array.from({ length: 80 }, (_, nth) => [
    unit(`other-${String(nth)}`, `Xã Khác ${String(nth)}`),
    line(`other-line-${String(nth)}`, `other-${String(nth)}`, 'parent', 'district'),
  ]).flat(),
];

const write = (server: SyncServer, changes: readonly Change[]): Promise<void> =>
  writeAsServer(server.storage.ledger, { scope: 'root/units', changes, person: '', at: server.now });

const near = [
  ['sample-unit', 'district', 'old', 'province', 'older'],
  ['l2', 'l3', 'l1', 'l4'],
];

describe('The units near the own one', () => {
  test('are it, those above and those that it carries on, out of all that the phone holds', async () => {
    const server = await createSyncServer();
    await write(server, country);
    const store = await openTestStore(freshSlot());
    expect(await store.nearUnits()).toEqual({ units: [], lines: [] });
    await settleAll(server, store);
    expect(await store.list('unit')).toHaveLength(85);
    const { units, lines } = await store.nearUnits();
    expect([units.map(({ id }) => id), lines.map(({ id }) => id)]).toEqual(near);
    expect(units[0]).toMatchObject({
      scope: 'root/units',
      table: 'unit',
      fields: { name: 'Phường Mẫu' },
      state: 'sent',
    });
    await store.close();
  });

  test('are there at once when the workbook is opened anew, without opening the others', async () => {
    const server = await createSyncServer();
    await write(server, country);
    const slot = freshSlot();
    const first = await openTestStore(slot);
    await settleAll(server, first);
    const known = await first.nearUnits();
    await first.close();
    const again = await openTestStore(slot);
    const open = vi.spyOn(crypto.subtle, 'decrypt');
    expect(await again.nearUnits()).toEqual(known);
    expect(open).toHaveBeenCalledTimes(1);
    open.mockRestore();
    await again.close();
  });

  test('follow every change of the units, and the person into another unit', async () => {
    const server = await createSyncServer();
    await write(server, country);
    const store = await openTestStore(freshSlot(), storeDeps());
    await settleAll(server, store);
    await store.nearUnits();
    await write(server, [
      { table: 'unit', id: 'old', values: { name: 'Xã Xưa' } },
      line('l5', 'sample-unit', 'predecessor', 'other-7'),
    ]);
    await settleAll(server, store);
    const { units } = await store.nearUnits();
    expect(units.map(({ fields }) => fields.name)).toEqual(expect.arrayContaining(['Xã Xưa', 'Xã Khác 7']));
    await store.setMe({ ...lanMau, unit: 'other-3' });
    expect((await store.nearUnits()).units.map(({ id }) => id)).toEqual(['other-3', 'district', 'province']);
    await store.close();
  });
});
