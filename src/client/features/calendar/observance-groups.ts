/**
 * Days and campaigns that return every year, each once (state/campaign-groups.ts), with those that only the catalogue knows.
 * Theme, checklist and ticks are the own record's; what the level above says stands beside them.
 */
import type { Observance } from '#catalogue/observances.ts';
import { occurrenceOf, occurrencesTouching, type Occurrence } from '#domain/campaigns.ts';
import { yearOf, type DayRange } from '#domain/dates.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import { campaignGroups, sourceOf, type CampaignSource } from '#client/state/campaign-groups.ts';
import type { Saved } from '#client/state/workbook.ts';

type SavedCampaign = Saved<'campaign'>;
export type Definition = Pick<Campaign, 'name' | 'from' | 'to' | 'kind' | 'aliases' | 'fromYear' | 'toYear'>;

export interface ObservanceGroup {
  /** What the address says: the catalogue's code, or the id of the record that all others were copied from. */
  readonly key: string;
  /** As it is held in the year. */
  readonly shown: Definition;
  /** Who says so. */
  readonly source: CampaignSource | 'catalogue';
  /** The own record, which can be changed; the unit may have none. */
  readonly own: SavedCampaign | undefined;
  /** What others say, the nearest first. */
  readonly others: readonly SavedCampaign[];
  readonly ready: Observance | undefined;
}

export interface ObservanceSources {
  readonly campaigns: readonly SavedCampaign[];
  readonly plans: readonly Saved<'plan'>[];
  readonly ready: readonly Observance[];
  readonly unit: string;
  readonly language: 'vi' | 'en';
}

const ofCatalogue = ({ from, to, kind, aliases, ...names }: Observance, language: 'vi' | 'en'): Definition => ({
  name: names[language],
  from,
  to,
  kind,
  ...(aliases && { aliases: [...aliases] }),
});

/** In the order of the year. */
export const observanceGroups = (sources: ObservanceSources, year: number): readonly ObservanceGroup[] => {
  const { ready, unit, language } = sources;
  const written = campaignGroups(sources, year).flatMap(({ key, members }): readonly ObservanceGroup[] => {
    const [first, ...rest] = members;
    if (first === undefined) return [];
    const source = sourceOf(first, unit);
    const own = source === 'own' ? first : undefined;
    const known = ready.find(({ code }) => code === key);
    return [{ key, shown: first.fields, source, own, others: own ? rest : members, ready: known }];
  });
  const keys = new Set(written.map(({ key }) => key));
  const unwritten = ready
    .filter(({ code }) => !keys.has(code))
    .map((known): ObservanceGroup => ({
      key: known.code,
      shown: ofCatalogue(known, language),
      source: 'catalogue',
      own: undefined,
      others: [],
      ready: known,
    }));
  return [...written, ...unwritten].sort((a, b) =>
    a.shown.from === b.shown.from ? a.key.localeCompare(b.key) : a.shown.from < b.shown.from ? -1 : 1,
  );
};

export interface HeldObservance {
  readonly group: ObservanceGroup;
  readonly occurrence: Occurrence;
}

/** What is held on days of the range, each year as it is written down for that year. */
export const observancesWithin = (sources: ObservanceSources, range: DayRange): readonly HeldObservance[] => {
  const first = yearOf(range.from) - 1;
  const years = Array.from({ length: yearOf(range.to) - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) =>
    observanceGroups(sources, year).flatMap((group) => {
      const occurrence = occurrenceOf(group.shown, year);
      const isHeld = occurrencesTouching(group.shown, range).some(({ from }) => from === occurrence.from);
      return isHeld ? [{ group, occurrence }] : [];
    }),
  );
};
