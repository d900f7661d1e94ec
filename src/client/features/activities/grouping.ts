/**
 * The list of activities: which are shown, under which months, and what a month adds up to.
 * One that lasts over the end of a month stands in both, and is counted in both months' lines.
 */
import { peopleTotal } from '#domain/people.ts';
import { inCampaign, occurrencesTouching } from '#domain/campaigns.ts';
import { monthsBetween } from '#domain/dates.ts';
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

interface MonthTotals {
  readonly counted: number;
  readonly people: number;
  readonly attendances: number;
  readonly female: number;
  /** How much of the activities and of the people has arrived. */
  readonly splits: { readonly activities: Split; readonly people: Split };
}

export interface MonthGroup extends MonthTotals {
  readonly month: string;
  readonly activities: readonly ActivitySummary[];
}

const totalsOf = (activities: readonly ActivitySummary[], today: string): MonthTotals => {
  const done = activities.filter((one) => one.from <= today);
  const counted = done.filter((one) => !one.onlyRefused);
  return {
    counted: counted.length,
    people: counted.reduce((sum, one) => sum + peopleTotal(one), 0),
    attendances: counted.reduce((sum, one) => sum + Math.max(one.attendances, peopleTotal(one)), 0),
    female: counted.reduce((sum, one) => sum + one.female, 0),
    splits: { activities: splitOf(done), people: splitOf(done, peopleTotal) },
  };
};

/** Of all months that were found a few are shown: each is added up when it is looked at. */
const addedUp = (month: string, activities: readonly ActivitySummary[], today: string): MonthGroup => {
  let held: MonthTotals | undefined;
  const totals = (): MonthTotals => (held ??= totalsOf(activities, today));
  return {
    month,
    activities,
    get counted() {
      return totals().counted;
    },
    get people() {
      return totals().people;
    },
    get attendances() {
      return totals().attendances;
    },
    get female() {
      return totals().female;
    },
    get splits() {
      return totals().splits;
    },
  };
};

/** Newest month first. What is only planned, or was never accepted, is listed and not added up. */
export const byMonth = (activities: readonly ActivitySummary[], today: string): readonly MonthGroup[] => {
  const months = new Map<string, ActivitySummary[]>();
  let latest: readonly [month: string, of: ActivitySummary[]] | undefined;
  for (const activity of activities) {
    const { from, to } = activity;
    // Nearly all begin and end in the month of the one before.
    if (latest !== undefined && from.startsWith(latest[0]) && to.startsWith(latest[0])) {
      latest[1].push(activity);
      continue;
    }
    for (const month of monthsBetween(from, to)) {
      latest = [month, months.get(month) ?? []];
      latest[1].push(activity);
      months.set(month, latest[1]);
    }
  }
  return [...months].sort(([a], [b]) => (a < b ? 1 : -1)).map(([month, group]) => addedUp(month, group, today));
};

/** Those of a month that begin on one day, in their order. */
export interface DayGroup {
  /** The day. */
  readonly id: string;
  readonly activities: readonly ActivitySummary[];
}

/** A day that has not changed since `before` is the same thing again. */
export const inDays = (activities: readonly ActivitySummary[], before: readonly DayGroup[]): readonly DayGroup[] => {
  const known = new Map(before.map((day) => [day.id, day] as const));
  const days = new Map<string, ActivitySummary[]>();
  for (const activity of activities) {
    const day = days.get(activity.from);
    if (day) day.push(activity);
    else days.set(activity.from, [activity]);
  }
  return [...days].map(([id, ofDay]) => {
    const held = known.get(id);
    const isSame = held?.activities.length === ofDay.length && ofDay.every((one, at) => one === held.activities[at]);
    return held !== undefined && isSame ? held : { id, activities: ofDay };
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
