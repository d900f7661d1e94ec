/**
 * Which fields the form of each table shows, how each is typed, and in what order: the one description from which the form
 * is drawn, kept as a draft, read, and checked.
 * The file is long because the fields of a plan are many, and stand in one place as the records do.
 */
import type { PlanTable } from '#domain/tables.ts';

export type FieldKind =
  | 'text'
  | 'long'
  /** One item a line. */
  | 'lines'
  | 'choice'
  | 'day'
  /** Of a document: its day or month may be blank. */
  | 'printed-date'
  /** A day of every year, dd/MM. */
  | 'month-day'
  | 'year'
  | 'month'
  | 'count'
  | 'figure'
  | 'check'
  /** Several of a list of words. */
  | 'codes'
  /** Records of the own plan, or of those above. */
  | 'links'
  /** Several small forms under each other. */
  | 'rows';

export interface FieldSpec {
  /** The record's field; `baseline.value` is a part of an object. */
  readonly field: string;
  readonly kind: FieldKind;
  /** The words of a choice, of codes or of a row's choice: a name in the texts (`choices`). */
  readonly words?: string;
  /** What it links to. */
  readonly to?:
    'objective' | 'indicator' | 'campaign' | 'parent-indicator' | 'parent-measure' | 'parent-task' | 'parent-plan';
  /** One link, not several. */
  readonly single?: boolean;
  /** Stands only where this says so, of what has been typed. */
  readonly when?: (typed: Readonly<Record<string, unknown>>) => boolean;
  readonly columns?: readonly FieldSpec[];
  /** Behind the fold: what a first draft can do without. */
  readonly folded?: boolean;
  readonly hasHint?: boolean;
  /** Offered by the browser while it is typed: names that the workbook knows. */
  readonly suggest?: 'agency';
  /** What a new record has before anything is typed. */
  readonly start?: string;
}

const field = (name: string, kind: FieldKind, more: Omit<FieldSpec, 'field' | 'kind'> = {}): FieldSpec => ({
  field: name,
  kind,
  ...more,
});

const folded = { folded: true } as const;

const agencies = field('agencies', 'rows', {
  columns: [
    field('agency', 'text', { suggest: 'agency' }),
    field('role', 'choice', { words: 'agencyRoles', start: 'lead' }),
  ],
});

const isKind =
  (...kinds: readonly string[]) =>
  (typed: Readonly<Record<string, unknown>>): boolean =>
    typeof typed['kind'] === 'string' && kinds.includes(typed['kind']);

const hasParts = isKind('share', 'ratio', 'multiple', 'both-sexes', 'each-group', 'coverage', 'direction');

const plan: readonly FieldSpec[] = [
  field('title', 'long'),
  field('kind', 'choice', { words: 'planKinds', start: 'plan' }),
  field('issuer', 'text', { suggest: 'agency' }),
  field('level', 'choice', { words: 'levels' }),
  field('from', 'day'),
  field('to', 'day'),
  field('number', 'text', { hasHint: true }),
  field('date', 'printed-date', { hasHint: true }),
  field('parents', 'links', { to: 'parent-plan' }),
  field('purposes', 'lines', folded),
  field('recipients', 'lines', folded),
  field('addressees', 'lines', folded),
  field('signingOffice', 'text', { ...folded, hasHint: true }),
  field('funding', 'rows', { ...folded, columns: [field('text', 'long')] }),
  field('models', 'rows', { ...folded, columns: [field('name', 'text')] }),
  field('services', 'rows', { ...folded, columns: [field('name', 'text'), field('phone', 'text')] }),
  field('anomalies', 'rows', { ...folded, columns: [field('what', 'text'), field('line', 'count')] }),
  field('attachments', 'rows', { ...folded, columns: [field('name', 'text'), field('absent', 'check')] }),
];

const basis: readonly FieldSpec[] = [
  field('relation', 'choice', { words: 'basisRelations', start: 'basis' }),
  field('number', 'text'),
  field('date', 'printed-date', { hasHint: true }),
  field('issuer', 'text'),
  field('subject', 'long'),
  field('fromYear', 'year', folded),
  field('toYear', 'year', folded),
];

const objective: readonly FieldSpec[] = [
  field('number', 'text', { hasHint: true }),
  field('title', 'long'),
  field('field', 'choice', { words: 'objectiveFields' }),
];

const indicator: readonly FieldSpec[] = [
  field('number', 'text', { hasHint: true }),
  field('text', 'long'),
  field('objective', 'links', { to: 'objective', single: true }),
  agencies,
  field('parents', 'links', { to: 'parent-indicator', folded: true }),
];

