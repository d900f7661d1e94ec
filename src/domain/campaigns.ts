/**
 * A campaign or observance returns every year; both ends are inclusive, and it may cross a month or New Year.
 * An activity belongs to it by its date, or by a link when it lies outside (preparing, summing up).
 */
import { addDays, dayInYear, daysBetween, touches, yearOf, type DayRange, type LocalDate } from './dates.ts';
import type { Campaign } from './records/campaign.ts';

export interface Occurrence extends DayRange {
  /** How many days it lasts, both ends counted. */
  readonly days: number;
}

type Window = Pick<Campaign, 'from' | 'to' | 'fromYear' | 'toYear'>;

/** An election is there in its years only; most return in all. */
const isHeldIn = ({ fromYear = 0, toYear = 9999 }: Window, year: number): boolean => fromYear <= year && year <= toYear;

/** The occurrence that begins in a year. */
export const occurrenceOf = (campaign: Window, year: number): Occurrence => {
  const from = dayInYear(campaign.from, year);
  const to = dayInYear(campaign.to, campaign.to < campaign.from ? year + 1 : year);
  return { from, to, days: daysBetween(from, to) + 1 };
};

/** Every occurrence that shares a day with the range, earliest first. */
export const occurrencesTouching = (campaign: Window, range: DayRange): readonly Occurrence[] => {
  const first = yearOf(range.from) - 1;
  const length = Math.max(yearOf(range.to) - first + 1, 0);
  return Array.from({ length }, (_, index) => first + index)
    .filter((year) => isHeldIn(campaign, year))
    .map((year) => occurrenceOf(campaign, year))
    .filter((occurrence) => touches(occurrence, range));
};

export interface Running {
  readonly occurrence: Occurrence;
  /** Which day of it today is, from 1. */
  readonly day: number;
}

export const running = (campaign: Window, today: LocalDate): Running | undefined => {
  const occurrence = occurrencesTouching(campaign, { from: today, to: today })[0];
  return occurrence && { occurrence, day: daysBetween(occurrence.from, today) + 1 };
};

/** The days of an occurrence, for its strip. */
export const daysOf = (occurrence: Occurrence): readonly LocalDate[] =>
  Array.from({ length: occurrence.days }, (_, index) => addDays(occurrence.from, index));

/** What an activity is linked to: a set of a record, or a list of a summary. */
export type Links = readonly string[] | Readonly<Record<string, unknown>>;

export const isLinked = (links: Links, id: string): boolean =>
  Array.isArray(links) ? links.includes(id) : Object.hasOwn(links, id);

/** By date, or by link. A link counts for the occurrence of the activity's own year only: links do not carry a year. */
export const inCampaign = (
  activity: DayRange & { readonly campaigns: Links },
  campaignId: string,
  occurrence: DayRange,
): boolean =>
  touches(activity, occurrence) ||
  (isLinked(activity.campaigns, campaignId) &&
    touches(
      { from: activity.from.slice(0, 4), to: activity.to.slice(0, 4) },
      { from: occurrence.from.slice(0, 4), to: occurrence.to.slice(0, 4) },
    ));
