import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayInYear,
  daysBetween,
  formatDate,
  formatPartialDate,
  isLocalDate,
  monthOf,
  monthsBetween,
  todayAt,
  touches,
  weekdayOf,
  yearOf,
} from '#domain/dates.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { days } from './arbitraries.ts';

describe('A local date', () => {
  test.each(['2024-02-29', '2024-11-15', '1999-12-31'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-1-5', '15/11/2024', '', '2024-11-15T00:00'])(
    '%s is none',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  test('moves by days over months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
  });

  test('counts the days between two days, with their sign', () => {
    expect(daysBetween('2024-11-10', '2024-12-05')).toBe(25);
    expect(daysBetween('2024-12-05', '2024-11-10')).toBe(-25);
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  test('knows its weekday, Monday first', () => {
    expect(weekdayOf('2024-06-04')).toBe(2);
    expect(weekdayOf('2024-11-09')).toBe(6);
    expect(weekdayOf('2024-11-10')).toBe(7);
    expect(weekdayOf('2024-11-11')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(weekdayOf('1969-12-28')).toBe(7);
  });

  test('names its year and month', () => {
    expect(yearOf('2024-11-15')).toBe(2024);
    expect(monthOf('2024-11-15')).toBe('2024-11');
  });

  test('lists the months from one day to another', () => {
    expect(monthsBetween('2024-11-15', '2025-02-01')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(monthsBetween('2024-11-15', '2024-11-15')).toEqual(['2024-11']);
    expect(monthsBetween('2024-11-15', '2024-10-15')).toEqual([]);
  });

  test('falls on 28 February where the 29th is missing', () => {
    expect(dayInYear('02-29', 2024)).toBe('2024-02-29');
    expect(dayInYear('02-29', 2023)).toBe('2023-02-28');
  });

  test('touches a range that shares one day with it', () => {
    const month = { from: '2024-11-01', to: '2024-11-30' };
    expect(touches(month, { from: '2024-11-30', to: '2024-12-02' })).toBe(true);
    expect(touches(month, { from: '2024-12-01', to: '2024-12-02' })).toBe(false);
    expect(touches(month, { from: '2024-10-15', to: '2024-11-01' })).toBe(true);
    expect(touches(month, { from: '2024-10-01', to: '2024-10-31' })).toBe(false);
  });
});

describe('The business day', () => {
  test('begins at midnight in Viet Nam, not at midnight UTC', () => {
    expect(todayAt(Date.parse('2024-11-20T16:59:59.999Z'))).toBe('2024-11-20');
    expect(todayAt(Date.parse('2024-11-20T17:00:00Z'))).toBe('2024-11-21');
    expect(todayAt(Date.parse('2024-11-21T16:59:59Z'))).toBe('2024-11-21');
  });
});

describe('A typed date', () => {
  test.each(['15/11/2024', '15-11-2024', '15.11.2024', '2024-11-15', ' 15/11/2024 '])('reads %s', (typed) => {
    expect(parseDate(typed)).toEqual({ ok: true, value: '2024-11-15' });
  });

  test('may leave out leading zeros', () => {
    expect(parseDate('5/6/2024')).toEqual({ ok: true, value: '2024-06-05' });
  });

  test.each([
    ['15/11/24', '2024-11-15'],
    ['11/15/2024', '2024-11-15'],
    ['2024-11-15T23:30', '2024-11-15'],
    ['2024-11-15T23:30:00Z', '2024-11-16'],
    ['2024-11-15 23:30:00+07:00', '2024-11-15'],
  ])('does not take %s, and says that it seems to mean %s', (typed, day) => {
    expect(parseDate(typed)).toEqual({ ok: false, problem: { code: 'field/date-meant', readings: [day] } });
  });

  test('does not take a number of Excel’s, and says both days that it may be', () => {
    expect(parseDate('45292')).toEqual({
      ok: false,
      problem: { code: 'field/date-meant', readings: ['2024-01-01', '2028-01-02'] },
    });
  });

  test('has the day first: 03/04/2024 is 3 April', () => {
    expect(parseDate('03/04/2024')).toEqual({ ok: true, value: '2024-04-03' });
  });

  test.each([
    '31/02/2024',
    '29/02/2025',
    '31/02/24',
    '03/04',
    '15/11-2024',
    '1511/2024',
    'hôm nay',
    '15/11/0024',
    '15/11/2999',
  ])('refuses %s', (typed) => {
    expect(parseDate(typed)).toEqual({ ok: false, problem: { code: 'field/not-a-date' } });
  });

  test('reads the years from 1900 to 2200', () => {
    expect(['31/12/1899', '01/01/1900', '31/12/2200', '01/01/2201'].map((typed) => parseDate(typed).ok)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('asks for a date where nothing was typed', () => {
    expect(parseDate('  ')).toEqual({ ok: false, problem: { code: 'field/required' } });
  });

  test('reads back what was printed', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseDate(formatDate(day))).toEqual({ ok: true, value: day });
      }),
    );
  });
});

describe('A partial date', () => {
  test('prints as much as is known', () => {
    expect(formatPartialDate('2024')).toBe('2024');
    expect(formatPartialDate('2024-02')).toBe('02/2024');
    expect(formatPartialDate('2024-02-20')).toBe('20/02/2024');
  });
});
