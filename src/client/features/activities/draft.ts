/**
 * The form of an activity as it is left behind: what was typed, the record it began from, and the day it was typed on.
 *
 * - Only what differs from that record is written later, so that what others changed meanwhile stays.
 * - "Hôm nay" is the day on which it was chosen, whatever day it is when the draft comes back.
 */
import type { Value } from '#domain/change.ts';
import { addDays, formatDate, isLocalDate } from '#domain/dates.ts';
import type { Activity } from '#domain/records/activity.ts';
import { valuesOf } from '#domain/values.ts';
import { recordInDraft } from '#client/state/create-draft.ts';
import { parseDraft, type ActivityForm } from './form-model.ts';

export interface ActivityDraft {
  readonly form: ActivityForm;
  /** The record that the form began from; absent for a new activity. */
  readonly before: Activity | undefined;
}

/** "Hôm nay" and "Hôm qua" of a day that is over, by their date. */
export const withPickedDay = (form: ActivityForm, typedOn: string): ActivityForm => {
  if (form.day === 'pick') return form;
  return { ...form, day: 'pick', from: formatDate(form.day === 'today' ? typedOn : addDays(typedOn, -1)), to: '' };
};

export const draftOf = ({ form, before }: ActivityDraft, today: string): Readonly<Record<string, Value>> => ({
  form: { ...form },
  before: before ? valuesOf('activity', before) : null,
  today,
});

/** The draft that came back on a day; `undefined` when it is none. */
export const readDraft = (draft: unknown, today: string): ActivityDraft | undefined => {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return undefined;
  const kept = new Map<string, unknown>(Object.entries(draft));
  const form = parseDraft(kept.get('form'));
  const typedOn = kept.get('today');
  if (!form || typeof typedOn !== 'string' || !isLocalDate(typedOn)) return undefined;
  return {
    form: typedOn === today ? form : withPickedDay(form, typedOn),
    before: recordInDraft('activity', kept.get('before')),
  };
};
