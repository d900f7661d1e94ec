/** Which plans are the unit's own, and which stand above them: linked as a parent, or issued by another unit. */
import { unitOfScope } from '#domain/scope.ts';
import type { Saved } from './workbook.ts';

type SavedPlan = Saved<'plan'>;

/** The link that a plan's `parents` holds. */
export const linkTo = (plan: Pick<SavedPlan, 'scope' | 'id'>): string => `${plan.scope}~${plan.id}`;

const isParent = (plan: SavedPlan, plans: readonly SavedPlan[]): boolean =>
  plans.some((other) => other.id !== plan.id && Object.hasOwn(other.fields.parents, linkTo(plan)));

export const isOwnPlan = (plan: SavedPlan, plans: readonly SavedPlan[], unit: string): boolean =>
  unitOfScope(plan.scope) === unit && !isParent(plan, plans);

/** A plan that is still being copied is not shown. */
export const shownPlans = (plans: readonly SavedPlan[]): readonly SavedPlan[] =>
  plans.filter((plan) => plan.fields.complete === true);
