/** Where an activity counts by itself: campaigns by its date or a link, cadences by its outputs. One rule for form and page. */
import { inCampaign, occurrencesTouching } from '#domain/campaigns.ts';
import { periodOfDay } from '#domain/periods.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { carriedBy } from '#client/state/unit-names.ts';
import type { Saved, Workbook } from '#client/state/workbook.ts';

export interface Countable {
  readonly from: string;
  readonly to: string;
  readonly outputs: Readonly<Record<string, number>>;
  readonly campaigns: readonly string[];
}

export interface CountedCampaign {
  readonly campaign: Saved<'campaign'>;
  readonly year: string;
}

export interface CountedMeasure {
  readonly measure: Saved<'measure'>;
  readonly period: string;
  readonly amount: number;
}

/** What an old unit's plan asks is answered by what was done there, until it ended; everything else by all that is seen here. */
export const answerable = (
  workbook: Workbook,
  measures: readonly Saved<'measure'>[],
  { scope, to }: { readonly scope: Scope; readonly to: string },
): readonly Saved<'measure'>[] =>
  measures.filter((measure) => {
    const carried = carriedBy(workbook, measure.scope);
    return carried === undefined || (carried.units.includes(unitOfScope(scope)) && to <= (carried.last ?? to));
  });

export const campaignsOf = (activity: Countable, campaigns: readonly Saved<'campaign'>[]): readonly CountedCampaign[] =>
  campaigns.flatMap((campaign) => {
    const year = { from: `${activity.from.slice(0, 4)}-01-01`, to: `${activity.to.slice(0, 4)}-12-31` };
    const occurrence = occurrencesTouching(campaign.fields, year).find((one) => inCampaign(activity, campaign.id, one));
    return occurrence ? [{ campaign, year: occurrence.from.slice(0, 4) }] : [];
  });

export const measuresOf = (activity: Countable, measures: readonly Saved<'measure'>[]): readonly CountedMeasure[] =>
  measures.flatMap((measure) => {
    const { kind, cadence } = measure.fields;
    if (kind !== 'cadence' || !cadence) return [];
    const amount = cadence.outputs.reduce((sum, output) => sum + (activity.outputs[output] ?? 0), 0);
    return amount === 0 ? [] : [{ measure, period: periodOfDay(activity.to, cadence.every), amount }];
  });
