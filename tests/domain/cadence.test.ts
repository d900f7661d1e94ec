import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyOf, type CountableActivity } from '#domain/cadence.ts';
import { judge } from '#domain/judging.ts';
import type { Measure, Target } from '#domain/records/measure.ts';

const year = { from: '2024-01-01', to: '2024-12-31' };
const firstQuarter = { from: '2024-01-01', to: '2024-03-31' };
const afterwards = '2025-02-01';

const aMeasure = (every: 'month' | 'quarter'): { id: string; fields: Measure } => ({
  id: `m-${every}`,
  fields: {
    plan: 'p1',
    indicator: 'i1',
    title: 'Tin, bài mẫu',
    kind: 'cadence',
    better: 'higher',
    source: 'own-log',
    cadence: { every, outputs: ['news-item', 'article'] },
    order: 'a',
    parents: {},
  },
});
const monthly = aMeasure('month');
const quarterly = aMeasure('quarter');
const aTarget = (fields: Partial<Target>): Target => ({
  plan: 'p1',
  measure: 'm1',
  comparator: '>=',
  order: 'a',
  ...fields,
});
/** 000: one or two items each month. */
const oneOrTwo = aTarget({ comparator: 'range', value: 1, max: 2 });
/** 002: at least four items each quarter. */
const four = aTarget({ value: 4 });

let nextId = 0;
const news = (day: string, amount = 1, fields: Partial<CountableActivity> = {}): CountableActivity => {
  nextId += 1;
  return { id: `n${nextId}`, from: day, to: day, outputs: { 'news-item': amount }, measures: [], ...fields };
};
const states = (tally: ReturnType<typeof tallyOf>) => tally.periods.map(({ state }) => state);

describe('One log, two cadences', () => {
  test('acceptance 4: one item each month meets 000 and fails 002; four in January meet 002 and fail 000 twice', () => {
    const spread = [news('2024-01-10'), news('2024-02-10'), news('2024-03-10')];
    expect(states(tallyOf(monthly, oneOrTwo, spread, firstQuarter, afterwards))).toEqual(['met', 'met', 'met']);
    const spreadQuarter = tallyOf(quarterly, four, spread, firstQuarter, afterwards);
    expect(spreadQuarter.periods).toMatchObject([{ period: '2024-Q1', total: 3, state: 'not-met' }]);

    const bunched = [news('2024-01-10', 3), news('2024-01-20')];
    expect(states(tallyOf(monthly, oneOrTwo, bunched, firstQuarter, afterwards))).toEqual([
      'met',
      'not-met',
      'not-met',
    ]);
    expect(tallyOf(quarterly, four, bunched, firstQuarter, afterwards).periods).toMatchObject([
      { total: 4, state: 'met' },
    ]);
  });
});

