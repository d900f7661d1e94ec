/** A campaign: an action month, an observance, an election; with its theme and checklist of each year. */
import * as v from 'valibot';
import {
  copiedFrom,
  defineTable,
  document,
  filled,
  id,
  line,
  monthDay,
  order,
  present,
  text,
  year,
  type RecordOf,
} from '../table.ts';

/** A campaign or observance that returns every year; both ends are inclusive and may cross a month. */
export const campaignTable = defineTable({
  single: {
    plan: id,
    name: filled(200),
    from: monthDay,
    to: monthDay,
    kind: v.picklist(['action-month', 'month', 'day', 'other']),
    aliases: v.array(text(200)),
    /** The catalogue's code of the observance that it is. */
    observance: text(40),
    /** Last year's, or the level above's that the unit keeps with a theme and a checklist of its own. */
    copiedFrom,
    /** The years in which it takes place, where it does not return every year: an election. */
    fromYear: year,
    toYear: year,
    order,
    document,
    line,
  },
  sets: {
    /** By the year in which it begins: "2024". */
    themes: v.object({ theme: filled(400), slogans: v.optional(v.array(text(300))) }),
    checklist: v.object({ text: filled(200), order }),
    /** What was done of the checklist: keys are `year~item`. */
    ticked: present,
  },
  required: ['name', 'from', 'to', 'kind', 'order'],
});
export type Campaign = RecordOf<typeof campaignTable>;
