/**
 * When a report is due, as its rule prints it.
 *
 * - "trước ngày" (before) is exclusive: the last valid day is the day before. "vào ngày", "chậm nhất" (on) is inclusive.
 * - Where only a month is printed ("tháng 7"), "on" lasts until its end, and "before" until the day before it begins.
 * - A last day on a weekend is flagged and never moved: no document moves it.
 * - A rule without a year returns every year of its plan's period; one with a year is due then, even after the plan;
 *   one without a date has no deadline.
 */
import { addDays, dayInYear, daysBetween, weekdayOf, yearOf, type DayRange, type LocalDate } from './dates.ts';
import { periodOfDay, periodRange } from './periods.ts';
import type { Rule } from './records/plan.ts';

export interface KeptRule {
  readonly id: string;
  readonly fields: Rule;
  /** The period of the rule's plan; without one a rule without a year returns for ever. */
  readonly within?: DayRange | undefined;
}

export interface Deadline {
  readonly ruleId: string;
  readonly rule: Rule;
  /** The last day on which the report is in time. */
  readonly lastDay: LocalDate;
  /** The day that the document prints; of a month that it prints, the day that bounds it. */
  readonly printedDay: LocalDate;
  readonly weekend: boolean;
  /** 0 on the last day, negative when it is over. */
  readonly daysLeft: number;
  /** The commune collects later than it must hand up; `days` between the two printed days, or the last days; never negative. */
  readonly innerLaterThanOuter?: { readonly outerLastDay: LocalDate; readonly days: number };
}

const SATURDAY = 6;
/** A missed deadline stays in sight at least a month, and at most a quarter. */
const SHOWN_AT_LEAST = 31;
const SHOWN_AT_MOST = 92;

const printedDayOf = (rule: Rule, year: number): LocalDate | undefined => {
  if (rule.rule === 'none' || (rule.year !== undefined && rule.year !== year)) return undefined;
  if (rule.monthDay !== undefined) return dayInYear(rule.monthDay, year);
  if (rule.month === undefined) return undefined;
  const month = periodRange(`${year}-${String(rule.month).padStart(2, '0')}`);
  return rule.rule === 'before' ? month.from : month.to;
};

const lastDayFor = (rule: Rule, printedDay: LocalDate): LocalDate =>
  rule.rule === 'before' ? addDays(printedDay, -1) : printedDay;

/** The last day in time for what the rule asks in a year; `undefined` when it asks nothing on a day then. */
export const lastValidDay = (rule: Rule, year: number): LocalDate | undefined => {
  const printedDay = printedDayOf(rule, year);
  return printedDay && lastDayFor(rule, printedDay);
};

/** A missed deadline is shown until the next period begins, within the bounds above. */
const shownUntil = (rule: Rule, lastDay: LocalDate): LocalDate => {
  const every = rule.kind === 'half-year' || rule.kind === 'quarter' ? rule.kind : 'year';
  const period = periodRange(periodOfDay(lastDay, every));
  const [least, most] = [addDays(lastDay, SHOWN_AT_LEAST), addDays(lastDay, SHOWN_AT_MOST)];
  if (period.to < least) return least;
  return period.to > most ? most : period.to;
};

/** Two rules of these kinds need not be about the same thing. */
const apart: ReadonlySet<Rule['kind']> = new Set(['ad-hoc', 'incident', 'duty']);

const conflictOf = (inner: Rule, printedDay: LocalDate, rules: readonly KeptRule[]) => {
  if (inner.reach !== 'inner' || apart.has(inner.kind)) return undefined;
  const outer = rules
    .map(({ fields }) => fields)
    .filter((rule) => rule.reach === 'outer' && rule.kind === inner.kind && rule.plan === inner.plan)
    .flatMap((rule) => {
      const printed = printedDayOf(rule, yearOf(printedDay));
      return printed === undefined ? [] : [{ printed, lastDay: lastDayFor(rule, printed) }];
    })
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0];
  if (!outer || lastDayFor(inner, printedDay) < outer.lastDay) return undefined;
  // "vào 09/11" and "trước 10/11" end together although the printed days run the other way.
  const printedDays = daysBetween(outer.printed, printedDay);
  const days = printedDays < 0 ? daysBetween(outer.lastDay, lastDayFor(inner, printedDay)) : printedDays;
  return { outerLastDay: outer.lastDay, days };
};

const deadlineOf = (kept: KeptRule, rules: readonly KeptRule[], today: LocalDate): Deadline | undefined => {
  const rule = kept.fields;
  const thisYear = yearOf(today);
  const { within } = kept;
  const isCovered = (year: number) => !within || (year >= yearOf(within.from) && year <= yearOf(within.to));
  const years = rule.year === undefined ? [thisYear - 1, thisYear, thisYear + 1].filter(isCovered) : [rule.year];
  for (const year of years) {
    const printedDay = printedDayOf(rule, year);
    if (printedDay === undefined) continue;
    const lastDay = lastDayFor(rule, printedDay);
    if (shownUntil(rule, lastDay) < today) continue;
    const conflict = conflictOf(rule, printedDay, rules);
    return {
      ruleId: kept.id,
      rule,
      lastDay,
      printedDay,
      weekend: weekdayOf(lastDay) >= SATURDAY,
      daysLeft: daysBetween(today, lastDay),
      ...(conflict && { innerLaterThanOuter: conflict }),
    };
  }
  return undefined;
};

/** The deadline of each rule that matters around today, soonest first: the one to come, or the one just missed. */
export const deadlinesOf = (rules: readonly KeptRule[], today: LocalDate): readonly Deadline[] =>
  rules
    .flatMap((kept) => deadlineOf(kept, rules, today) ?? [])
    .sort((a, b) => (a.lastDay === b.lastDay ? 0 : a.lastDay < b.lastDay ? -1 : 1));
