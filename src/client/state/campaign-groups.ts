/**
 * Campaigns and days that return every year, each once, however often it is written down: in the plan of this year and in
 * last year's, by the unit itself, by the level above.
 *
 * - They are the same if they bear the same code of the catalogue, or if one was copied from the other.
 * - What the unit itself says stands before what is said above, and the plan of the year before any other.
 */
import { yearOf } from '#domain/dates.ts';
import { compartmentOf, scopeOf } from '#domain/scope.ts';
import type { Saved } from './workbook.ts';

type SavedCampaign = Saved<'campaign'>;
type SavedPlan = Saved<'plan'>;

export type CampaignSource = 'own' | 'carried-on' | 'above';

export interface CampaignGroup {
  /** The catalogue's code, or the id of the record that all others were copied from. */
  readonly key: string;
  /** Never empty; the one that counts in the year first. */
  readonly members: readonly SavedCampaign[];
}

interface Known {
  readonly campaigns: readonly SavedCampaign[];
  readonly plans: readonly SavedPlan[];
  readonly unit: string;
}

/** More copies of copies than years of use. */
const ENOUGH = 20;

/** A link whose record is not here still says that two are the same. */
const keyOf = (campaign: SavedCampaign, byId: ReadonlyMap<string, SavedCampaign>): string => {
  let at = campaign;
  for (let steps = 0; steps < ENOUGH; steps += 1) {
    const { observance, copiedFrom } = at.fields;
    if (observance !== undefined) return observance;
    const from = copiedFrom?.slice(copiedFrom.indexOf('~') + 1);
    const next = byId.get(from ?? '');
    if (next === undefined) return from ?? at.id;
    at = next;
  }
  return at.id;
};

const planOf = ({ scope, fields }: SavedCampaign, plans: readonly SavedPlan[]): SavedPlan | undefined =>
  plans.find((plan) => plan.scope === scope && plan.id === fields.plan);

export const sourceOf = ({ scope }: SavedCampaign, unit: string): CampaignSource => {
  if (scope === scopeOf(unit, 'work')) return 'own';
  return compartmentOf(scope) === 'work' ? 'carried-on' : 'above';
};

/** Lower stands first. */
const rankOf = (campaign: SavedCampaign, plan: SavedPlan | undefined, unit: string, year: number): number => {
  const source = sourceOf(campaign, unit);
  if (source !== 'own') return source === 'above' ? 4 : 3;
  if (plan === undefined) return 1;
  return yearOf(plan.fields.from) <= year && year <= yearOf(plan.fields.to) ? 0 : 2;
};

export const campaignGroups = ({ campaigns, plans, unit }: Known, year: number): readonly CampaignGroup[] => {
  const byId = new Map(campaigns.map((one) => [one.id, one]));
  const groups = new Map<string, { one: SavedCampaign; rank: number; begun: string }[]>();
  for (const one of campaigns) {
    const plan = planOf(one, plans);
    // Half of a copied plan is not shown, nor is what stands in it.
    if (one.fields.plan !== undefined && plan?.fields.complete !== true) continue;
    const key = keyOf(one, byId);
    const placed = { one, rank: rankOf(one, plan, unit, year), begun: plan?.fields.from ?? '' };
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    members: members
      .sort((a, b) => a.rank - b.rank || b.begun.localeCompare(a.begun) || (a.one.id < b.one.id ? -1 : 1))
      .map(({ one }) => one),
  }));
};
