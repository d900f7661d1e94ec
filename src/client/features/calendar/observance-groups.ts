/**
 * Days and campaigns that return every year, each once, however often it is written down: in the plan of this year and in
 * last year's, by the unit itself, by the level above, in the catalogue.
 *
 * - They are the same if they bear the same code of the catalogue, or if one was copied from the other.
 * - What the unit itself says stands before what is said above, and the plan of the year before any other.
 * - Theme, checklist and ticks are the own record's; what the level above says stands beside them.
 */
import type { Observance } from '#catalogue/observances.ts';
import { occurrenceOf, occurrencesTouching, type Occurrence } from '#domain/campaigns.ts';
import { yearOf, type DayRange } from '#domain/dates.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import { compartmentOf, scopeOf } from '#domain/scope.ts';
import type { Saved } from '#client/state/workbook.ts';

type SavedCampaign = Saved<'campaign'>;
export type Definition = Pick<Campaign, 'name' | 'from' | 'to' | 'kind' | 'aliases' | 'fromYear' | 'toYear'>;

export interface ObservanceGroup {
  /** What the address says: the catalogue's code, or the id of the record that all others were copied from. */
  readonly key: string;
  /** As it is held in the year. */
  readonly shown: Definition;
  /** Who says so. */
  readonly source: 'own' | 'carried-on' | 'above' | 'catalogue';
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

const ENOUGH = 20;

/** The root of the copies that lead to a record; a link whose record is not here still says that two are the same. */
const keyOf = (campaign: SavedCampaign, byId: ReadonlyMap<string, SavedCampaign>): string => {
  let at = campaign;
  for (let steps = 0; steps < ENOUGH; steps += 1) {
    const { observance, copiedFrom } = at.fields;
    if (observance !== undefined) return observance;
    const from = copiedFrom?.slice(copiedFrom.indexOf('~') + 1);
    if (from === undefined) return at.id;
    const next = byId.get(from);
    if (next === undefined) return from;
    at = next;
  }
  return at.id;
};

const planOf = ({ scope, fields }: SavedCampaign, plans: ObservanceSources['plans']) =>
  plans.find((plan) => plan.scope === scope && plan.id === fields.plan);

/** Half of a copied plan is not shown, nor is what stands in it. */
const isShown = (campaign: SavedCampaign, plans: ObservanceSources['plans']): boolean =>
  campaign.fields.plan === undefined || planOf(campaign, plans)?.fields.complete === true;

const sourceOf = ({ scope }: SavedCampaign, unit: string): ObservanceGroup['source'] => {
  if (scope === scopeOf(unit, 'work')) return 'own';
  return compartmentOf(scope) === 'work' ? 'carried-on' : 'above';
};

/** Lower stands first. */
const rankOf = (campaign: SavedCampaign, year: number, { plans, unit }: ObservanceSources): number => {
  const source = sourceOf(campaign, unit);
  if (source !== 'own') return source === 'carried-on' ? 3 : 4;
  const plan = planOf(campaign, plans);
  if (plan === undefined) return 1;
  return yearOf(plan.fields.from) <= year && year <= yearOf(plan.fields.to) ? 0 : 2;
};

const ofCatalogue = ({ from, to, kind, aliases, ...names }: Observance, language: 'vi' | 'en'): Definition => ({
  name: names[language],
  from,
  to,
  kind,
  ...(aliases && { aliases: [...aliases] }),
});

/** In the order of the year. */
export const observanceGroups = (sources: ObservanceSources, year: number): readonly ObservanceGroup[] => {
  const { campaigns, plans, ready, unit, language } = sources;
  const byId = new Map(campaigns.map((one) => [one.id, one]));
  const groups = new Map<string, SavedCampaign[]>(ready.map(({ code }) => [code, []]));
  for (const campaign of campaigns.filter((one) => isShown(one, plans))) {
    const key = keyOf(campaign, byId);
    groups.set(key, [...(groups.get(key) ?? []), campaign]);
  }
  return [...groups]
    .flatMap(([key, members]): readonly ObservanceGroup[] => {
      const known = ready.find(({ code }) => code === key);
      const inOrder = members
        .map((one) => ({ one, rank: rankOf(one, year, sources), begun: planOf(one, plans)?.fields.from ?? '' }))
        .sort((a, b) => a.rank - b.rank || b.begun.localeCompare(a.begun) || (a.one.id < b.one.id ? -1 : 1))
        .map(({ one }) => one);
      const [first, ...rest] = inOrder;
      if (first === undefined)
        return known === undefined
          ? []
          : [
              {
                key,
                shown: ofCatalogue(known, language),
                source: 'catalogue',
                own: undefined,
                others: [],
                ready: known,
              },
            ];
      const source = sourceOf(first, unit);
      const own = source === 'own' ? first : undefined;
      return [{ key, shown: first.fields, source, own, others: own ? rest : inOrder, ready: known }];
    })
    .sort((a, b) =>
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
