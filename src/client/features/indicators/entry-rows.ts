/**
 * Which measures a unit enters for a period, and what has been typed for each.
 *
 * - Of plans in force in the period, own ones first; what an old unit's plan asked ended with it. Of next year's plan,
 *   what it will compare with this period.
 * - A measure above that an own one answers is asked once, as the own one.
 * - What was typed lies over what is saved until that shows it; a row in which nothing was typed follows what arrives.
 */
import { addDays, touches } from '#domain/dates.ts';
import { periodRange, yearBefore, type Period } from '#domain/periods.ts';
import { lastBefore } from '#domain/reading-warnings.ts';
import type { Measure, Reading } from '#domain/records/measure.ts';
import { isOwnPlan, shownPlans } from '#client/state/plan-kinship.ts';
import type { Saved } from '#client/state/workbook.ts';
import { isEntered } from './reading-asks.ts';
import { draftOf, parseReadingDraft, startOn, typedSince, type ReadingStart } from './reading-start.ts';
import { readingFormOf, type ReadingForm } from './reading-form.ts';

const DAYS_IN_YEAR = 365;

/** Plans whose measures may be asked for in a period, or compared with it a year later; own ones first. */
export const plansInPeriod = (
  plans: readonly Saved<'plan'>[],
  period: Period,
  unit: string,
  isCarried: (plan: Saved<'plan'>) => boolean,
): readonly Saved<'plan'>[] => {
  const shown = shownPlans(plans);
  const { from, to } = periodRange(period);
  const days = { from, to: addDays(to, DAYS_IN_YEAR) };
  const inForce = shown.filter((plan) => touches(plan.fields, days) && !isCarried(plan));
  return [...inForce].sort((a, b) => Number(isOwnPlan(b, shown, unit)) - Number(isOwnPlan(a, shown, unit)));
};

export const measuresEntered = (
  measures: readonly Saved<'measure'>[],
  plans: readonly Saved<'plan'>[],
  period: Period,
): readonly Saved<'measure'>[] => {
  const isNow = new Map(plans.map(({ id, fields }) => [id, touches(fields, periodRange(period))] as const));
  const isAsked = ({ plan, kind }: Measure): boolean =>
    isNow.get(plan) === true || (isNow.has(plan) && kind === 'direction');
  const entered = measures.filter(({ fields }) => isAsked(fields) && isEntered(fields));
  const answered = new Set(entered.flatMap(({ fields }) => Object.keys(fields.parents)));
  return entered.filter(({ scope, id }) => !answered.has(`${scope}~${id}`));
};

export const isTyped = ({ loaded, form }: ReadingStart): boolean => Object.keys(typedSince(loaded, form)).length > 0;

/** What was saved a moment ago, over what was shown then: it stays until the saved record shows it. */
export interface Held {
  readonly start: ReadingStart;
  readonly over: Reading | undefined;
}

interface RowParts {
  readonly agency: string;
  readonly period: Period;
  readonly typed: ReadingStart | undefined;
  readonly held: Held | undefined;
  readonly saved: Reading | undefined;
}

export const startOfRow = ({ agency, period, typed, held, saved }: RowParts): ReadingStart => {
  if (typed) return typed;
  return held && held.over === saved ? held.start : startOn(agency, period, saved);
};

/** What was said the last time, and a year before; of the last time nothing where that is the same. */
export const earlierOf = (
  readings: readonly Reading[],
  period: Period,
): { readonly last: Reading | undefined; readonly lastYear: Reading | undefined } => {
  const lastYear = readings.find((one) => one.period === yearBefore(period));
  return { last: lastBefore(readings, period), lastYear };
};

/** Last time's figures into a row in which nothing stands; its source goes along, its evidence and reasons do not. */
export const copied = (start: ReadingStart, from: Reading): ReadingStart => {
  const { period, evidence, outlier, note, activities, documents } = start.form;
  const figures = { ...readingFormOf(from), period, evidence, outlier, note, activities, documents };
  return { ...start, form: figures };
};

const isBlank = (form: ReadingForm): boolean => {
  const { period: _period, source: _source, ...rest } = form;
  return Object.values(rest).every(
    (value) => value === '' || value === false || (Array.isArray(value) && value.length === 0),
  );
};
export const mayCopy = (start: ReadingStart, last: Reading | undefined): last is Reading =>
  last !== undefined && start.before === undefined && isBlank(start.form);

/** Only what was typed; what is saved is kept there. */
export const draftOfRows = (rows: ReadonlyMap<string, ReadingStart>): object => ({
  rows: Object.fromEntries([...rows].filter(([, start]) => isTyped(start)).map(([id, start]) => [id, draftOf(start)])),
});

/** The rows that came back; those that this version cannot go on with are none. */
export const rowsInDraft = (draft: unknown): ReadonlyMap<string, ReadingStart> => {
  const kept = typeof draft === 'object' && draft !== null && 'rows' in draft ? Object.entries(Object(draft.rows)) : [];
  return new Map(
    kept.flatMap(([id, row]: [string, unknown]) => {
      const start = parseReadingDraft(row);
      return start ? [[id, start] as const] : [];
    }),
  );
};
