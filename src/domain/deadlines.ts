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
  /** What the plans above ask that its plan serves: what it collects or hands up must be there by then. */
  readonly above?: readonly Rule[] | undefined;
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
  /** A plan above asks for the same report `days` days earlier; 0 where the commune would collect on that very day. */
  readonly laterThanAbove?: { readonly lastDay: LocalDate; readonly days: number };
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

/** Of reports that come several times a year each is compared with its own turn only. */
const isSameTurn = (kind: Rule['kind'], a: LocalDate, b: LocalDate): boolean =>
  (kind !== 'half-year' && kind !== 'quarter') || periodOfDay(a, kind) === periodOfDay(b, kind);

interface Bound {
  readonly printed: LocalDate;
  readonly lastDay: LocalDate;
}

/** The earliest day on which one of the rules asks for the same report as `rule`, which is due on `lastDay`. */
const earliestOf = (rules: readonly Rule[], rule: Rule, lastDay: LocalDate): Bound | undefined =>
  rules
    .filter(({ kind }) => kind === rule.kind)
    .flatMap((other) => {
      const printed = printedDayOf(other, yearOf(lastDay));
      return printed === undefined ? [] : [{ printed, lastDay: lastDayFor(other, printed) }];
    })
    .filter((bound) => isSameTurn(rule.kind, bound.lastDay, lastDay))
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0];

const conflictOf = (inner: Rule, printedDay: LocalDate, rules: readonly KeptRule[]) => {
  if (inner.reach !== 'inner' || apart.has(inner.kind)) return undefined;
  const lastDay = lastDayFor(inner, printedDay);
  const handedUp = rules
    .map(({ fields }) => fields)
    .filter((rule) => rule.reach === 'outer' && rule.plan === inner.plan);
  const outer = earliestOf(handedUp, inner, lastDay);
  if (!outer || lastDay < outer.lastDay) return undefined;
  // "vào 09/11" and "trước 10/11" end together although the printed days run the other way.
  const printedDays = daysBetween(outer.printed, printedDay);
  const days = printedDays < 0 ? daysBetween(outer.lastDay, lastDay) : printedDays;
  return { outerLastDay: outer.lastDay, days };
};

/** What is collected must be there before the day above, what is handed up on it at the latest. */
const laterThanAbove = ({ fields, above }: KeptRule, lastDay: LocalDate) => {
  if (above === undefined || apart.has(fields.kind)) return undefined;
  const bound = earliestOf(above, fields, lastDay)?.lastDay;
  if (bound === undefined || lastDay < bound || (lastDay === bound && fields.reach === 'outer')) return undefined;
  return { lastDay: bound, days: daysBetween(bound, lastDay) };
};

const deadlineInYear = (
  kept: KeptRule,
  rules: readonly KeptRule[],
  year: number,
  today: LocalDate,
): Deadline | undefined => {
  const rule = kept.fields;
  const printedDay = printedDayOf(rule, year);
  if (printedDay === undefined) return undefined;
  const lastDay = lastDayFor(rule, printedDay);
  const conflict = conflictOf(rule, printedDay, rules);
  const above = laterThanAbove(kept, lastDay);
  return {
    ruleId: kept.id,
    rule,
    lastDay,
    printedDay,
    weekend: weekdayOf(lastDay) >= SATURDAY,
    daysLeft: daysBetween(today, lastDay),
    ...(conflict && { innerLaterThanOuter: conflict }),
    ...(above && { laterThanAbove: above }),
  };
};

/** Of these years, those in which the rule asks for something: its own one, or all of its plan. */
const yearsOf = ({ fields, within }: KeptRule, years: readonly number[]): readonly number[] => {
  if (fields.year !== undefined) return [fields.year];
  return years.filter((year) => !within || (year >= yearOf(within.from) && year <= yearOf(within.to)));
};

const soonestFirst = (deadlines: readonly Deadline[]): readonly Deadline[] =>
  [...deadlines].sort((a, b) => (a.lastDay === b.lastDay ? 0 : a.lastDay < b.lastDay ? -1 : 1));

/** The deadline of each rule that matters around today, soonest first: the one to come, or the one just missed. */
export const deadlinesOf = (rules: readonly KeptRule[], today: LocalDate): readonly Deadline[] => {
  const thisYear = yearOf(today);
  return soonestFirst(
    rules.flatMap((kept) => {
      const ofYears = yearsOf(kept, [thisYear - 1, thisYear, thisYear + 1]);
      const found = ofYears.flatMap((year) => deadlineInYear(kept, rules, year, today) ?? []);
      return found.find((deadline) => shownUntil(deadline.rule, deadline.lastDay) >= today) ?? [];
    }),
  );
};

/** Every deadline whose last day lies in the range, soonest first; of each rule as many as there are years in it. */
export const deadlinesWithin = (rules: readonly KeptRule[], range: DayRange, today: LocalDate): readonly Deadline[] => {
  const first = yearOf(range.from);
  // "trước 01/01" ends on 31/12 of the year before.
  const years = Array.from({ length: Math.max(yearOf(range.to) - first + 2, 0) }, (_, index) => first + index);
  return soonestFirst(
    rules.flatMap((kept) =>
      yearsOf(kept, years)
        .flatMap((year) => deadlineInYear(kept, rules, year, today) ?? [])
        .filter(({ lastDay }) => range.from <= lastDay && lastDay <= range.to),
    ),
  );
};
