/**
 * Which of a measure's targets is in force on a day, and whether a value reaches it.
 *
 * - A milestone ("by 2025") is in force until its year ends; the last one stays in force afterwards.
 *   Nothing is interpolated between milestones: no document prints what stands between them.
 * - A target "from 2025 on" is in force in that year and later, and not before.
 * - A target without a year is in force for the whole plan.
 * - Values are compared unrounded; an approximate target gives way only as far as its declared tolerance.
 */
import { yearOf, type LocalDate } from './dates.ts';
import { addExactly } from './exact.ts';
import type { Target } from './records/measure.ts';

const isMilestone = (target: Target): boolean => target.byYear !== undefined;
const hasBegun = (target: Target, year: number): boolean => target.fromYear === undefined || target.fromYear <= year;
const hasEnded = (target: Target, year: number): boolean => target.toYear !== undefined && target.toYear < year;
const byMilestone = (a: Target, b: Target): number => (a.byYear ?? 0) - (b.byYear ?? 0);

/** Of two that speak of the same year the first in the plan's own order comes first, however they were fetched. */
const inOrder = (targets: readonly Target[]): readonly Target[] =>
  [...targets].sort((a, b) => (a.order < b.order ? -1 : 1));

export const targetInForce = (targets: readonly Target[], day: LocalDate): Target | undefined => {
  const year = yearOf(day);
  const ordered = inOrder(targets);
  const running = ordered.filter((target) => !isMilestone(target) && hasBegun(target, year) && !hasEnded(target, year));
  const milestones = ordered.filter((target) => isMilestone(target) && hasBegun(target, year)).sort(byMilestone);

  // What must hold now goes before what must be reached later.
  const holding = running
    .filter((target) => target.fromYear !== undefined)
    .sort((a, b) => (b.fromYear ?? 0) - (a.fromYear ?? 0))[0];
  return (
    holding ??
    milestones.find((target) => (target.byYear ?? 0) >= year) ??
    running.find((target) => target.fromYear === undefined) ??
    milestones.at(-1)
  );
};

/** The year a target speaks of: its milestone, or the year from which it holds. */
const yearOfTarget = (target: Target): number => target.byYear ?? target.fromYear ?? 0;

/** The first target that comes after the one in force; or after the day, when none is. */
export const nextTargetAfter = (
  targets: readonly Target[],
  current: Target | undefined,
  day: LocalDate,
): Target | undefined => {
  const after = Math.max(current ? yearOfTarget(current) : 0, current?.byYear === undefined ? yearOf(day) : 0);
  return inOrder(targets)
    .filter((target) => target !== current && yearOfTarget(target) > after)
    .sort((a, b) => yearOfTarget(a) - yearOfTarget(b))[0];
};

/** Whether a value reaches the target; `undefined` when the target has no value yet ("chưa giao"). */
export const reaches = (target: Target, value: number): boolean | undefined => {
  if (target.comparator === 'yes') return value > 0;
  if (target.value === undefined) return undefined;
  const slack = (target.approximate && target.tolerance) || 0;
  switch (target.comparator) {
    case '>=':
    case 'range':
      return value >= addExactly(target.value, -slack);
    case '>':
      return value > addExactly(target.value, -slack);
    case '<=':
      return value <= addExactly(target.value, slack);
    case '<':
      return value < addExactly(target.value, slack);
    case '=':
      return value >= addExactly(target.value, -slack) && value <= addExactly(target.value, slack);
  }
};
