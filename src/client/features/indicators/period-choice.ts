/** Which periods can be chosen: first a year of the plans, then a part of it, so that ten years are no list of a hundred and twenty months. */
import { yearOf } from '#domain/dates.ts';
import type { Period } from '#domain/periods.ts';
import type { Plan } from '#domain/records/plan.ts';

/** A plan that is written down as lasting a century would otherwise make the list a century long. */
const FARTHEST = 20;

interface Known {
  readonly plans: readonly Pick<Plan, 'from' | 'to'>[];
  readonly today: string;
  readonly chosen: Period;
}

/**
 * From the first plan's beginning to the last one's end, latest first; the year before the first because "more than last
 * year" is compared with it. This year, last year and the chosen one are always among them.
 */
export const yearsOffered = ({ plans, today, chosen }: Known): readonly number[] => {
  const now = yearOf(today);
  const ofPlans = plans.flatMap(({ from, to }) => {
    const first = Math.max(yearOf(from) - 1, now - FARTHEST);
    const last = Math.min(yearOf(to), now + FARTHEST);
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  });
  return [...new Set([now, now - 1, yearOf(chosen), ...ofPlans])].sort((a, b) => b - a);
};

const MONTHS = Array.from({ length: 12 }, (_, index) => `-${String(index + 1).padStart(2, '0')}`);
const parts = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', ...MONTHS];

/** The year itself, its halves, quarters and months. */
export const periodsOfYear = (year: number): readonly Period[] => parts.map((part) => `${String(year)}${part}`);

/** The same part of another year. */
export const inYear = (period: Period, year: number): Period => `${String(year)}${period.slice(4)}`;
