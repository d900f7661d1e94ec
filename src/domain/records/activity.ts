/**
 * What was done: an event, a news item, a conference, a banner hung.
 *
 * - People are female + male + not recorded; their total is computed, never stored, so that it always holds.
 * - Attendances (lượt người) stand apart from people (người): adding up events counts the same person again.
 */
import * as v from 'valibot';
import { count, defineTable, filled, id, localDate, present, text, type RecordOf } from '../table.ts';

export const MAX_NARRATIVE = 8_000;

export const activityTable = defineTable({
  single: {
    title: filled(200),
    /** A code of the catalogue's activity types. */
    type: filled(40),
    from: localDate,
    to: localDate,
    place: text(200),
    audience: text(200),
    female: count,
    male: count,
    unrecorded: count,
    minority: count,
    attendances: count,
    /** In đồng. */
    cost: count,
    costSource: text(200),
    narrative: text(MAX_NARRATIVE),
    /** The agency that leads it. */
    agency: id,
  },
  sets: {
    /** How many of each output, by the catalogue's code: `{ 'news-item': 1, leaflet: 300 }`. */
    outputs: v.pipe(count, v.minValue(1)),
    topics: present,
    partners: present,
    tasks: present,
    measures: present,
    campaigns: present,
    /** sha-256 of each attached picture, in hex. */
    attachments: present,
  },
  required: ['title', 'type', 'from', 'to', 'agency'],
  /** People reached, counted up by several members at once, each on their own phone. */
  counters: ['reached'],
});
export type Activity = RecordOf<typeof activityTable>;
