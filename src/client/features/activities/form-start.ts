/** The form on values that are no whole activity: an edit whose record is gone shows what it wrote, and asks for the rest. */
import { CREATED, DELETED, type Values } from '#domain/change.ts';
import { recordOf } from '#domain/values.ts';
import { emptyForm, formOf, type ActivityForm } from './form-model.ts';

export const formFromValues = (values: Values, agency: string, today: string): ActivityForm => {
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  // Stand-ins for what a record must have; they are taken out of the form again.
  const standIns = { title: '?', type: '?', from: today, to: written['from'] ?? today, agency };
  const whole = recordOf('activity', { ...standIns, ...written, [CREATED]: true, [DELETED]: null });
  if (!whole) return emptyForm(agency);
  const form = formOf(whole);
  return {
    ...form,
    title: written['title'] === undefined ? '' : form.title,
    type: written['type'] === undefined ? '' : form.type,
    ...(written['from'] === undefined && written['to'] === undefined && { day: 'today', from: '', to: '' }),
  };
};
