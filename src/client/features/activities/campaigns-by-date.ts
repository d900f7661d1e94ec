/** The campaigns that an activity falls into by the days typed so far; none while a day cannot be read. */
import { campaignsCounting } from '#domain/counted-once.ts';
import type { Saved } from '#client/state/workbook.ts';
import { daysOfForm, type ActivityForm } from './form-model.ts';

export const campaignsByDate = (
  form: ActivityForm,
  today: string,
  campaigns: readonly Saved<'campaign'>[],
): readonly Saved<'campaign'>[] => {
  const { from, to } = daysOfForm(form, today);
  if (!from.ok || !to.ok) return [];
  const days = { from: from.value, to: to.value, campaigns: [] };
  return campaignsCounting(days, campaigns).map((one) => one.campaign);
};
