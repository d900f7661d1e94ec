/**
 * A plan taken over into a new one: last year's into this year's, one of the level above into an own one.
 * Readings and activities are no part of a plan, so its results stay with the old one.
 */
import { addYears, formatISO, parseISO } from 'date-fns';
import type { Change } from './change.ts';
import { yearOf, type DayRange, type LocalDate } from './dates.ts';
import { isDay, isYear, type PlanPart } from './plan-parts.ts';
import { stableId } from './plan-versions.ts';
import { changesOf, isObject, isPartOf, renewed, standing, walked, type PlanSource, type Walk } from './plan-walk.ts';
import type { Plan } from './records/plan.ts';
import type { Scope } from './scope.ts';
import { firstTables, type PlanTable } from './tables.ts';

/** 29 February becomes 28 where the other year has none. */
export const movedByYears = (day: LocalDate, years: number): LocalDate =>
  formatISO(addYears(parseISO(day), years), { representation: 'date' });

/** How far the next plan of the same kind lies ahead: as long as this one lasts, in years. */
export const yearsOfPlan = ({ from, to }: DayRange): number => Math.max(yearOf(to) - yearOf(from) + 1, 1);

/** "… năm 2024" becomes "… năm 2025": only years of the old period. */
export const titleMoved = (title: string, { from, to }: DayRange, years: number): string =>
  title.replaceAll(/(?<!\d)\d{4}(?!\d)/gu, (found) => {
    const isOfPeriod = Number(found) >= yearOf(from) && Number(found) <= yearOf(to);
    return isOfPeriod ? String(Number(found) + years) : found;
  });

/**
 * A report on the last year falls due in the one after; a milestone beyond the plan is another plan's and stays, and so
 * do the years of laws and of what happens once.
 */
const yearMoved = (table: PlanTable, value: number, { from, to }: DayRange, years: number): number => {
  if (table !== 'rule' && table !== 'target') return value;
  const last = yearOf(to) + (table === 'rule' ? 1 : 0);
  return value >= yearOf(from) && value <= last ? value + years : value;
};

/** What says where in an old document something stands, or what became of it there. */
const leftBehind: readonly string[] = [
  'document',
  'line',
  'anomalies',
  'amendments',
  'issuedOn',
  'state',
  'themes',
  'ticked',
];
const headLeftBehind: readonly string[] = [
  'number',
  'date',
  'datePrinted',
  'complete',
  'version',
  'copiedFrom',
  'governing',
];

const withoutLine = (value: unknown): unknown => {
  if (!isObject(value) || !Object.hasOwn(value, 'line')) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'line'));
};

const isLeft = (table: PlanTable, field: string): boolean =>
  leftBehind.includes(field) || (table === 'plan' && headLeftBehind.includes(field));

const freshField = (table: PlanTable, field: string, value: unknown): unknown => {
  if (isLeft(table, field)) return undefined;
  return Array.isArray(value) ? value.map(withoutLine) : value;
};

/** `extra` are fields of the part's own table, which the compiler cannot follow through its name. */
const withFields = (part: PlanPart, extra: Readonly<Record<string, unknown>>): PlanPart => ({
  ...part,
  fields: { ...part.fields, ...extra },
});

/** Where a copied record came from, for those that are followed over the years. */
const linkedBack = (part: PlanPart, scope: Scope, from: string): PlanPart =>
  Object.hasOwn(firstTables[part.table].single, 'copiedFrom') && part.table !== 'plan'
    ? withFields(part, { copiedFrom: `${scope}~${stableId(from)}` })
    : part;

const copiedFromOf = ({ scope, plan }: PlanSource): NonNullable<Plan['copiedFrom']> => ({
  plan: stableId(plan.id),
  scope,
  ...(plan.fields.version !== undefined && { version: plan.fields.version }),
});

export interface CopyOptions {
  readonly newId: () => string;
  /** Days and years of the old period are moved by so many years. */
  readonly years: number;
}

const copyParts = (source: PlanSource, walk: Walk): readonly PlanPart[] =>
  source.parts.map((part) => linkedBack(walked(walk, part), source.scope, part.id));

/** Last year's plan as this year's: dates moved, results and the old document's own marks left behind. */
export const copyOfLastYear = (whole: PlanSource, { newId, years }: CopyOptions): readonly Change[] => {
  const source = standing(whole);
  const period: DayRange = source.plan.fields;
  const walk: Walk = {
    idOf: renewed(newId),
    isOwn: isPartOf(source),
    field: (table, field, value) => {
      const fresh = freshField(table, field, value);
      if (typeof fresh === 'string' && isDay(table, field)) return movedByYears(fresh, years);
      if (typeof fresh === 'number' && isYear(table, field)) return yearMoved(table, fresh, period, years);
      return fresh;
    },
  };
  const { id, fields: head } = walked(walk, source.plan);
  const fields: Plan = {
    ...head,
    title: titleMoved(head.title, period, years),
    version: 1,
    copiedFrom: copiedFromOf(source),
    governing: {},
    complete: true,
  };
  return changesOf(copyParts(source, walk), id, fields);
};

const linksTo = (source: PlanSource, id: string): Readonly<Record<string, number>> => ({
  [`${source.scope}~${stableId(id)}`]: source.plan.fields.version ?? 1,
});

/** The set in which a record names those of the levels above that it serves. */
const parentSet: Readonly<Partial<Record<PlanTable, string>>> = {
  indicator: 'parents',
  measure: 'parents',
  task: 'parentTasks',
};

/** A plan of the level above as an own one, each indicator, measure and task linked to what it serves. */
export const copyFromAbove = (
  whole: PlanSource,
  { newId, own }: Pick<CopyOptions, 'newId'> & { readonly own: Pick<Plan, 'issuer' | 'level'> },
): readonly Change[] => {
  const source = standing(whole);
  const walk: Walk = { idOf: renewed(newId), isOwn: isPartOf(source), field: freshField };
  const linked = source.parts.map((part) => {
    const copy = linkedBack(walked(walk, part), source.scope, part.id);
    const set = parentSet[copy.table];
    return set === undefined ? copy : withFields(copy, { [set]: linksTo(source, part.id) });
  });
  const {
    signingOffice: _office,
    recipients: _recipients,
    addressees: _addressees,
    ...head
  } = walked(walk, source.plan).fields;
  const fields: Plan = {
    ...head,
    ...own,
    version: 1,
    copiedFrom: copiedFromOf(source),
    parents: { [`${source.scope}~${stableId(source.plan.id)}`]: true },
    governing: {},
    complete: true,
  };
  return changesOf(linked, walk.idOf(source.plan.id), fields);
};
