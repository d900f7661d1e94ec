import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  barsOf,
  lastOfMonth,
  monthAfter,
  sameDayAfter,
  shownDays,
  weeksOfMonth,
  type Week,
} from '#domain/calendar-grid.ts';
import { occurrenceOf, occurrencesTouching } from '#domain/campaigns.ts';
import { addDays, daysBetween, monthOf, weekdayOf } from '#domain/dates.ts';
import { days } from './arbitraries.ts';

const months = days.map(monthOf);
const ranges = fc
  .tuple(days, fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const weeks = days.map((day): Week => {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
});
/** Items that lie around one week. */
const weekWithItems = weeks.chain((week) =>
  fc.tuple(
    fc.constant(week),
    fc.array(
      fc.tuple(fc.integer({ min: -20, max: 12 }), fc.integer({ min: 0, max: 40 })).map(([start, length]) => ({
        from: addDays(week[0] ?? '', start),
        to: addDays(week[0] ?? '', start + length),
      })),
      { maxLength: 12 },
    ),
  ),
);

describe('The weeks of a month', () => {
  test('begin on Monday, hold every day of the month once, and none that a week of it does not share', () => {
    fc.assert(
      fc.property(months, (month) => {
        const shown = weeksOfMonth(month);
        for (const week of shown) {
          expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
          expect(week.some((day) => monthOf(day) === month)).toBe(true);
        }
        const inMonth = shown.flat().filter((day) => monthOf(day) === month);
        expect(inMonth).toHaveLength(Number(lastOfMonth(month).slice(8)));
        expect(new Set(inMonth).size).toBe(inMonth.length);
        expect(shownDays(month)).toEqual({ from: shown[0]?.[0], to: shown.at(-1)?.at(-1) });
      }),
    );
  });

  test('of November 2024 are five, from Monday 28/10 to Sunday 01/12; of February 2027 exactly four', () => {
    expect(weeksOfMonth('2024-11')).toHaveLength(5);
    expect(shownDays('2024-11')).toEqual({ from: '2024-10-28', to: '2024-12-01' });
    expect(shownDays('2027-02')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });
});

describe('A month on or back', () => {
  test('crosses the year, and twelve make one', () => {
    expect(monthAfter('2024-12', 1)).toBe('2025-01');
    expect(monthAfter('2024-01', -1)).toBe('2023-12');
    expect(monthAfter('2024-11', -23)).toBe('2022-12');
    expect(sameDayAfter('2024-01-31', 1)).toBe('2024-02-29');
    expect(sameDayAfter('2024-12-31', 2)).toBe('2025-02-28');
    fc.assert(
      fc.property(months, fc.integer({ min: -40, max: 40 }), (month, n) => {
        expect(monthAfter(monthAfter(month, n), -n)).toBe(month);
        expect(monthAfter(month, 12)).toBe(`${String(Number(month.slice(0, 4)) + 1)}${month.slice(4)}`);
      }),
    );
  });
});

describe('Bars in a week', () => {
  test('cover exactly the days that their item has in it', () => {
    fc.assert(
      fc.property(weekWithItems, ([week, items]) => {
        const bars = barsOf(items, week);
        for (const item of items) {
          const own = bars.filter((bar) => bar.item === item);
          const held = week.filter((day) => item.from <= day && day <= item.to);
          expect(own.flatMap((bar) => week.filter((day) => bar.from <= day && day <= bar.to))).toEqual(held);
          expect(own.length).toBe(held.length > 0 ? 1 : 0);
        }
      }),
    );
  });

  test('never share a day of a lane, and leave no lane empty below another', () => {
    fc.assert(
      fc.property(weekWithItems, ([week, items]) => {
        const bars = barsOf(items, week);
        for (const day of week) {
          const lanes = bars.filter((bar) => bar.from <= day && day <= bar.to).map(({ lane }) => lane);
          expect(new Set(lanes).size).toBe(lanes.length);
        }
        const used = new Set(bars.map(({ lane }) => lane));
        expect([...used].sort((a, b) => a - b)).toEqual([...used].map((_, index) => index));
      }),
    );
  });

  test('say whether the item begins and ends there, so that over all its weeks it does each once', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const monday = addDays(range.from, 1 - weekdayOf(range.from));
        const count = Math.ceil((daysBetween(monday, range.to) + 1) / 7);
        const bars = Array.from({ length: count }, (_, n) =>
          barsOf(
            [range],
            Array.from({ length: 7 }, (__, index) => addDays(monday, n * 7 + index)),
          ),
        ).flat();
        expect(bars.filter(({ begins }) => begins)).toHaveLength(1);
        expect(bars.filter(({ ends }) => ends)).toHaveLength(1);
        expect(bars.reduce((sum, bar) => sum + daysBetween(bar.from, bar.to) + 1, 0)).toBe(
          daysBetween(range.from, range.to) + 1,
        );
      }),
    );
  });

  test('lie higher the earlier they were named, and what comes later fills the gaps', () => {
    const week = weeksOfMonth('2024-11')[3] ?? [];
    const bars = barsOf(
      [
        { from: '2024-11-20', to: '2024-11-20' },
        { from: '2024-11-15', to: '2024-12-15' },
        { from: '2024-11-01', to: '2024-11-19' },
      ],
      week,
    );
    expect(bars.map(({ from, to, lane }) => [from, to, lane])).toEqual([
      ['2024-11-20', '2024-11-20', 0],
      ['2024-11-18', '2024-11-24', 1],
      ['2024-11-18', '2024-11-19', 0],
    ]);
  });
});

describe('A window of every year in a calendar', () => {
  const monthDays = days.map((day) => day.slice(5));

  test('is found in every year, over New Year too, and lasts less than a year and a day', () => {
    fc.assert(
      fc.property(monthDays, monthDays, fc.integer({ min: 1990, max: 2060 }), (from, to, year) => {
        const { from: first, to: last, days: length } = occurrenceOf({ from, to }, year);
        expect(first <= last).toBe(true);
        expect(length).toBe(daysBetween(first, last) + 1);
        expect(length).toBeLessThanOrEqual(366);
        const found = occurrencesTouching({ from, to }, { from: `${year}-01-01`, to: `${year}-12-31` });
        expect(found.map((one) => one.from)).toContain(first);
        // What began last year and is not over belongs to this year's calendar as well.
        expect(found).toHaveLength(occurrenceOf({ from, to }, year - 1).to >= `${year}-01-01` ? 2 : 1);
      }),
    );
  });

  test('that is held in some years only is not drawn in the others', () => {
    const election = { from: '05-20', to: '05-25', fromYear: 2026, toYear: 2026 };
    const inYear = (year: number) => occurrencesTouching(election, { from: `${year}-01-01`, to: `${year}-12-31` });
    expect([2025, 2026, 2027].map((year) => inYear(year).length)).toEqual([0, 1, 0]);
    const overNewYear = { from: '12-20', to: '01-10', fromYear: 2024, toYear: 2024 };
    const shown = (year: number) => occurrencesTouching(overNewYear, { from: `${year}-01-01`, to: `${year}-12-31` });
    expect([2024, 2025, 2026].map((year) => shown(year).map(({ to }) => to))).toEqual([
      ['2025-01-10'],
      ['2025-01-10'],
      [],
    ]);
  });
});
