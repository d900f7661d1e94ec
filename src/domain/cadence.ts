/**
 * Measures of the kind "n news items a month", computed from the log of activities.
 *
 * - An activity counts by its outputs; it needs no link to the measure.
 * - It counts once, whatever its order or repetition in the list, in the period of its last day.
 * - What lies after today is planned, not done, and counts nowhere yet. What exists only in a
 *   refused mutation counts nowhere; an accepted activity whose edit was refused still counts.
 * - One log answers many measures: nothing is used up by being counted.
 */
import { isLinked, type Links } from './campaigns.ts';
import type { DayRange, LocalDate } from './dates.ts';
import { periodOfDay, periodRange, periodsOf, type Period } from './periods.ts';
import type { Measure, Target } from './records/measure.ts';
import { reaches } from './targets.ts';

export interface CountableActivity extends DayRange {
  readonly id: string;
  readonly outputs: Readonly<Record<string, number>>;
  readonly measures: Links;
  /** The server has never accepted it. */
  readonly onlyRefused?: boolean;
}

export interface CountedActivity {
  readonly id: string;
  readonly amount: number;
}

export type PeriodState = 'met' | 'not-met' | 'running' | 'not-due';

export interface TallyPeriod {
  readonly period: Period;
  readonly range: DayRange;
  /** By last day, earliest first. */
  readonly counted: readonly CountedActivity[];
  readonly total: number;
  readonly state: PeriodState;
}

/** No output of the asked kind; its last day is in no period shown; refused by the server; its day is still to come. */
export type NotCountedReason = 'no-such-output' | 'outside-period' | 'refused' | 'planned';

export interface Tally {
  readonly periods: readonly TallyPeriod[];
  /** Why an activity that a person would expect to see counted was not. */
  readonly notCounted: readonly { readonly id: string; readonly why: NotCountedReason }[];
}

/** How much of an activity a cadence counts; an output that is named twice is asked once. */
export const amountCounted = (outputs: CountableActivity['outputs'], asked: readonly string[]): number =>
  asked.reduce((sum, output, index) => (asked.indexOf(output) === index ? sum + (outputs[output] ?? 0) : sum), 0);

const stateOf = (target: Target | undefined, range: DayRange, total: number, today: LocalDate): PeriodState => {
  const isMet = target && reaches(target, total);
  if (range.from > today || isMet === undefined) return 'not-due';
  if (isMet) return 'met';
  return range.to < today ? 'not-met' : 'running';
};

export const tallyOf = (
  measure: { readonly id: string; readonly fields: Pick<Measure, 'cadence'> },
  target: Target | undefined,
  activities: readonly CountableActivity[],
  range: DayRange,
  today: LocalDate,
): Tally => {
  const cadence = measure.fields.cadence;
  if (cadence === undefined) return { periods: [], notCounted: [] };

  const counted = new Map<Period, CountedActivity[]>(periodsOf(range, cadence.every).map((period) => [period, []]));
  const notCounted: { id: string; why: NotCountedReason }[] = [];
  // An activity with no link and no such output is simply about something else, as nearly all of a log are.
  const about = activities.filter(
    ({ outputs, measures }) => amountCounted(outputs, cadence.outputs) > 0 || isLinked(measures, measure.id),
  );
  const unique = [...new Map(about.map((activity) => [activity.id, activity])).values()];

  for (const activity of unique.sort(byLastDay)) {
    const amount = amountCounted(activity.outputs, cadence.outputs);
    const period = counted.get(periodOfDay(activity.to, cadence.every));
    const why = whyNot(activity, amount, period !== undefined, today);
    if (why === undefined) period?.push({ id: activity.id, amount });
    else if (isLinked(activity.measures, measure.id) || (amount > 0 && why !== 'outside-period'))
      notCounted.push({ id: activity.id, why });
  }

  const periods = [...counted].map(([period, list]): TallyPeriod => {
    const days = periodRange(period);
    const total = list.reduce((sum, { amount }) => sum + amount, 0);
    return { period, range: days, counted: list, total, state: stateOf(target, days, total, today) };
  });
  return { periods, notCounted };
};

const byLastDay = (a: CountableActivity, b: CountableActivity): number => {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

const whyNot = (
  activity: CountableActivity,
  amount: number,
  isInPeriod: boolean,
  today: LocalDate,
): NotCountedReason | undefined => {
  if (amount === 0) return 'no-such-output';
  if (!isInPeriod) return 'outside-period';
  if (activity.onlyRefused) return 'refused';
  return activity.to > today ? 'planned' : undefined;
};
