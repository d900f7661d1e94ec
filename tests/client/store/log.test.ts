import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyOf } from '#domain/cadence.ts';
import { monthsBetween, touches, type DayRange } from '#domain/dates.ts';
import { matchesQuery } from '#domain/folding.ts';
import type { Activity } from '#domain/records/activity.ts';
import { slotDatabase } from '#client/store/database.ts';
import type { Store } from '#client/store/store.ts';
import {
  created,
  createSyncServer,
  ENDS_BEFORE,
  exchangeOver,
  freshSlot,
  must,
  openTestStore,
  UNKNOWN,
} from './world.ts';

const IDS = ['a1', 'a2', 'a3', 'a4'];
const YEAR: DayRange = { from: '2024-01-01', to: '2024-12-31' };
const AFTERWARDS = '2025-02-01';
const RANGES: readonly DayRange[] = [
  YEAR,
  { from: '1900-01-01', to: '2200-12-31' },
  { from: '2024-11-10', to: '2024-11-20' },
  { from: '2024-10-20', to: '2024-12-05' },
  { from: '2024-12-31', to: '2025-01-01' },
];
/** As they are typed, letter by letter, and then begun anew. */
const TYPED = ['h', 'họ', 'họp', 'họp x', 'họp xom', 'tháng', 'thang hop', 'không có ở đâu'];

interface Kept {
  readonly id: string;
  readonly fields: Activity;
}

/** Each record by itself: nothing of the months is asked. */
const recordsOf = async (store: Store): Promise<readonly Kept[]> => {
  const found = await Promise.all(IDS.map((id) => store.activity(id)));
  return found.flatMap((one) => (one === undefined ? [] : [{ id: one.id, fields: one.fields }]));
};

/** An end before the start is listed on the days between the two. */
const daysOf = ({ from, to }: DayRange): DayRange => (to < from ? { from: to, to: from } : { from, to });

const idsOf = (kept: readonly Kept[]): readonly string[] =>
  [...kept]
    .sort((a, b) => (a.fields.from === b.fields.from ? (a.id < b.id ? -1 : 1) : a.fields.from < b.fields.from ? 1 : -1))
    .map(({ id }) => id);

const newsByMonth = (kept: readonly Kept[]): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const { fields } of kept) {
    const month = fields.to.slice(0, 7);
    if (month.startsWith('2024')) totals.set(month, (totals.get(month) ?? 0) + (fields.outputs['news-item'] ?? 0));
  }
  return totals;
};

/** Everything that the log answers, against what is recounted from the records. */
const expectRecount = async (store: Store): Promise<void> => {
  const kept = await recordsOf(store);
  for (const range of RANGES) {
    const found = await store.activitiesBetween(range.from, range.to);
    expect(found.map(({ id }) => id)).toEqual(idsOf(kept.filter(({ fields }) => touches(daysOf(fields), range))));
  }
  for (const query of TYPED) {
    const wanted = kept.filter(({ fields: { title, place, narrative, audience } }) =>
      matchesQuery(fold([title, place, narrative, audience]), query),
    );
    expect((await store.search(query)).map(({ id }) => id)).toEqual(idsOf(wanted));
  }
  const months = [...new Set(kept.flatMap(({ fields }) => monthsOf(fields)))].sort().reverse();
  expect(await store.months()).toEqual(months);
  expect(await store.months(2)).toEqual(months.slice(0, 2));

  const log = await store.activitiesBetween(YEAR.from, YEAR.to);
  const refused = new Set(log.filter(({ onlyRefused }) => onlyRefused).map(({ id }) => id));
  const measure = { id: 'm1', fields: { cadence: { every: 'month' as const, outputs: ['news-item'] } } };
  const { periods } = tallyOf(measure, undefined, log, YEAR, AFTERWARDS);
  const totals = newsByMonth(kept.filter(({ id }) => !refused.has(id)));
  expect(periods.map(({ period, total }) => [period, total])).toEqual(
    periods.map(({ period }) => [period, totals.get(period) ?? 0]),
  );
};

const monthsOf = (fields: DayRange): readonly string[] => {
  const { from, to } = daysOf(fields);
  return monthsBetween(from, to);
};
const fold = (texts: readonly (string | undefined)[]): string =>
  texts.join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