const measure: readonly FieldSpec[] = [
  field('title', 'long'),
  field('kind', 'choice', { words: 'measureKinds', start: 'share', hasHint: true }),
  field('source', 'choice', { words: 'sources', start: 'own-register' }),
  field('better', 'choice', { words: 'better', start: 'higher' }),
  field('unit', 'text'),
  field('numerator', 'text', { when: hasParts }),
  field('denominator', 'text', { when: hasParts, hasHint: true }),
  field('per', 'choice', {
    words: 'per',
    when: isKind('share', 'ratio', 'both-sexes', 'each-group', 'coverage', 'direction'),
  }),
  field('cadence.every', 'choice', { words: 'every', when: isKind('cadence', 'coverage') }),
  field('cadence.outputs', 'codes', { words: 'outputs', when: isKind('cadence', 'coverage') }),
  field('against', 'choice', { words: 'against', when: isKind('direction') }),
  field('threshold', 'text', { when: isKind('list') }),
  field('pointsTo.plan', 'text', { when: isKind('pointer') }),
  field('pointsTo.indicator', 'text', { when: isKind('pointer') }),
  field('splitBy', 'choice', { words: 'splitBy', folded: true }),
  field('conditions', 'lines', { ...folded, hasHint: true }),
  field('baseline.value', 'figure', folded),
  field('baseline.year', 'year', folded),
  field('smallBelow', 'count', { ...folded, hasHint: true }),
  field('guarded', 'check', { ...folded, hasHint: true }),
  field('parents', 'links', { to: 'parent-measure', folded: true }),
];

const target: readonly FieldSpec[] = [
  field('awaits', 'choice', { words: 'awaits' }),
  field('comparator', 'choice', { words: 'comparators', start: '>=' }),
  field('value', 'figure', { hasHint: true }),
  field('max', 'figure', { when: (typed) => typed['comparator'] === 'range' }),
  field('byYear', 'year', { hasHint: true }),
  field('fromYear', 'year', folded),
  field('toYear', 'year', folded),
  field('maintain', 'check', folded),
  field('approximate', 'check', folded),
  field('tolerance', 'figure', { ...folded, when: (typed) => typed['approximate'] === 'yes' }),
  field('printed', 'text', { ...folded, hasHint: true }),
];

const quota = (name: 'quota' | 'goal'): readonly FieldSpec[] => [
  field(`${name}.amount`, 'count', folded),
  field(`${name}.unit`, 'text', folded),
];

const task: readonly FieldSpec[] = [
  field('section', 'text', { hasHint: true }),
  field('sectionTitle', 'text'),
  field('text', 'long'),
  field('recurrence', 'choice', { words: 'recurrences', start: 'ongoing' }),
  field('from', 'day'),
  field('to', 'day'),
  agencies,
  field('indicators', 'links', { to: 'indicator', folded: true }),
  field('campaigns', 'links', { to: 'campaign', folded: true }),
  field('parentIndicators', 'links', { to: 'parent-indicator', folded: true }),
  field('parentTasks', 'links', { to: 'parent-task', folded: true }),
  field('windowFrom', 'month-day', folded),
  field('windowTo', 'month-day', folded),
  ...quota('quota'),
  ...quota('goal'),
  field('deliverable', 'choice', { words: 'deliverables', folded: true }),
  field('duty', 'choice', { words: 'duties', folded: true }),
];

const rule: readonly FieldSpec[] = [
  field('kind', 'choice', { words: 'ruleKinds', start: 'year' }),
  field('what', 'text', { when: isKind('duty', 'ad-hoc', 'budget', 'statistics', 'campaign') }),
  field('reach', 'choice', { words: 'reaches', start: 'outer' }),
  field('from', 'text', { suggest: 'agency' }),
  field('to', 'text', { suggest: 'agency' }),
  field('rule', 'choice', { words: 'deadlineRules', start: 'before', hasHint: true }),
  field('monthDay', 'month-day', { when: (typed) => typed['rule'] !== 'none' }),
  field('month', 'month', { when: (typed) => typed['rule'] !== 'none', folded: true, hasHint: true }),
  field('year', 'year', { ...folded, hasHint: true }),
  field('cutOffFrom', 'month-day', folded),
  field('cutOffTo', 'month-day', folded),
  field('content', 'lines', folded),
  field('printed', 'text', folded),
];

const campaign: readonly FieldSpec[] = [
  field('name', 'text'),
  field('kind', 'choice', { words: 'campaignKinds', start: 'day' }),
  field('from', 'month-day'),
  field('to', 'month-day', { hasHint: true }),
  field('aliases', 'lines', folded),
  field('fromYear', 'year', { ...folded, hasHint: true }),
  field('toYear', 'year', folded),
];

export const fieldsOf: Readonly<Record<PlanTable, readonly FieldSpec[]>> = {
  plan,
  basis,
  objective,
  indicator,
  measure,
  target,
  task,
  rule,
  campaign,
};
