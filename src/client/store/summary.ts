/** What lists and tallies need of an activity, as it is kept by the month: all but its state, which is known live. */
import * as v from 'valibot';
import { CREATED, DELETED, type Value, type Values } from '#domain/change.ts';
import { isLocalDate, monthOf, monthsBetween, type DayRange } from '#domain/dates.ts';
import { fold } from '#domain/folding.ts';
import { readRecord } from '#domain/read-record.ts';
import { activityTable } from '#domain/records/activity.ts';
import type { Register } from '#sync/register.ts';

const texts = v.array(v.string());

export const Summary = v.object({
  id: v.string(),
  title: v.string(),
  type: v.string(),
  from: v.string(),
  to: v.string(),
  place: v.string(),
  agency: v.string(),
  female: v.number(),
  male: v.number(),
  unrecorded: v.number(),
  minority: v.number(),
  attendances: v.number(),
  outputs: v.record(v.string(), v.number()),
  tasks: texts,
  measures: texts,
  campaigns: texts,
  folded: v.string(),
});
export type Summary = v.InferOutput<typeof Summary>;

/** `undefined` when the activity is not there to be seen. */
export const summaryOf = (id: string, values: Values): Summary | undefined => {
  const activity = readRecord(activityTable, values);
  if (activity === undefined) return undefined;
  const { title, type, from, to, agency } = activity;
  const words = fold([title, activity.place, activity.narrative, activity.audience].join(' ')).split(' ');
  return {
    id,
    title,
    type,
    from,
    to,
    agency,
    place: activity.place ?? '',
    female: activity.female ?? 0,
    male: activity.male ?? 0,
    unrecorded: activity.unrecorded ?? 0,
    minority: activity.minority ?? 0,
    attendances: activity.attendances ?? 0,
    outputs: activity.outputs,
    tasks: Object.keys(activity.tasks),
    measures: Object.keys(activity.measures),
    campaigns: Object.keys(activity.campaigns),
    folded: [...new Set(words)].join(' '),
  };
};

export const newestFirst = (a: Pick<Summary, 'id' | 'from'>, b: Pick<Summary, 'id' | 'from'>): number =>
  a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1;

/**
 * The days that an activity touches. Two edits that are each right, one of its first day and one of its last, may be
 * merged into an end before the start; it is then listed on the days between the two, where somebody can mend it.
 */
export const daysOf = ({ from, to }: DayRange): DayRange => (to < from ? { from: to, to: from } : { from, to });

/** The months in which an activity with these values is listed; a look at its days, because a first sync asks it of thousands. */
export const monthsOfActivity = (values: Values): readonly string[] =>
  monthsListed(values[CREATED], values[DELETED], values['from'], values['to']);

/** The same of a record as it stands in the base. */
export const monthsOfRegisters = (registers: Readonly<Record<string, Register>>): readonly string[] =>
  monthsListed(registers[CREATED]?.[0], registers[DELETED]?.[0], registers['from']?.[0], registers['to']?.[0]);

type Held = Value | undefined;

const monthsListed = (created: Held, deleted: Held, from: Held, to: Held): readonly string[] => {
  if (created !== true || deleted === true || typeof from !== 'string' || typeof to !== 'string') return [];
  if (!isLocalDate(from)) return [];
  if (from === to) return [monthOf(from)];
  if (!isLocalDate(to)) return [];
  const days = daysOf({ from, to });
  return monthsBetween(days.from, days.to);
};
