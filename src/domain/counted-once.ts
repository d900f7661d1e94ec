/**
 * Where an activity counts by itself: in campaigns by its date or a link, in cadences by its outputs. One rule for the
 * form, the activity's own page, and the page that explains a figure.
 *
 * - It counts at most once in each campaign and measure, whatever leads there, and whole in each: nothing is used up.
 * - An item aired three times is one item and three broadcasts; a measure counts the one or the other, by its outputs.
 */
import { amountCounted } from './cadence.ts';
import { inCampaign, occurrencesTouching, type Links, type Occurrence } from './campaigns.ts';
import type { DayRange } from './dates.ts';
import { periodOfDay, type Period } from './periods.ts';
import type { Campaign } from './records/campaign.ts';
import type { Measure } from './records/measure.ts';

interface Kept<T> {
  readonly id: string;
  readonly fields: T;
}

export interface CountedCampaign<T> {
  readonly campaign: T;
  readonly occurrence: Occurrence;
}

/** The first occurrence that it falls into, or is linked to in its own years. */
export const campaignsCounting = <T extends Kept<Campaign>>(
  activity: DayRange & { readonly campaigns: Links },
  campaigns: readonly T[],
): readonly CountedCampaign<T>[] =>
  campaigns.flatMap((campaign) => {
    const years = { from: `${activity.from.slice(0, 4)}-01-01`, to: `${activity.to.slice(0, 4)}-12-31` };
    const occurrence = occurrencesTouching(campaign.fields, years).find((one) =>
      inCampaign(activity, campaign.id, one),
    );
    return occurrence ? [{ campaign, occurrence }] : [];
  });

export interface CountedMeasure<T> {
  readonly measure: T;
  readonly period: Period;
  readonly amount: number;
}

export const measuresCounting = <T extends Kept<Pick<Measure, 'kind' | 'cadence'>>>(
  activity: { readonly to: string; readonly outputs: Readonly<Record<string, number>> },
  measures: readonly T[],
): readonly CountedMeasure<T>[] =>
  measures.flatMap((measure) => {
    const { kind, cadence } = measure.fields;
    if (kind !== 'cadence' || !cadence) return [];
    const amount = amountCounted(activity.outputs, cadence.outputs);
    return amount === 0 ? [] : [{ measure, period: periodOfDay(activity.to, cadence.every), amount }];
  });
