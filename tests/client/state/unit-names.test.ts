import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import type { ActivitySummary, NearUnits, Saved, Workbook } from '#client/state/workbook.ts';
import { createTallies } from '#client/state/tallies.ts';
import { carriedBy, madeIn, unitName } from '#client/state/unit-names.ts';
import { isOwnPlan } from '#client/state/plan-kinship.ts';

const unit = (id: string, fields: Saved<'unit'>['fields']): Saved<'unit'> => ({
  scope: 'root/units',
  table: 'unit',
  id,
  fields,
  state: 'sent',
});
const follows = (of: string, other: string): Saved<'unit-line'> => ({
  scope: 'root/units',
  table: 'unit-line',
  id: `${of}-${other}`,
  fields: { unit: of, other, relation: 'predecessor', from: '2025-07-01' },
  state: 'sent',
});
const ended = { kind: 'xã', to: '2025-06-30' };
const near: NearUnits = {
  units: [
    unit('new', { name: 'Phường Mới', kind: 'phường', former: [{ until: '2025-08-31', name: 'Phường Tạm' }] }),
    unit('a', { name: 'Xã A', ...ended }),
    unit('b', { name: 'Xã B', ...ended }),
    unit('older', { name: 'Xã Xưa', kind: 'xã', to: '2009-12-31' }),
  ],
  lines: [follows('new', 'a'), follows('new', 'b'), follows('a', 'older')],
};

const news = (id: string, of: string, to: string): ActivitySummary => ({
  scope: `${of}/work`,
  id,
  state: 'sent',
  title: id,
  type: 'radio',
  from: to,
  to,
  place: '',
  agency: 'x',
  female: 0,
  male: 0,
  unrecorded: 0,
  minority: 0,
  attendances: 0,
  outputs: { 'news-item': 1 },
  tasks: [],
  measures: [],
  campaigns: [],
  folded: '',
});
const log = [
  news('of-a', 'a', '2025-03-03'),
  news('of-b', 'b', '2025-03-04'),
  news('late-of-a', 'a', '2025-09-01'),
  news('own', 'new', '2025-09-02'),
];

const me = { id: 'lan', name: 'Lan Mẫu', title: '', role: 'officer', unit: 'new', agency: '', scopes: [] } as const;
// Only what is asked of a workbook here: a question for anything else fails the test with a type error.
const workbook = {
  me: () => me,
  today: () => '2025-11-21',
  near: () => near,
  list: () => () => [],
  activitiesBetween: () => () => log,
} as unknown as Workbook;

const measureOf = (scope: Saved<'measure'>['scope']): Saved<'measure'> => ({
  scope,
  table: 'measure',
  id: 'm',
  fields: {
    plan: 'p',
    indicator: 'i',
    title: 'Tin mỗi tháng',
    kind: 'cadence',
    better: 'higher',
    source: 'own-log',
    order: 'a',
    cadence: { every: 'month', outputs: ['news-item'] },
    parents: {},
  },
  state: 'sent',
});

describe('In a unit that carries on the work of others', () => {
  test('a unit is called as on the day', () => {
    expect(unitName(workbook)).toBe('Phường Mới');
    expect(unitName(workbook, 'new', '2025-08-31')).toBe('Phường Tạm');
    expect(unitName(workbook, 'nowhere')).toBe('');
  });

  test('what was made in an old unit is named by it, what is own or issued above is not', () => {
    expect(madeIn(workbook, 'a/work')).toBe('Xã A');
    expect(madeIn(workbook, 'new/work')).toBe('');
    expect(madeIn(workbook, 'province/issued')).toBe('');
    expect(carriedBy(workbook, 'a/work')).toEqual({ units: ['a', 'older'], last: '2025-06-30' });
  });

  test('their plans are own ones, beside the own', () => {
    const plan = (scope: Saved<'plan'>['scope']) => ({ scope, id: 'p', fields: { parents: {} } }) as Saved<'plan'>;
    expect(
      (['new/work', 'a/work', 'province/issued'] as const).map((scope) => isOwnPlan(plan(scope), [], 'new')),
    ).toEqual([true, true, false]);
  });

  test.each([
    ['its own plan counts what all of them did', 'new/work', ['of-a', 'of-b', 'late-of-a', 'own'], 12],
    ['a plan above counts the same', 'province/issued', ['of-a', 'of-b', 'late-of-a', 'own'], 12],
    ['the plan of an old one counts what was done there until it ended', 'a/work', ['of-a'], 6],
  ] as const)('%s', (_what, scope, counted, months) => {
    const tally = createRoot((dispose) => {
      const answer = createTallies(workbook).of(measureOf(scope));
      dispose();
      return answer;
    });
    expect(tally?.periods.flatMap((period) => period.counted.map(({ id }) => id))).toEqual(counted);
    expect(tally?.periods).toHaveLength(months);
  });
});
