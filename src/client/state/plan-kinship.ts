/** Which plans are the unit's own, which stand above them (linked as a parent, or issued by another unit), and when they hold. */
import { yearOf } from '#domain/dates.ts';
import { compartmentOf, unitOfScope } from '#domain/scope.ts';
import type { Saved } from './workbook.ts';

type SavedPlan = Saved<'plan'>;

/** The link that a plan's `parents` holds. */
export const linkTo = (plan: Pick<SavedPlan, 'scope' | 'id'>): string => `${plan.scope}~${plan.id}`;

const isParent = (plan: SavedPlan, plans: readonly SavedPlan[]): boolean =>
  plans.some((other) => other.id !== plan.id && Object.hasOwn(other.fields.parents, linkTo(plan)));

/** Also one of a unit whose work this one carries on: its work is read here, and nobody else's. */
export const isOwnPlan = (plan: SavedPlan, plans: readonly SavedPlan[], unit: string): boolean =>
  (unitOfScope(plan.scope) === unit || compartmentOf(plan.scope) === 'work') && !isParent(plan, plans);

/** A plan that is still being copied is not shown. */
export const shownPlans = (plans: readonly SavedPlan[]): readonly SavedPlan[] =>
  plans.filter((plan) => plan.fields.complete === true);

type PlanPeriod = Pick<SavedPlan['fields'], 'from' | 'to'>;

/** Its period contains the day. */
export const isInForce = ({ from, to }: PlanPeriod, day: string): boolean => from <= day && day <= to;

/** This year, or the nearest year of the plan. */
export const yearInPlan = ({ from, to }: PlanPeriod, today: string): number =>
  Math.min(Math.max(yearOf(today), yearOf(from)), yearOf(to));

/** The years that can be looked at, newest first: those of the plans up to today, and always today's own. */
export const yearsOfPlans = (plans: readonly PlanPeriod[], today: string): readonly number[] => {
  const now = yearOf(today);
  const first = Math.min(now, ...plans.map((plan) => yearOf(plan.from)));
  const years = Array.from({ length: now - first + 1 }, (_, index) => now - index);
  return years.filter(
    (year) => year === now || plans.some((plan) => yearOf(plan.from) <= year && year <= yearOf(plan.to)),
  );
};