describe('The log of activities', () => {
  const id = fc.constantFrom(...IDS);
  const phone = fc.constantFrom(0, 1);
  const day = fc
    .tuple(fc.constantFrom('2024-10', '2024-11', '2024-12', '2025-01'), fc.integer({ min: 1, max: 28 }))
    .map(([month, nth]) => `${month}-${String(nth).padStart(2, '0')}`);
  const range = fc.tuple(day, day).map((days) => {
    const [from = '', to = ''] = [...days].sort();
    return { from, to };
  });
  const title = fc.constantFrom('Họp xóm Mẫu', 'Hội thảo tháng hành động', 'Phát tờ rơi');
  const news = fc.integer({ min: 1, max: 5 });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('make' as const), phone, id, range, title, news }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('count' as const), phone, id, news }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), phone, id, range }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('name' as const), phone, id, title }) },
    fc.record({ do: fc.constant('refuse' as const), phone, id, isNew: fc.boolean() }),
    { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), phone, id, gone: fc.boolean() }) },
    fc.record({ do: fc.constant('settle' as const), phone }),
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('exchange' as const), phone, down: fc.constantFrom(500, Infinity) }),
    },
  );

  test('equals a recount of the records after any edits and exchanges', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
        const server = await createSyncServer();
        const phones = await Promise.all([freshSlot(), freshSlot()].map((slot) => openTestStore(slot)));
        for (const one of steps) {
          const store = phones[one.phone];
          if (store === undefined) continue;
          const edit = async (activity: string, values: Readonly<Record<string, string | number | boolean>>) =>
            must(await store.save([{ table: 'activity', id: activity, values }]));
          if (one.do === 'make')
            must(
              await store.save([
                created(one.id, { ...one.range, title: one.title, outputs: { 'news-item': one.news } }),
              ]),
            );
          if (one.do === 'count') await edit(one.id, { 'outputs/news-item': one.news });
          if (one.do === 'move') await edit(one.id, one.range);
          if (one.do === 'name') await edit(one.id, { title: one.title });
          if (one.do === 'refuse' && one.isNew) must(await store.save([created(one.id, ENDS_BEFORE)]));
          if (one.do === 'refuse' && !one.isNew) await edit(one.id, { title: 'Sai', ...UNKNOWN });
          if (one.do === 'delete') await edit(one.id, { $d: one.gone });
          if (one.do === 'settle') for (const held of store.refused()) must(await store.settle(held.scope, held.n));
          if (one.do === 'exchange')
            await exchangeOver(server, store, { device: `recounted-phone-${one.phone}`, down: one.down });
          await expectRecount(store);
        }
        for (const store of phones) await store.close();
      }),
      { numRuns: 40 },
    );
  });

  test('answers with the same things while they have not changed, so that nobody draws them anew', async () => {
    const store = await openTestStore(freshSlot());
    for (const [index, one] of IDS.entries())
      must(await store.save([created(one, { from: `2024-11-1${index}`, to: `2024-11-1${index}` })]));
    const before = await store.activitiesBetween(YEAR.from, YEAR.to);
    must(await store.save([{ table: 'activity', id: 'a2', values: { title: 'Tên khác' } }]));
    const after = await store.activitiesBetween(YEAR.from, YEAR.to);
    const isSame = new Map(after.map((row, index) => [row.id, row === before[index]]));
    expect(Object.fromEntries(isSame)).toEqual({ a1: true, a2: false, a3: true, a4: true });
    await store.close();
  });

  test('opens no more months than are asked for', async () => {
    const slot = freshSlot();
    const store = await openTestStore(slot);
    for (const month of ['2024-08', '2024-09', '2024-10', '2024-11'])
      must(await store.save([created(`in-${month}`, { from: `${month}-15`, to: `${month}-15` })]));
    expect(await store.months(2)).toEqual(['2024-11', '2024-10']);
    expect((await slotDatabase(slot).summaries.toArray()).map(({ m }) => m).sort()).toEqual(['2024-10', '2024-11']);
    await store.close();
  });
});
