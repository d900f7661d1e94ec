/**
 * A ready-made plan as it is written down here: the fields of its records, nested as a reader meets them.
 *
 * - Every item names the line of the source document on which it stands, and `document` where the plan is put together from several.
 * - Every text is a short wording of our own; `printed` keeps only the few words that decide a rule or a comparator.
 * - A `key` is unique within its table and never changes: the ids of records are made from it (copy-plan.ts).
 */
import type { Measure, Target } from '#domain/records/measure.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import type { Basis, Indicator, Objective, Plan, Rule, Task } from '#domain/records/plan.ts';

/** Sets are made by copying; where one is written down here it is written by keys. */
type Sets = 'parents' | 'parentIndicators' | 'parentTasks' | 'themes' | 'ticked' | 'governing';
type Placed<T, Without extends keyof T = never> = Omit<T, 'plan' | 'order' | 'line' | Sets | Without> & {
  readonly key: string;
  readonly line: number;
};

export type TargetItem = Omit<Target, 'plan' | 'measure' | 'order' | 'line' | 'document'>;
export type MeasureItem = Placed<Measure, 'indicator' | 'document'> & { readonly targets: readonly TargetItem[] };
export type IndicatorItem = Placed<Indicator, 'objective'> & { readonly measures: readonly MeasureItem[] };
export type ObjectiveItem = Placed<Objective> & { readonly indicators: readonly IndicatorItem[] };
export type BasisItem = Placed<Basis>;
export type RuleItem = Placed<Rule>;
/** `checklist`: what is to be prepared, in its order. */
export type CampaignItem = Placed<Campaign, 'checklist'> & { readonly checklist?: readonly string[] };
/** `campaigns` and `indicators` are keys of the same document. */
export type TaskItem = Placed<Task, 'campaigns' | 'indicators'> & {
  readonly campaigns?: readonly string[];
  readonly indicators?: readonly string[];
};

export interface PlanDocument {
  /** The beginning of every record's id. */
  readonly key: string;
  readonly plan: Omit<Plan, Sets | 'complete'>;
  readonly bases: readonly BasisItem[];
  readonly objectives: readonly ObjectiveItem[];
  readonly tasks: readonly TaskItem[];
  readonly rules: readonly RuleItem[];
  readonly campaigns: readonly CampaignItem[];
}
