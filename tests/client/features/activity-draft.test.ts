/** A draft of an activity comes back as it was meant: on its day, and against the record that it began from. */
import { describe, expect, test } from 'vitest';
import { changedValues } from '#domain/values.ts';
import { draftOf, readDraft, withPickedDay } from '#client/features/activities/draft.ts';
import { emptyForm, formOf, readForm } from '#client/features/activities/form-model.ts';

const none = { outputs: {}, topics: {}, partners: {}, tasks: {}, measures: {}, campaigns: {}, attachments: {} };
const record = {
  ...none,
  title: 'Lễ phát động',
  type: 'launch',
  from: '2024-11-15',
  to: '2024-11-15',
  agency: 'ubnd',
  female: 5,
};
const stored = (draft: unknown): unknown => JSON.parse(JSON.stringify(draft));
const options = { today: '2024-11-21', suggestedTitle: '', attachments: {} };

describe('a draft', () => {
  test('writes only what was typed, though others changed the record meanwhile', () => {
    const form = { ...formOf(record), place: 'Thôn 3' };
    const draft = readDraft(stored(draftOf({ form, before: record }, '2024-11-21')), '2024-11-21');
    const activity = draft && readForm(draft.form, options).activity;
    expect(activity && changedValues('activity', draft.before, activity)).toEqual({ place: 'Thôn 3' });
  });

  test.each([
    { day: 'today', from: '20/11/2024' },
    { day: 'yesterday', from: '19/11/2024' },
  ] as const)('keeps the day that "$day" meant', ({ day, from }) => {
    const kept = stored(draftOf({ form: { ...emptyForm('ubnd'), day }, before: undefined }, '2024-11-20'));
    expect(readDraft(kept, '2024-11-20')?.form.day).toBe(day);
    expect(readDraft(kept, '2024-11-21')?.form).toMatchObject({ day: 'pick', from, to: '' });
  });

  test('leaves a picked day alone', () => {
    const form = formOf(record);
    expect(withPickedDay(form, '2024-11-20')).toEqual(form);
  });

  test('keeps what the activity will be called, so that a save tried twice makes one; an older draft has none', () => {
    const kept = stored(
      draftOf({ id: 'activity-of-the-form', form: emptyForm('ubnd'), before: undefined }, '2024-11-20'),
    );
    expect(readDraft(kept, '2024-11-20')?.id).toBe('activity-of-the-form');
    const older = stored(draftOf({ form: emptyForm('ubnd'), before: undefined }, '2024-11-20'));
    expect(readDraft(older, '2024-11-20')).toMatchObject({ id: undefined });
  });

  test.each([undefined, null, 'radio', ['radio'], { form: { type: 'radio' } }])('is none when it is %j', (draft) => {
    expect(readDraft(draft, '2024-11-20')).toBeUndefined();
  });
});
