/**
 * What an activity must be before it is saved: all problems of a form at once, and the same on the server.
 * People of ethnic minorities are among the people, so never more than all of them.
 */
import { beside, checkFields, checkPlausible, firstOfEach } from './check-fields.ts';
import { addDays, daysBetween, type LocalDate } from './dates.ts';
import { peopleTotal } from './people.ts';
import type { FieldProblem, Problem } from './problem.ts';
import { activityTable, type Activity } from './records/activity.ts';

/** A form's fields: any of them may still be missing. */
export type ActivityFields = { readonly [K in keyof Activity]?: Activity[K] | undefined };

/** Every phone lists an activity by each month that it touches: a slip in the year would cost thousands of rows. */
export const MAX_ACTIVITY_DAYS = 400;

/** Every problem, by field, in the table's order. `today` asks as well whether the days are plausible. */
export const checkActivity = (fields: ActivityFields, today?: LocalDate): readonly FieldProblem[] =>
  firstOfEach([
    ...checkFields(activityTable, fields),
    ...beside('to', checkOrder(fields) ?? checkSpan(fields)),
    ...beside('minority', checkMinority(fields)),
    ...(today === undefined ? [] : beside('from', checkPlausible(fields.from, today))),
    ...(today === undefined ? [] : beside('to', checkPlausible(fields.to, today))),
  ]);

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
