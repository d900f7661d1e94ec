import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Store } from '#client/store/store.ts';
import { slotDatabase } from '#client/store/database.ts';
import { created, exchangeOver, freshSlot, must, openTestStore, createSyncServer, UNKNOWN } from './world.ts';

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
        const server = await createSyncServer();
        const slots = [freshSlot(), freshSlot()];
        const phones = await Promise.all(slots.map((slot) => openTestStore(slot)));
        for (const one of steps) {
          const store = phones[one.phone];
          if (store === undefined) continue;
          if (one.do === 'make') must(await store.save([created(one.id, one.range)]));
          if (one.do === 'move') must(await store.save([{ table: 'activity', id: one.id, values: one.range }]));
          if (one.do === 'refuse')
            must(await store.save([{ table: 'activity', id: one.id, values: { title: 'Sai', ...UNKNOWN } }]));
          if (one.do === 'delete')
            must(await store.save([{ table: 'activity', id: one.id, values: { $d: one.gone } }]));
          if (one.do === 'settle') for (const held of store.refused()) must(await store.settle(held.scope, held.n));
          if (one.do === 'exchange')
            await exchangeOver(server, store, { device: `summaries-phone-${one.phone}`, down: one.down });
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

describe('A summary whose file beside the database is gone', () => {
  test('is made again, and the list opens', async () => {
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1')]));
    await store.close();
    const again = await openTestStore(slot);
    const original: unknown = Reflect.get(IDBObjectStore.prototype, 'get');
    let lost = 0;
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (typeof original !== 'function') throw new Error('no get');
      if (this.name !== 'summaries') return Reflect.apply(original, this, [key]);
      lost += 1;
      throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    });
    const { rows } = await everything(again);
    reading.mockRestore();
    expect(lost).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).toEqual(['a1']);
    await again.close();
  });
});

const everything = async (store: Store) => ({
  months: await store.months(),
  rows: await store.activitiesBetween('2024-09-01', '2025-01-31'),
});

const dropSummaries = async (slot: string): Promise<void> => {
  const { dexie, summaries } = slotDatabase(slot);
  await summaries.clear();
  dexie.close();
};

describe('A list over a century', () => {
  test('opens only the months that hold something', async () => {
    const slot = freshSlot();
    const store = await openTestStore(slot);
    must(await store.save([created('a1', { from: '2024-11-15', to: '2024-12-01' })]));
    expect((await store.activitiesBetween('1900-01-01', '2200-12-31')).map(({ id }) => id)).toEqual(['a1']);
    expect((await slotDatabase(slot).summaries.toArray()).map(({ m }) => m).sort()).toEqual(['2024-11', '2024-12']);
    await store.close();
  });
});
