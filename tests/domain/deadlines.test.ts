import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf, yearOf } from '#domain/dates.ts';
import { deadlinesOf, deadlinesWithin, lastValidDay } from '#domain/deadlines.ts';
import type { Rule } from '#domain/records/plan.ts';
import { days } from './arbitraries.ts';

const aRule = (fields: Partial<Rule> = {}): Rule => ({
  plan: 'p1',
  kind: 'year',
  from: 'UBND xã',
  to: 'UBND thành phố',
  rule: 'before',
  monthDay: '11-10',
  reach: 'outer',
  order: 'a',
  ...fields,
});
const kept = (id: string, fields: Partial<Rule> = {}) => ({ id, fields: aRule(fields) });
const only = (fields: Partial<Rule>, today: string) => deadlinesOf([kept('r1', fields)], today)[0];

describe('The last valid day', () => {
  test('acceptance 1: "trước 05/6/2024" is Tuesday 04/06/2024, and 05/06 is late; "vào 05/6/2021" is that day', () => {
    const lastDay = lastValidDay(aRule({ monthDay: '06-05', rule: 'before' }), 2024);
    expect(lastDay).toBe('2024-06-04');
    expect(weekdayOf('2024-06-04')).toBe(2);
    expect(only({ monthDay: '06-05', kind: 'half-year' }, '2024-06-05')).toMatchObject({ lastDay, daysLeft: -1 });
    expect(lastValidDay(aRule({ monthDay: '06-05', rule: 'on' }), 2021)).toBe('2021-06-05');
    expect(only({ monthDay: '06-05', rule: 'on' }, '2021-06-05')).toMatchObject({ daysLeft: 0 });
  });

  test('does not exist without a date, or in another year than the printed one', () => {
    expect(lastValidDay(aRule({ rule: 'none' }), 2024)).toBeUndefined();
    expect(lastValidDay({ ...aRule({ rule: 'none' }), monthDay: '06-05' }, 2024)).toBeUndefined();
    expect(lastValidDay(aRule({ year: 2023 }), 2024)).toBeUndefined();
    expect(lastValidDay(aRule({ year: 2024 }), 2024)).toBe('2024-11-09');
  });

  test('of a rule that prints only a month is that month’s last, or for "trước" the day before it', () => {
    const july: Partial<Rule> = { month: 7, kind: 'budget' };
    const inMonth = (fields: Partial<Rule>) => {
      const { monthDay: _, ...rule } = aRule({ ...july, ...fields });
      return lastValidDay(rule, 2024);
    };
    expect(inMonth({ rule: 'on' })).toBe('2024-07-31');
    expect(inMonth({ rule: 'before' })).toBe('2024-06-30');
    expect(inMonth({ rule: 'on', month: 2 })).toBe('2024-02-29');
    expect(inMonth({ rule: 'on', month: 12 })).toBe('2024-12-31');
    expect(inMonth({ rule: 'none' })).toBeUndefined();
    expect(lastValidDay(aRule({ ...july, rule: 'on', monthDay: '07-20' }), 2024)).toBe('2024-07-20');
  });

  test('crosses a month, a year and a leap day', () => {
    expect(lastValidDay(aRule({ monthDay: '03-01' }), 2024)).toBe('2024-02-29');
    expect(lastValidDay(aRule({ monthDay: '01-01' }), 2024)).toBe('2023-12-31');
  });
});

