import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type DayRange } from '#domain/dates.ts';
import {
  comparePeriods,
  isPeriodOf,
  kindOfPeriod,
  periodOfDay,
  periodRange,
  periodsOf,
  previousPeriod,
} from '#domain/periods.ts';
import { days } from './arbitraries.ts';

describe('A period', () => {
  test.each<[string, DayRange]>([
    ['2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['2024-H1', { from: '2024-01-01', to: '2024-06-30' }],
    ['2024-H2', { from: '2024-07-01', to: '2024-12-31' }],
    ['2024-Q1', { from: '2024-01-01', to: '2024-03-31' }],
    ['2024-Q4', { from: '2024-10-01', to: '2024-12-31' }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
    ['2023-02', { from: '2023-02-01', to: '2023-02-28' }],
    ['2024-12', { from: '2024-12-01', to: '2024-12-31' }],
  ])('%s covers its days', (period, range) => {
    expect(periodRange(period)).toEqual(range);
  });

  test('is told by its code alone', () => {
    expect(kindOfPeriod('2024-Q4')).toBe('quarter');
    expect(kindOfPeriod('2024-13')).toBeUndefined();
    expect(isPeriodOf('month', '2024-11')).toBe(true);
    expect(isPeriodOf('month', '2024-Q4')).toBe(false);
    expect(isPeriodOf('half-year', '2024-H2')).toBe(true);
    expect(isPeriodOf('year', '2024')).toBe(true);
  });

  test.each([
    ['2024', '2023'],
    ['2024-H1', '2023-H2'],
    ['2024-Q1', '2023-Q4'],
    ['2024-01', '2023-12'],
    ['2024-12', '2024-11'],
  ])('%s comes after %s', (period, before) => {
    expect(previousPeriod(period)).toBe(before);
  });

  test('sorts by its end, the longer of two last', () => {
    expect(['2024', '2024-11', '2024-Q4', '2024-12', '2023'].sort(comparePeriods)).toEqual([
      '2023',
      '2024-11',
      '2024-12',
      '2024-Q4',
      '2024',
    ]);
  });

  test.each(['month', 'quarter', 'half-year', 'year'] as const)(
    'of kind %s: each day lies in exactly one, and the next begins the day after it ends',
    (every) => {
      fc.assert(
        fc.property(days, (day) => {
          const period = periodOfDay(day, every);
          const range = periodRange(period);
          expect(isPeriodOf(every, period)).toBe(true);
          expect(range.from <= day && day <= range.to).toBe(true);
          expect(previousPeriod(periodOfDay(addDays(range.to, 1), every))).toBe(period);
        }),
      );
    },
  );
});

describe('A range', () => {
  test('of each kind that a range touches come earliest first', () => {
    const range = { from: '2024-03-31', to: '2024-07-01' };
    expect(periodsOf(range, 'month')).toEqual(['2024-03', '2024-04', '2024-05', '2024-06', '2024-07']);
    expect(periodsOf(range, 'quarter')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3']);
    expect(periodsOf(range, 'half-year')).toEqual(['2024-H1', '2024-H2']);
    expect(periodsOf({ from: '2024-12-31', to: '2026-01-01' }, 'year')).toEqual(['2024', '2025', '2026']);
  });
});
