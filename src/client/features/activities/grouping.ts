/**
 * The list of activities: which are shown, under which months, and what a month adds up to.
 * One that lasts over the end of a month stands in both, and is counted in both months' lines.
 */
import { peopleTotal } from '#domain/people.ts';
import { inCampaign, occurrencesTouching } from '#domain/campaigns.ts';
import { monthOf, monthsBetween } from '#domain/dates.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import { unitOfScope } from '#domain/scope.ts';
import { splitOf, type Split } from '#client/state/split.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';

export interface Filters {
  readonly type: string;
  readonly campaign: string;
  readonly task: string;
  readonly agency: string;
  /** The unit that it was made in. */
  readonly unit: string;
}

interface KeptCampaign {
  readonly id: string;
  readonly fields: Pick<Campaign, 'from' | 'to'>;
}

const belongsTo = (activity: ActivitySummary, campaign: KeptCampaign | undefined): boolean => {
  if (!campaign) return false;
  const year = { from: `${activity.from.slice(0, 4)}-01-01`, to: `${activity.to.slice(0, 4)}-12-31` };
  return occurrencesTouching(campaign.fields, year).some((occurrence) => inCampaign(activity, campaign.id, occurrence));
};

export const matching = (
  activities: readonly ActivitySummary[],
  filters: Filters,
  campaigns: readonly KeptCampaign[],
): readonly ActivitySummary[] => {
  const campaign = campaigns.find((one) => one.id === filters.campaign);
  return activities.filter(
    (activity) =>
      (filters.type === '' || activity.type === filters.type) &&
      (filters.agency === '' || activity.agency === filters.agency) &&
      (filters.unit === '' || unitOfScope(activity.scope) === filters.unit) &&
      (filters.task === '' || activity.tasks.includes(filters.task)) &&
      (filters.campaign === '' || belongsTo(activity, campaign)),
  );
};

export interface MonthGroup {
  readonly month: string;
  readonly activities: readonly ActivitySummary[];
  readonly counted: number;
  readonly people: number;
  readonly attendances: number;
  readonly female: number;
  /** How much of the activities and of the people has arrived. */
  readonly splits: { readonly activities: Split; readonly people: Split };
}

/** Nearly all begin and end in one month. */
const monthsOf = ({ from, to }: ActivitySummary): readonly string[] => {
  const month = monthOf(from);
  return month === monthOf(to) ? [month] : monthsBetween(from, to);
};

/** Newest month first. What is only planned, or was never accepted, is listed and not added up. */
export const byMonth = (activities: readonly ActivitySummary[], today: string): readonly MonthGroup[] => {
  const months = new Map<string, ActivitySummary[]>();
  for (const activity of activities)
    for (const month of monthsOf(activity)) {
      const group = months.get(month);
      if (group) group.push(activity);
      else months.set(month, [activity]);
    }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, group]) => {
      const done = group.filter((one) => one.from <= today);
      const counted = done.filter((one) => !one.onlyRefused);
      return {
        month,
        activities: group,
        counted: counted.length,
        people: counted.reduce((sum, one) => sum + peopleTotal(one), 0),
        attendances: counted.reduce((sum, one) => sum + Math.max(one.attendances, peopleTotal(one)), 0),
        female: counted.reduce((sum, one) => sum + one.female, 0),
        splits: { activities: splitOf(done), people: splitOf(done, peopleTotal) },
      };
    });
};

/** At most so many rows, whole months kept together while they fit. */
export const cutTo = (groups: readonly MonthGroup[], rows: number): readonly MonthGroup[] => {
  let left = rows;
  return groups.flatMap((group) => {
    if (left <= 0) return [];
    const shown = { ...group, activities: group.activities.slice(0, left) };
    left -= group.activities.length;
    return [shown];
  });
};