describe('Deadlines', () => {
  test('acceptance 2: "trước 10/11/2024" ends on Saturday 09/11 with a warning; the inner 05/12 is 25 days later', () => {
    const rules = [kept('outer', { monthDay: '11-10' }), kept('inner', { monthDay: '12-05', reach: 'inner' })];
    const [outer, inner] = deadlinesOf(rules, '2024-11-01');
    expect(outer).toMatchObject({ ruleId: 'outer', lastDay: '2024-11-09', printedDay: '2024-11-10', weekend: true });
    expect(weekdayOf('2024-11-09')).toBe(6);
    expect(outer?.innerLaterThanOuter).toBeUndefined();
    expect(inner).toMatchObject({
      ruleId: 'inner',
      lastDay: '2024-12-04',
      weekend: false,
      innerLaterThanOuter: { outerLastDay: '2024-11-09', days: 25 },
    });
  });

  test('warn when inner and outer fall on the same day', () => {
    const rules = [
      kept('outer', { kind: 'half-year', monthDay: '06-05' }),
      kept('inner', { kind: 'half-year', monthDay: '06-05', reach: 'inner' }),
    ];
    const inner = deadlinesOf(rules, '2024-05-01').find(({ ruleId }) => ruleId === 'inner');
    expect(inner?.innerLaterThanOuter).toEqual({ outerLastDay: '2024-06-04', days: 0 });
  });

  test('warn with no days, never fewer, when "vào 09/11" ends on the same day as "trước 10/11"', () => {
    const inner = { monthDay: '11-09', rule: 'on', reach: 'inner' } as const;
    const found = deadlinesOf([kept('outer'), kept('inner', inner)], '2024-11-01');
    expect(found.find(({ ruleId }) => ruleId === 'inner')?.innerLaterThanOuter).toEqual({
      outerLastDay: '2024-11-09',
      days: 0,
    });
  });

  test('compare the inner one with the earliest of several outer ones', () => {
    const rules = [
      kept('late', { monthDay: '12-01' }),
      kept('early', { monthDay: '11-10' }),
      kept('later', { monthDay: '12-02' }),
      kept('inner', { monthDay: '12-05', reach: 'inner' }),
    ];
    const inner = deadlinesOf(rules, '2024-05-01').find(({ ruleId }) => ruleId === 'inner');
    expect(inner?.innerLaterThanOuter?.outerLastDay).toBe('2024-11-09');
  });

  test.each<[string, Partial<Rule>]>([
    ['is earlier', { monthDay: '11-09' }],
    ['is of another kind', { monthDay: '12-05', kind: 'half-year' }],
    ['stands in another plan', { monthDay: '12-05', plan: 'p2' }],
  ])('do not warn when the inner one %s', (_, fields) => {
    const rules = [kept('outer'), kept('inner', { reach: 'inner', ...fields })];
    const inner = deadlinesOf(rules, '2024-05-01').find(({ ruleId }) => ruleId === 'inner');
    expect(inner?.lastDay).toBeDefined();
    expect(inner?.innerLaterThanOuter).toBeUndefined();
  });

  test('compare a half-year’s collecting with the same half only', () => {
    const rules = [
      kept('first', { kind: 'half-year', monthDay: '06-05' }),
      kept('second', { kind: 'half-year', monthDay: '12-05' }),
      kept('inner', { kind: 'half-year', monthDay: '12-01', reach: 'inner' }),
    ];
    const inner = deadlinesOf(rules, '2024-11-01').find(({ ruleId }) => ruleId === 'inner');
    expect(inner?.lastDay).toBe('2024-11-30');
    expect(inner?.innerLaterThanOuter).toBeUndefined();
  });

  test('warn for every report that is collected and handed up, and never for duties that only share a kind', () => {
    const innerOf = (kind: Rule['kind']) =>
      deadlinesOf(
        [kept('outer', { kind }), kept('inner', { kind, monthDay: '12-05', reach: 'inner' })],
        '2024-05-01',
      ).find(({ ruleId }) => ruleId === 'inner')?.innerLaterThanOuter;
    for (const kind of ['year', 'quarter', 'budget', 'final'] as const)
      expect([kind, innerOf(kind)?.days]).toEqual([kind, 25]);
    expect([innerOf('duty'), innerOf('ad-hoc')]).toEqual([undefined, undefined]);
  });

  test('never move a day off the weekend', () => {
    expect(only({ monthDay: '12-05', rule: 'on' }, '2021-12-01')).toMatchObject({
      lastDay: '2021-12-05',
      weekend: true,
    });
  });

  test('return every year when no year is printed, and once when one is', () => {
    expect(only({}, '2025-03-01')?.lastDay).toBe('2025-11-09');
    expect(only({}, '2031-03-01')?.lastDay).toBe('2031-11-09');
    expect(only({ year: 2024 }, '2024-03-01')?.lastDay).toBe('2024-11-09');
    expect(only({ year: 2024 }, '2023-03-01')?.lastDay).toBe('2024-11-09');
    expect(only({ year: 2024 }, '2025-03-01')).toBeUndefined();
  });

  test('keep a missed one in sight until the next period begins', () => {
    expect(only({}, '2024-11-21')).toMatchObject({ lastDay: '2024-11-09', daysLeft: -12 });
    expect(only({}, '2024-12-31')?.lastDay).toBe('2024-11-09');
    expect(only({}, '2025-01-01')?.lastDay).toBe('2025-11-09');
    const halfYear: Partial<Rule> = { kind: 'half-year', monthDay: '06-05' };
    expect(only(halfYear, '2024-06-30')).toMatchObject({ lastDay: '2024-06-04', daysLeft: -26 });
    expect(only(halfYear, '2024-07-05')?.lastDay).toBe('2024-06-04');
    expect(only(halfYear, '2024-07-06')?.lastDay).toBe('2025-06-04');
    expect(only(halfYear, '2024-11-21')?.lastDay).toBe('2025-06-04');
  });

  test('keep a missed quarter’s report in sight at least a month, not the whole year', () => {
    const quarter: Partial<Rule> = { kind: 'quarter', monthDay: '03-25' };
    expect(only(quarter, '2024-04-20')?.lastDay).toBe('2024-03-24');
    expect(only(quarter, '2024-05-01')?.lastDay).toBe('2025-03-24');
  });

  test('keep one missed at the end of the year at least a month', () => {
    expect(only({ monthDay: '12-15', rule: 'on' }, '2025-01-15')?.lastDay).toBe('2024-12-15');
    expect(only({ monthDay: '12-15', rule: 'on' }, '2025-01-16')?.lastDay).toBe('2025-12-15');
  });

  test('keep one missed at the start of the year no longer than a quarter', () => {
    expect(only({ monthDay: '01-15', rule: 'on' }, '2024-04-16')?.lastDay).toBe('2024-01-15');
    expect(only({ monthDay: '01-15', rule: 'on' }, '2024-04-17')?.lastDay).toBe('2025-01-15');
  });

  test('leave out rules without a date, and come soonest first', () => {
    const rules = [kept('late', { monthDay: '12-05' }), kept('none', { rule: 'none' }), kept('soon')];
    expect(deadlinesOf(rules, '2024-11-01').map(({ ruleId }) => ruleId)).toEqual(['soon', 'late']);
  });

  test('never run backwards as the days pass', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('01-01', '02-29', '06-05', '12-31'),
        (day, n, monthDay) => {
          const later = addDays(day, n);
          const [first, second] = [only({ monthDay }, day), only({ monthDay }, later)];
          expect(first && second && first.lastDay <= second.lastDay).toBe(true);
          expect(first?.daysLeft).toBe(first && daysBetween(day, first.lastDay));
        },
      ),
    );
  });

  test('"trước" is always one day earlier than "vào"', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [before, on] = (['before', 'on'] as const).map((rule) =>
          lastValidDay(aRule({ rule, monthDay: day.slice(5) }), yearOf(day)),
        );
        expect(before && on && daysBetween(before, on)).toBe(1);
      }),
    );
  });
});

