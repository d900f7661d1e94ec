/**
 * What an activity must be before it is saved: all problems of a form at once, and the same on the server.
 *
 * - People are female + male + not recorded; the total is computed here and stored nowhere.
 * - People of ethnic minorities are among the people, so never more than all of them.
 */
import { addDays, dayInYear, daysBetween, yearOf, type LocalDate } from './dates.ts';
import { checkField } from './field-checks.ts';
import type { FieldProblem, Problem } from './problem.ts';
import { activityTable, type Activity } from './records/activity.ts';
import type { Table } from './table.ts';

/** A form's fields: any of them may still be missing. */
export type ActivityFields = { readonly [K in keyof Activity]?: Activity[K] | undefined };
type People = Pick<ActivityFields, 'female' | 'male' | 'unrecorded'>;

const EARLIEST = '2000-01-01';
const YEARS_AHEAD = 2;
/** Every phone lists an activity by each month that it touches: a slip in the year would cost thousands of rows. */
export const MAX_ACTIVITY_DAYS = 400;

export const peopleTotal = (people: People): number =>
  (people.female ?? 0) + (people.male ?? 0) + (people.unrecorded ?? 0);

/** In percent of those whose sex was recorded; `undefined` when it was for nobody. */
export const femaleShare = (people: People): number | undefined => {
  const recorded = (people.female ?? 0) + (people.male ?? 0);
  return recorded === 0 ? undefined : ((people.female ?? 0) * 100) / recorded;
};

/** Every problem, by field, in the table's order. `today` asks as well whether the days are plausible. */
export const checkActivity = (fields: ActivityFields, today?: LocalDate): readonly FieldProblem[] => {
  const table: Table = activityTable;
  const given = new Map<string, unknown>(Object.entries(fields));
  const problems: FieldProblem[] = [];
  const report = (field: string, problem: Problem | undefined) => {
    if (problem && !problems.some((known) => known.field === field)) problems.push({ field, problem });
  };

  for (const [field, schema] of Object.entries(table.single)) {
    const value = given.get(field);
    if (value !== undefined) report(field, checkField(schema, value));
    else if (table.required.includes(field)) report(field, { code: 'field/required' });
  }
  for (const [field, schema] of Object.entries(table.sets))
    for (const value of Object.values(given.get(field) ?? {})) report(field, checkField(schema, value));

  report('to', checkOrder(fields) ?? checkSpan(fields));
  report('minority', checkMinority(fields));
  if (today !== undefined) {
    report('from', checkPlausible(fields.from, today));
    report('to', checkPlausible(fields.to, today));
  }
  return problems;
};

const checkOrder = ({ from, to }: ActivityFields): Problem | undefined =>
  from !== undefined && to !== undefined && to < from ? { code: 'activity/ends-before-start' } : undefined;

const checkSpan = ({ from, to }: ActivityFields): Problem | undefined =>
  from !== undefined && to !== undefined && daysBetween(from, to) > MAX_ACTIVITY_DAYS
    ? { code: 'activity/date-out-of-range', from, to: addDays(from, MAX_ACTIVITY_DAYS) }
    : undefined;

const checkMinority = (fields: ActivityFields): Problem | undefined => {
  const total = peopleTotal(fields);
  return (fields.minority ?? 0) > total ? { code: 'activity/minority-exceeds-total', total } : undefined;
};

const checkPlausible = (day: LocalDate | undefined, today: LocalDate): Problem | undefined => {
  const latest = dayInYear(today.slice(5), yearOf(today) + YEARS_AHEAD);
  if (day === undefined || (day >= EARLIEST && day <= latest)) return undefined;
  return { code: 'activity/date-out-of-range', from: EARLIEST, to: latest };
};
