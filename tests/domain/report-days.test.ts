import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#domain/dates.ts';
import type { Rule } from '#domain/records/plan.ts';
import { isInTime, reportDays } from '#domain/report-days.ts';

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

describe('The days that a report holds', () => {
  test.each<[string, Partial<Rule>, string, string]>([
    ['half a year, due in June', { kind: 'half-year', monthDay: '06-05' }, '2024-01-01', '2024-06-30'],
    ['half a year, due in July', { kind: 'half-year', monthDay: '07-10' }, '2024-01-01', '2024-06-30'],
    ['half a year, due in December', { kind: 'half-year', monthDay: '12-10' }, '2024-07-01', '2024-12-31'],
    ['a year, due in November', { monthDay: '11-10' }, '2024-01-01', '2024-12-31'],
    ['a year, due in the January after', { monthDay: '01-15' }, '2023-01-01', '2023-12-31'],
    ['a quarter, due in its last days', { kind: 'quarter', monthDay: '03-25' }, '2024-01-01', '2024-03-31'],
    ['a quarter, due after it', { kind: 'quarter', monthDay: '04-10' }, '2024-01-01', '2024-03-31'],
  ])('are the calendar’s where nothing else is set: %s', (_, fields, from, to) => {
    expect(reportDays(aRule(fields), 2024)?.window).toEqual({ from, to });
  });

  test('are the cut-off’s where the level above sets one: 15/12–14/6, across New Year', () => {
    const cutOff = { kind: 'half-year', monthDay: '06-15', cutOffFrom: '12-15', cutOffTo: '06-14' } as const;
    expect(reportDays(aRule(cutOff), 2024)?.window).toEqual({ from: '2023-12-15', to: '2024-06-14' });
    const second = { ...cutOff, monthDay: '12-15', cutOffFrom: '06-15', cutOffTo: '12-14' };
    expect(reportDays(aRule(second), 2024)?.window).toEqual({ from: '2024-06-15', to: '2024-12-14' });
    const whole = aRule({ monthDay: '12-15', cutOffFrom: '12-15', cutOffTo: '12-14' });
    expect(reportDays(whole, 2024)?.window).toEqual({ from: '2023-12-15', to: '2024-12-14' });
    expect(reportDays({ ...whole, monthDay: '01-10' }, 2025)?.window).toEqual({ from: '2023-12-15', to: '2024-12-14' });
  });

  test('after the last valid day are an estimate: "trước 10/11" says nothing sure of the Tháng hành động', () => {
    expect(reportDays(aRule(), 2024)).toEqual({
      window: { from: '2024-01-01', to: '2024-12-31' },
      known: { from: '2024-01-01', to: '2024-11-09' },
      estimated: { from: '2024-11-10', to: '2024-12-31' },
    });
    const cutOff = aRule({ monthDay: '12-15', cutOffFrom: '12-15', cutOffTo: '12-14' });
    expect(reportDays(cutOff, 2024)).not.toHaveProperty('estimated');
  });

  test('are none without a day on which the report is due', () => {
    expect(reportDays(aRule({ rule: 'none' }), 2024)).toBeUndefined();
    expect(reportDays(aRule({ year: 2023 }), 2024)).toBeUndefined();
  });

  test('are known or estimated, each once, and nothing else', () => {
    const monthDays = fc.constantFrom('01-15', '03-31', '06-05', '06-15', '07-01', '11-10', '12-05', '12-31');
    fc.assert(
      fc.property(
        fc.constantFrom<Rule['kind']>('half-year', 'year', 'quarter'),
        monthDays,
        fc.option(fc.tuple(monthDays, monthDays), { nil: undefined }),
        fc.integer({ min: 2020, max: 2030 }),
        (kind, monthDay, cut, year) => {
          const cutOff = cut ? { cutOffFrom: cut[0], cutOffTo: cut[1] } : {};
          const days = reportDays(aRule({ kind, monthDay, ...cutOff }), year);
          if (!days) throw new Error('it is due on a day');
          const { window, known, estimated } = days;
          const length = ({ from, to }: { from: string; to: string }) => daysBetween(from, to) + 1;
          const parts = [known, estimated].filter((part) => part !== undefined);
          expect(parts.map(length).reduce((sum, days_) => sum + days_, 0)).toBe(length(window));
          expect(known && estimated ? addDays(known.to, 1) : estimated?.from).toBe(estimated?.from);
        },
      ),
    );
  });
});

describe('What was sent', () => {
  test('acceptance 1: on 05/06 is late for "trước 05/6/2024", in time for "vào 05/6/2021"', () => {
    const before = aRule({ monthDay: '06-05' });
    expect([isInTime(before, 2024, '2024-06-04'), isInTime(before, 2024, '2024-06-05')]).toEqual([true, false]);
    expect(isInTime(aRule({ monthDay: '06-05', rule: 'on' }), 2021, '2021-06-05')).toBe(true);
  });

  test('is in time whenever it comes, where no day is printed ("kịp thời", "theo yêu cầu")', () => {
    expect(isInTime(aRule({ rule: 'none' }), 2024, '2031-01-01')).toBe(true);
  });
});