describe('A rule of a plan with a period', () => {
  const within = { from: '2024-01-01', to: '2024-12-31' };
  const dueOn = (today: string) => deadlinesOf([{ ...kept('r1', { monthDay: '12-05' }), within }], today)[0];

  test('is due in the years of the plan', () => {
    expect(dueOn('2024-11-21')).toMatchObject({ lastDay: '2024-12-04', daysLeft: 13 });
  });

  test('stays in sight a while when it was missed, and does not return in a year that the plan does not cover', () => {
    expect(dueOn('2024-12-20')).toMatchObject({ lastDay: '2024-12-04', daysLeft: -16 });
    expect(dueOn('2025-06-01')).toBeUndefined();
  });

  test('is due in the year that it prints, also after the plan has ended', () => {
    const summingUp = { ...kept('r1', { monthDay: '01-15', year: 2025 }), within };
    expect(deadlinesOf([summingUp], '2025-01-02')[0]).toMatchObject({ lastDay: '2025-01-14', daysLeft: 12 });
  });
});

describe('What a plan above asks', () => {
  const above = [aRule({ plan: 'above', monthDay: '11-10' }), aRule({ plan: 'above', monthDay: '12-10' })];
  const against = (fields: Partial<Rule>) =>
    deadlinesOf([{ ...kept('own', fields), above }], '2024-10-01')[0]?.laterThanAbove;

  test('binds what is handed up: later than its earliest day is warned of, the same day is not', () => {
    expect(against({ monthDay: '11-15' })).toEqual({ lastDay: '2024-11-09', days: 5 });
    expect(against({ monthDay: '11-10' })).toBeUndefined();
  });

  test('binds what is collected one day more strictly: it must be there before', () => {
    expect(against({ monthDay: '11-10', reach: 'inner' })).toEqual({ lastDay: '2024-11-09', days: 0 });
    expect(against({ monthDay: '11-09', reach: 'inner' })).toBeUndefined();
  });

  test('says nothing of reports of another kind, of duties, or of another year', () => {
    expect(against({ monthDay: '11-15', kind: 'half-year' })).toBeUndefined();
    expect(against({ monthDay: '11-15', kind: 'duty' })).toBeUndefined();
    const of2023 = [aRule({ plan: 'above', monthDay: '11-10', year: 2023 })];
    expect(
      deadlinesOf([{ ...kept('own', { monthDay: '11-15' }), above: of2023 }], '2024-10-01')[0]?.laterThanAbove,
    ).toBe(undefined);
  });
});

