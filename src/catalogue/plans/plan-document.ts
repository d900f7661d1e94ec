/**
 * A ready-made plan as it is written down here: the fields of its records, nested as a reader meets them.
 *
 * - Every item names the line of the source document on which it stands, and `document` where the plan is put together from several.
 * - Every text is a short wording of our own; `printed` keeps only the few words that decide a rule or a comparator.
 * - A `key` is unique within its table and never changes: the ids of records are made from it (copy-plan.ts).
 */
import type { Measure, Target } from '#domain/records/measure.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import type { Basis, Indicator, Objective, Plan, Responsible, Rule, Task } from '#domain/records/plan.ts';

/** Sets are made by copying; where one is written down here it is written by keys. */
type Sets = 'parents' | 'parentIndicators' | 'parentTasks' | 'themes' | 'ticked' | 'governing';
type Placed<T, Without extends keyof T = never> = Omit<T, 'plan' | 'order' | 'line' | Sets | Without> & {
  readonly key: string;
  readonly line: number;
};

export type TargetItem = Omit<Target, 'plan' | 'measure' | 'order' | 'line' | 'document'>;
/**
 * `answers`: the key of the measure of the national strategy that this one answers (national-strategy.ts).
 * `readIn`: where its figures were read, of those that the document lists in `sources`.
 */
export type MeasureItem = Placed<Measure, 'indicator' | 'document'> & {
  readonly answers?: string;
  readonly readIn?: readonly string[];
  readonly targets: readonly TargetItem[];
};
/** A list of bodies that a task asks for, beside the figures of the indicator that it belongs to, which is named by its key. */
export type ListItem = MeasureItem & { readonly kind: 'list'; readonly indicator: string };
export type IndicatorItem = Placed<Indicator, 'objective'> & { readonly measures: readonly MeasureItem[] };
/** `statement`: what is aimed at, where the document says it on a line of its own. */
export type ObjectiveItem = Placed<Objective> & {
  readonly statement?: NoteItem;
  readonly indicators: readonly IndicatorItem[];
};
/** What the plan rests on (`basis`, `carries-out`) and what else it names: one list, told apart by `relation`. */
export type BasisItem = Placed<Basis>;
export type RuleItem = Placed<Rule>;
/**
 * `checklist`: what is to be prepared, in its order. `undated`: the document prints no day; the ends are those of
 * observances.ts.
 */
export type CampaignItem = Placed<Campaign, 'checklist'> & {
  readonly checklist?: readonly string[];
  readonly undated?: boolean;
};

/** `budget-estimate`: figures for next year's money. `review`: a look back over several years, or over models. */
export type DutyKind =
  'budget-estimate' | 'monitoring' | 'inspection' | 'commendation' | 'statistics' | 'review' | 'guidance' | 'other';

/** `campaigns` and `indicators` are keys of the same document; `duty` marks a task that is a standing duty as well. */
export type TaskItem = Placed<Task, 'campaigns' | 'indicators' | 'duty'> & {
  readonly campaigns?: readonly string[];
  readonly indicators?: readonly string[];
  readonly duty?: DutyKind;
};

/** A duty that is no task: it stands outside the tasks, or bears a day of its own. */
export interface DutyItem {
  readonly key: string;
  readonly kind: DutyKind;
  readonly text: string;
  readonly agencies?: readonly Responsible[];
  /** Who receives what comes of it; the issuer where nobody is printed. */
  readonly to?: string;
  /** Its month or day of every year, `07` or `07-31`. */
  readonly yearly?: string;
  /** Its one day, as exact as printed: `2025`, `2025-07`, `2025-07-31`. */
  readonly date?: string;
  /** The printed words that say when. */
  readonly printed?: string;
  readonly line: number;
}

/** A model, club or programme of the field that the document names. */
export interface ModelItem {
  readonly name: string;
  readonly agencies?: readonly Responsible[];
  readonly line: number;
}

/** Where people in need are helped. */
export interface ServiceItem {
  readonly name: string;
  readonly kind: 'hotline' | 'shelter' | 'centre' | 'help';
  /** As printed. */
  readonly phone?: string;
  readonly line: number;
}

/** A short text and its line: a purpose, a recipient, an addressee, an attachment that is named but absent. */
export interface NoteItem {
  readonly text: string;
  readonly line: number;
}

/** A place where a document was read that is not at hand. `sure` is false where nothing written was found. */
export interface SourceItem extends NoteItem {
  readonly key: string;
  readonly sure: boolean;
}

/** The plan's own fields; what has a line of its own in the document stands in the document's lists instead. */
export type HeadItem = Omit<Plan, Sets | 'complete' | 'purposes' | 'recipients'>;

export interface PlanDocument {
  /** The beginning of every record's id. */
  readonly key: string;
  readonly plan: HeadItem;
  /** Where in the document's head or foot a field of the plan stands. */
  readonly headLines: Readonly<Partial<Record<'number' | 'date' | 'title' | 'issuer' | 'signingOffice', number>>>;
  readonly purposes: readonly NoteItem[];
  readonly bases: readonly BasisItem[];
  readonly objectives: readonly ObjectiveItem[];
  readonly lists?: readonly ListItem[];
  readonly tasks: readonly TaskItem[];
  readonly rules: readonly RuleItem[];
  readonly campaigns: readonly CampaignItem[];
  readonly duties: readonly DutyItem[];
  readonly models: readonly ModelItem[];
  readonly services: readonly ServiceItem[];
  /** To whom a letter is written (Kính gửi). */
  readonly addressees: readonly NoteItem[];
  readonly attachments: readonly NoteItem[];
  readonly recipients: readonly NoteItem[];
  /** Where the document was read, if its own text is not at hand; `line` is that of the list of places. */
  readonly sources?: readonly SourceItem[];
}
