/**
 * A month as weeks that begin on Monday, and what lasts several days as bars across them.
 *
 * - A week is whole: the days before and after the month that it shares are in it.
 * - A bar covers exactly the days that its item has in the week; no two bars of a lane share a day.
 * - What is named first lies higher: whoever draws says what must not be hidden below.
 */
import { addDays, touches, weekdayOf, type DayRange, type LocalDate } from './dates.ts';

const WEEK = 7;

/** A month as `2024-11`. */
export const firstOfMonth = (month: string): LocalDate => `${month}-01`;

/** Some months on or back; months are as regular as years, so counting them needs no calendar. */
export const monthAfter = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
};

export const lastOfMonth = (month: string): LocalDate => addDays(firstOfMonth(monthAfter(month, 1)), -1);

/** The same day some months on; where that month is shorter, its last. */
export const sameDayAfter = (day: LocalDate, months: number): LocalDate => {
  const month = monthAfter(day.slice(0, 7), months);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > lastOfMonth(month) ? lastOfMonth(month) : wanted;
};

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

export type Week = readonly LocalDate[];

/** Four to six weeks of seven days, Monday first. */
export const weeksOfMonth = (month: string): readonly Week[] => {
  const weeks: Week[] = [];
  for (let monday = mondayOf(firstOfMonth(month)); monday <= lastOfMonth(month); monday = addDays(monday, WEEK)) {
    const start = monday;
    weeks.push(Array.from({ length: WEEK }, (_, index) => addDays(start, index)));
  }
  return weeks;
};

/** The first and the last day of a month's weeks. */
export const shownDays = (month: string): DayRange => {
  const from = mondayOf(firstOfMonth(month));
  return { from, to: addDays(mondayOf(lastOfMonth(month)), WEEK - 1) };
};

export interface Bar<T extends DayRange> {
  readonly item: T;
  /** From 0, the uppermost. */
  readonly lane: number;
  /** The first and the last day of it in this week. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whether the item itself begins and ends here, or goes on in another week. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** `items` come in the order of their weight; each takes the uppermost lane that is free on all of its days. */
export const barsOf = <T extends DayRange>(items: readonly T[], week: Week): readonly Bar<T>[] => {
  const monday = week[0] ?? '';
  const sunday = week.at(-1) ?? '';
  const lanes: DayRange[][] = [];
  return items
    .filter(({ from, to }) => from <= sunday && to >= monday && from <= to)
    .map((item) => {
      const from = item.from < monday ? monday : item.from;
      const to = item.to > sunday ? sunday : item.to;
      const free = lanes.findIndex((taken) => !taken.some((other) => touches(other, { from, to })));
      const lane = free === -1 ? lanes.length : free;
      lanes[lane] = [...(lanes[lane] ?? []), { from, to }];
      return { item, lane, from, to, begins: item.from === from, ends: item.to === to };
    });
};
