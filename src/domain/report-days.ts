/**
 * Which days a report speaks of, and which of them lie ahead when it is sent.
 *
 * - The level above may set a cut-off, "15/12–14/6"; without one a report holds the calendar's quarter, half-year or year.
 * - Every annual deadline of the five documents comes before its year, and before 15/12: what lies after the last valid day
 *   is an estimate ("ước thực hiện"), said so, and made good by a later supplement.
 */
import { addDays, dayInYear, daysBetween, type DayRange, type LocalDate } from './dates.ts';
import { lastValidDay } from './deadlines.ts';
import { periodOfDay, periodRange, type Every } from './periods.ts';
import type { Rule } from './records/plan.ts';

export interface ReportDays {
  /** Whose figures the report holds. */
  readonly window: DayRange;
  /** The part of it that can have happened by the last valid day; absent when the report is due before it begins. */
  readonly known?: DayRange;
  /** What comes after the last valid day. */
  readonly estimated?: DayRange;
}

const everyOf = (kind: Rule['kind']): Every => (kind === 'half-year' || kind === 'quarter' ? kind : 'year');
/** Half of each period, in days. */
const half: Readonly<Record<Every, number>> = { month: 15, quarter: 45, 'half-year': 91, year: 182 };

/** A report due on 15/01 is about the year that has ended, one due on 10/11 about the one that runs. */
const calendarWindow = (kind: Rule['kind'], lastDay: LocalDate): DayRange => {
  const every = everyOf(kind);
  return periodRange(periodOfDay(addDays(lastDay, -half[every]), every));
};

/** The latest occurrence of a yearly window that begins by the last day. */
const cutOffWindow = (from: string, to: string, lastDay: LocalDate): DayRange => {
  const year = Number(lastDay.slice(0, 4));
  const startsBefore = to < from;
  const windows = [year - 1, year, year + 1].map((end) => ({
    from: dayInYear(from, startsBefore ? end - 1 : end),
    to: dayInYear(to, end),
  }));
  // The window whose middle has passed: a report is due near the end of what it tells.
  const passed = windows.filter((window) => {
    const middle = addDays(window.from, Math.floor(daysBetween(window.from, window.to) / 2));
    return middle <= lastDay;
  });
  return passed.at(-1) ?? windows[0] ?? { from: lastDay, to: lastDay };
};

/** The days of the report that is due in a year; `undefined` when none is due on a day then. */
export const reportDays = (rule: Rule, year: number): ReportDays | undefined => {
  const lastDay = lastValidDay(rule, year);
  if (lastDay === undefined) return undefined;
  const { cutOffFrom, cutOffTo } = rule;
  const window =
    cutOffFrom === undefined || cutOffTo === undefined
      ? calendarWindow(rule.kind, lastDay)
      : cutOffWindow(cutOffFrom, cutOffTo, lastDay);
  const known =
    window.from <= lastDay ? { from: window.from, to: lastDay < window.to ? lastDay : window.to } : undefined;
  const next = addDays(lastDay, 1);
  const ahead = { from: next > window.from ? next : window.from, to: window.to };
  return { window, ...(known && { known }), ...(lastDay < window.to && { estimated: ahead }) };
};

/** Whether what was sent on a day is in time for the report that is due in a year; a rule without a date is always in time. */
export const isInTime = (rule: Rule, year: number, sent: LocalDate): boolean => {
  const lastDay = lastValidDay(rule, year);
  return lastDay === undefined || sent <= lastDay;
};