describe('A tally', () => {
  test('counts outputs of the asked kinds, without a link, and shows what it counted', () => {
    const both = news('2024-01-10', 1, { id: 'both', outputs: { 'news-item': 1, article: 2, leaflet: 300 } });
    const [january] = tallyOf(
      monthly,
      oneOrTwo,
      [both, news('2024-01-11', 1, { id: 'one' })],
      year,
      afterwards,
    ).periods;
    expect(january).toMatchObject({
      period: '2024-01',
      total: 4,
      counted: [
        { id: 'both', amount: 3 },
        { id: 'one', amount: 1 },
      ],
    });
  });

  test('counts an activity of several days once, where its last day falls', () => {
    const long = news('2024-01-30', 1, { to: '2024-02-02' });
    const totals = tallyOf(monthly, oneOrTwo, [long], firstQuarter, afterwards).periods.map(({ total }) => total);
    expect(totals).toEqual([0, 1, 0]);
  });

  test("counts today's item, and tomorrow's tomorrow", () => {
    const november = { from: '2024-11-01', to: '2024-11-30' };
    const total = (today: string) =>
      tallyOf(monthly, oneOrTwo, [news('2024-11-21')], november, today).periods[0]?.total;
    expect([total('2024-11-20'), total('2024-11-21')]).toEqual([0, 1]);
  });

  test('follows an item that is moved by a month', () => {
    const item = news('2024-01-31');
    expect(states(tallyOf(monthly, oneOrTwo, [item], firstQuarter, afterwards))[0]).toBe('met');
    const moved = { ...item, from: '2024-02-01', to: '2024-02-01' };
    expect(states(tallyOf(monthly, oneOrTwo, [moved], firstQuarter, afterwards))).toEqual([
      'not-met',
      'met',
      'not-met',
    ]);
  });

  test('knows a period that runs, one that is to come and one that ended short', () => {
    const tally = tallyOf(
      monthly,
      oneOrTwo,
      [news('2024-09-05')],
      { from: '2024-09-01', to: '2024-12-31' },
      '2024-11-21',
    );
    expect(states(tally)).toEqual(['met', 'not-met', 'running', 'not-due']);
    const lastDay = tallyOf(monthly, oneOrTwo, [], { from: '2024-11-01', to: '2024-11-30' }, '2024-11-30');
    expect(states(lastDay)).toEqual(['running']);
    const firstDay = tallyOf(monthly, oneOrTwo, [], { from: '2024-11-01', to: '2024-11-30' }, '2024-11-01');
    expect(states(firstDay)).toEqual(['running']);
    const dayAfter = tallyOf(monthly, oneOrTwo, [], { from: '2024-11-01', to: '2024-11-30' }, '2024-12-01');
    expect(states(dayAfter)).toEqual(['not-met']);
  });

  test('is met as soon as enough is there, while the period still runs', () => {
    expect(
      states(tallyOf(quarterly, four, [news('2024-10-01', 4)], { from: '2024-10-01', to: '2024-12-31' }, '2024-11-21')),
    ).toEqual(['met']);
  });

  test('says why an activity linked by hand was not counted', () => {
    const linked = { measures: { 'm-month': true } };
    const tally = tallyOf(
      monthly,
      oneOrTwo,
      [
        news('2024-01-05', 1, { id: 'leaflets', outputs: { leaflet: 300 }, ...linked }),
        news('2023-12-31', 1, { id: 'last-year', ...linked }),
        news('2024-01-06', 1, { id: 'refused', onlyRefused: true, ...linked }),
        news('2024-12-24', 1, { id: 'planned', ...linked }),
        news('2024-01-07', 1, { id: 'other', outputs: { leaflet: 1 } }),
      ],
      year,
      '2024-11-21',
    );
    expect(tally.periods.every(({ total }) => total === 0)).toBe(true);
    expect(tally.notCounted).toEqual([
      { id: 'last-year', why: 'outside-period' },
      { id: 'leaflets', why: 'no-such-output' },
      { id: 'refused', why: 'refused' },
      { id: 'planned', why: 'planned' },
    ]);
  });

  test('says of a refused or planned item even without a link that it is missing', () => {
    const items = [
      news('2024-01-06', 1, { id: 'refused', onlyRefused: true }),
      news('2024-12-24', 1, { id: 'planned' }),
    ];
    expect(tallyOf(monthly, oneOrTwo, items, year, '2024-11-21').notCounted.map(({ why }) => why)).toEqual([
      'refused',
      'planned',
    ]);
  });

  test('counts what is on the phone only, and what was accepted but has a refused edit, as well as what was sent', () => {
    const items = (['on-device', 'sending', 'sent', 'to-fix'] as const).map((state) => ({
      ...news('2024-01-06'),
      state,
    }));
    expect(tallyOf(monthly, oneOrTwo, items, year, afterwards).periods[0]?.total).toBe(4);
  });

  test('counts each activity once, whatever the order and repetition of the list', () => {
    const activity = fc.record({
      id: fc.stringMatching(/^[a-f]{1,2}$/u),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      amount: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(activity, { selector: ({ id }) => id }), fc.array(fc.nat()), (drawn, shuffle) => {
        const list = drawn.map(({ id, day, month, amount }) =>
          news(`2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, amount, { id }),
        );
        const expected = list.reduce((sum, item) => sum + (item.outputs['news-item'] ?? 0), 0);
        const mixed = [...list, ...shuffle.flatMap((n) => list[n % Math.max(list.length, 1)] ?? [])].reverse();
        for (const measure of [monthly, quarterly]) {
          const tally = tallyOf(measure, four, mixed, year, afterwards);
          expect(tally).toEqual(tallyOf(measure, four, list, year, afterwards));
          expect(tally.periods.reduce((sum, { total }) => sum + total, 0)).toBe(expected);
        }
      }),
    );
  });
});

describe('Judging a cadence', () => {
  const judged = (items: readonly CountableActivity[], today: string, period?: string) =>
    judge({
      measure: monthly.fields,
      targets: [oneOrTwo],
      readings: [],
      tally: tallyOf(monthly, oneOrTwo, items, firstQuarter, today),
      today,
      period,
    });
  const [january, february, march] = ['2024-01-10', '2024-02-10', '2024-03-10'].map((day) => news(day)) as [
    CountableActivity,
    CountableActivity,
    CountableActivity,
  ];

  test('is met when every period is, and failed by one that ended short', () => {
    expect(judged([january, february, march], afterwards).state).toBe('met');
    expect(judged([january, march], afterwards).state).toBe('not-met');
    expect(judged([january, march], '2024-03-15').state).toBe('not-met');
  });

  test('is not due while a period still runs', () => {
    expect(judged([january, february], '2024-03-15')).toMatchObject({
      state: 'not-due',
      period: '2024-03',
      value: 0,
      gap: -1,
    });
    expect(judged([january], '2024-02-05').state).toBe('not-due');
  });

  test('shows the period in which today lies, from its first day to its last', () => {
    for (const today of ['2024-02-01', '2024-02-29']) {
      expect(judged([january], today)).toMatchObject({ period: '2024-02', value: 0 });
    }
    expect(judged([january, march], afterwards)).toMatchObject({ period: '2024-03', value: 1 });
  });

  test('has no figure where there is no period', () => {
    expect(judged([january], afterwards, '2023-12').state).toBe('no-figure');
  });

  test('looks at one period when it is asked for', () => {
    expect(judged([january], afterwards, '2024-01')).toMatchObject({ state: 'met', value: 1 });
    expect(judged([january], afterwards, '2024-02')).toMatchObject({ state: 'not-met', value: 0 });
  });
});
