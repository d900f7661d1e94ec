/** What lists and tallies need of an activity, as it is kept by the month: all but its state, which is known live. */
import * as v from 'valibot';
import type { Values } from '#domain/change.ts';
import { fold } from '#domain/folding.ts';
import { readRecord } from '#domain/read-record.ts';
import { activityTable } from '#domain/records/activity.ts';

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
