/**
 * A pointer ("chỉ tiêu 1 của mục tiêu 1, Kế hoạch 131") filled in once the plan that it points to is there: it is judged
 * by that plan's arithmetic and targets, and stays an item of its own plan.
 */
import type { Measure, Target } from './records/measure.ts';

export const pointedTo = (
  pointer: Measure,
  parent: { readonly measure: Measure; readonly targets: readonly Target[] },
): { readonly measure: Measure; readonly targets: readonly Target[] } => {
  if (pointer.kind !== 'pointer') return { measure: pointer, targets: parent.targets };
  const { plan, indicator, title, source, order, parents, guarded } = pointer;
  const isGuarded = guarded === true || parent.measure.guarded === true;
  return {
    measure: { ...parent.measure, plan, indicator, title, source, order, parents, guarded: isGuarded },
    targets: parent.targets,
  };
};
