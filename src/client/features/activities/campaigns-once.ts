/**
 * The campaigns of an activity, each once, however many plans write it down (state/campaign-groups.ts): those that count
 * it, and those to which it may be linked because it prepares or sums them up.
 */
import { occurrencesTouching } from '#domain/campaigns.ts';
import { campaignsCounting, type CountedCampaign } from '#domain/counted-once.ts';
import { addDays, daysBetween, yearOf, type DayRange } from '#domain/dates.ts';
import { campaignGroups } from '#client/state/campaign-groups.ts';
import type { Saved } from '#client/state/workbook.ts';

type SavedCampaign = Saved<'campaign'>;

export interface CampaignsKnown {
  readonly campaigns: readonly SavedCampaign[];
  readonly plans: readonly Saved<'plan'>[];
  readonly unit: string;
}

/** Farther from its days hardly anything is prepared or summed up. */
const NEAR_DAYS = 45;

const groupsOf = (known: CampaignsKnown, days: DayRange) =>
  campaignGroups(known, yearOf(days.from)).flatMap(({ members }) => {
    const [first] = members;
    return first ? [{ first, members }] : [];
  });

/** What the year's own record says of its days; a link to any of its records counts. */
export const countedOnce = (
  activity: DayRange & { readonly campaigns: readonly string[] },
  known: CampaignsKnown,
): readonly CountedCampaign<SavedCampaign>[] =>
  groupsOf(known, activity).flatMap(({ first, members }) => {
    const isLinked = members.some(({ id }) => activity.campaigns.includes(id));
    return campaignsCounting({ ...activity, campaigns: isLinked ? [first.id] : [] }, [first]);
  });

/** Days between, 0 when they touch. */
const daysApart = (days: DayRange, { fields }: SavedCampaign): number => {
  const around = { from: addDays(days.from, -366), to: addDays(days.to, 366) };
  const apart = occurrencesTouching(fields, around).map(({ from, to }) =>
    Math.max(daysBetween(to, days.from), daysBetween(days.to, from), 0),
  );
  return Math.min(...apart, Number.POSITIVE_INFINITY);
};

export interface ToLink {
  /** Shown at once: what is linked already, then what is near, the nearest first. */
  readonly near: readonly SavedCampaign[];
  readonly farther: readonly SavedCampaign[];
}

/** Those that count it by its days are not asked about; a link that was made stays in sight. */
export const campaignsToLink = (days: DayRange, linked: readonly string[], known: CampaignsKnown): ToLink => {
  const kept = known.campaigns.filter(({ id }) => linked.includes(id));
  const free = groupsOf(known, days)
    .filter(({ members }) => !members.some(({ id }) => linked.includes(id)))
    .map(({ first }) => ({ campaign: first, apart: daysApart(days, first) }))
    .filter(({ apart }) => apart > 0)
    .sort((a, b) => a.apart - b.apart || a.campaign.fields.name.localeCompare(b.campaign.fields.name, 'vi'));
  const campaignsOf = (isNear: boolean) =>
    free.filter(({ apart }) => apart <= NEAR_DAYS === isNear).map(({ campaign }) => campaign);
  return { near: [...kept, ...campaignsOf(true)], farther: campaignsOf(false) };
};
