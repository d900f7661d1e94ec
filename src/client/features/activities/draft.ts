/**
 * The form of an activity as it is left behind: what was typed, the record it began from or will be, and the day it was typed on.
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
  /** What the activity is called once it is saved, however often that is tried; a draft of an older app has none. */
  readonly id?: string | undefined;
  readonly form: ActivityForm;
  /** The record that the form began from; absent for a new activity. */
  readonly before: Activity | undefined;
}

/** "Hôm nay" and "Hôm qua" of a day that is over, by their date. */
export const withPickedDay = (form: ActivityForm, typedOn: string): ActivityForm => {
  if (form.day === 'pick') return form;
  return { ...form, day: 'pick', from: formatDate(form.day === 'today' ? typedOn : addDays(typedOn, -1)), to: '' };
};

export const draftOf = ({ id, form, before }: ActivityDraft, today: string): Readonly<Record<string, Value>> => ({
  id: id ?? null,
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
  const id = kept.get('id');
  return {
    id: typeof id === 'string' ? id : undefined,
    form: typedOn === today ? form : withPickedDay(form, typedOn),
    before: recordInDraft('activity', kept.get('before')),
  };
};
