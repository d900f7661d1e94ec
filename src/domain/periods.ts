/**
 * The periods that figures belong to, by their codes: `2024`, `2024-H1`, `2024-Q4`, `2024-11`.
 * A code says which days it covers; where a report cuts off its figures is the report rule's business, not the period's.
 */
import { addDays, monthOf, monthsBetween, yearOf, type DayRange, type LocalDate } from './dates.ts';
import type { Period } from './records/measure.ts';

export type { Period } from './records/measure.ts';

export type Every = 'month' | 'quarter' | 'half-year' | 'year';

const patterns: Readonly<Record<Every, RegExp>> = {
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/u,
  quarter: /^\d{4}-Q[1-4]$/u,
  'half-year': /^\d{4}-H[12]$/u,
  year: /^\d{4}$/u,
};

const kinds: readonly Every[] = ['month', 'quarter', 'half-year', 'year'];

export const isPeriodOf = (every: Every, period: Period): boolean => patterns[every].test(period);

/** Which kind of period a code names; `undefined` when it names none. */
export const kindOfPeriod = (period: Period): Every | undefined => kinds.find((every) => isPeriodOf(every, period));

const monthsIn: Readonly<Record<Every, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The last day of a month (1–12) is the day before the next month begins. */
const lastDayOfMonth = (year: number, month: number): LocalDate =>
  month === 12 ? `${year}-12-31` : addDays(`${year}-${twoDigits(month + 1)}-01`, -1);

/** The days that a period covers, both ends inclusive. */
export const periodRange = (period: Period): DayRange => {
  const year = yearOf(period);
  const every = kindOfPeriod(period) ?? 'year';
  const length = monthsIn[every];
  const index = every === 'year' ? 1 : Number(period.slice(every === 'month' ? 5 : 6));
  const last = index * length;
  return { from: `${year}-${twoDigits(last - length + 1)}-01`, to: lastDayOfMonth(year, last) };
};

/** The period in which a day lies. */
export const periodOfDay = (day: LocalDate, every: Every): Period => {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (every) {
    case 'month':
      return monthOf(day);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return year;
  }
};

/** The period of the same kind just before. */
export const previousPeriod = (period: Period): Period =>
  periodOfDay(addDays(periodRange(period).from, -1), kindOfPeriod(period) ?? 'year');

/** The months that a range touches, earliest first. */
const monthsOf = (range: DayRange): readonly Period[] => monthsBetween(range.from, range.to);

/** The periods of a kind that a range touches, earliest first. */
export const periodsOf = (range: DayRange, every: Every): readonly Period[] => [
  ...new Set(monthsOf(range).map((month) => periodOfDay(`${month}-01`, every))),
];

/** The period of the same kind a year earlier. */
export const yearBefore = (period: Period): Period => `${String(yearOf(period) - 1)}${period.slice(4)}`;

/** Sorts by the last day; of two that end together the longer comes last, because it says more. */
export const comparePeriods = (a: Period, b: Period): number => {
  const [first, second] = [periodRange(a), periodRange(b)];
  if (first.to !== second.to) return first.to < second.to ? -1 : 1;
  if (first.from === second.from) return 0;
  return first.from > second.from ? -1 : 1;
};