describe('The deadlines of a calendar', () => {
  const year = { from: '2024-01-01', to: '2024-12-31' };
  const lastDays = (fields: Partial<Rule>, range = year) =>
    deadlinesWithin([kept('r1', fields)], range, '2024-06-01').map(({ lastDay }) => lastDay);

  test('are those whose last day lies in it, also when "trước 01/01" prints a day outside', () => {
    expect(lastDays({ monthDay: '01-01' })).toEqual(['2024-12-31']);
    expect(lastDays({ monthDay: '11-10' }, { from: '2024-11-10', to: '2024-11-30' })).toEqual([]);
    expect(lastDays({ monthDay: '11-10' }, { from: '2024-11-09', to: '2024-11-09' })).toEqual(['2024-11-09']);
  });

  test('return in each year of a longer time, within the plan, and once where a year is printed', () => {
    const decade = { from: '2021-01-01', to: '2030-12-31' };
    expect(lastDays({}, decade)).toHaveLength(10);
    expect(lastDays({ year: 2024 }, decade)).toEqual(['2024-11-09']);
    const within = { from: '2023-01-01', to: '2024-12-31' };
    expect(deadlinesWithin([{ ...kept('r1'), within }], decade, '2024-06-01')).toHaveLength(2);
  });

  test('hold whatever is due around today, with the same warnings', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('01-01', '02-29', '06-05', '11-10', '12-31'), (today, monthDay) => {
        const rules = [kept('outer', { monthDay }), kept('inner', { monthDay, reach: 'inner' })];
        const range = { from: addDays(today, -400), to: addDays(today, 800) };
        const all = deadlinesWithin(rules, range, today);
        for (const one of deadlinesOf(rules, today)) expect(all).toContainEqual(one);
      }),
    );
  });
});
