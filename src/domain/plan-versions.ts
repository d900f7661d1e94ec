/**
 * Issued plans: frozen, versioned copies of what stands in the author's `work`.
 *
 * - A copy of version 2 of the record `abc` has the id `abc:2`; without the version it is the same record in all versions, in
 *   its author's work, and in every link and reading. Ids that never were issued so stand for themselves.
 * - Of an issued plan the newest whole version counts; a version is whole once its plan's own record says so.
 * - Whole is frozen: only the number and the date, which an office often gets later, may still be completed.
 */
import type { Values } from './change.ts';
import type { Problem } from './problem.ts';
import type { Plan } from './records/plan.ts';
import { compartmentOf, type Scope } from './scope.ts';

const VERSIONED = /^(.+):([1-9]\d{0,5})$/u;

export const stableId = (id: string): string => VERSIONED.exec(id)?.[1] ?? id;
/** Of a copy that was never given a version, 1. */
export const versionOf = (id: string): number => Number(VERSIONED.exec(id)?.[2] ?? 1);
export const isVersioned = (id: string): boolean => VERSIONED.test(id);
export const issuedId = (id: string, version: number): string => `${stableId(id)}:${String(version)}`;

interface IssuedPlan {
  readonly scope: Scope;
  readonly id: string;
  readonly fields: Pick<Plan, 'complete'>;
}

/** The whole versions of a plan in one scope, newest first. */
export const versionsOf = <P extends IssuedPlan>(plans: readonly P[], scope: Scope, plan: string): readonly P[] =>
  plans
    .filter((one) => one.scope === scope && stableId(one.id) === stableId(plan) && one.fields.complete === true)
    .sort((a, b) => versionOf(b.id) - versionOf(a.id));

export const isNewestVersion = (plan: IssuedPlan, plans: readonly IssuedPlan[]): boolean =>
  versionsOf(plans, plan.scope, plan.id)[0]?.id === plan.id;

/** What may be completed once a plan is issued. */
const completable: readonly string[] = ['number', 'date', 'datePrinted'];

export interface IssuedWrite {
  readonly scope: Scope;
  readonly table: string;
  readonly values: Values;
  /** The plan that the record is, or belongs to, is whole before this change. */
  readonly isWhole: boolean;
}

/** Why a change of what was issued may not be written. */
export const frozenProblem = ({ scope, table, values, isWhole }: IssuedWrite): Problem | undefined => {
  if (compartmentOf(scope) !== 'issued' || !isWhole) return undefined;
  const isCompletion = table === 'plan' && Object.keys(values).every((field) => completable.includes(field));
  return isCompletion ? undefined : { code: 'plan/frozen' };
};
