/**
 * A measure's figures one after the other: each judged by the target of its own period, and beside it the same period of the
 * year before. Nothing stands between two figures; the way to a milestone is not made up.
 */
import { addExactly } from './exact.ts';
import { figureOf, totalOf, type Figure } from './figures.ts';
import { judge, spokenFor, type Evidence, type Judgement } from './judging.ts';
import { comparePeriods, yearBefore, type Period } from './periods.ts';

export interface TrendPoint {
  readonly period: Period;
  readonly figure: Figure;
  readonly judgement: Judgement;
  /** The same period a year before; absent where nothing was read then. */
  readonly lastYear?: Figure;
  /** Now less then, where both are numbers. */
  readonly change?: number;
}

/** Earliest first; one for each period that was read. */
export const trendOf = (evidence: Omit<Evidence, 'period'>): readonly TrendPoint[] => {
  const { measure, readings } = evidence;
  const figureIn = (period: Period): Figure | undefined => {
    const spoken = spokenFor(evidence, period);
    return spoken.length === 0 ? undefined : figureOf(measure, totalOf(spoken));
  };
  const periods = [...new Set(readings.map(({ period }) => period))].sort(comparePeriods);
  return periods.map((period) => {
    const figure = figureIn(period) ?? 'no-figure';
    const lastYear = figureIn(yearBefore(period));
    return {
      period,
      figure,
      judgement: judge({ ...evidence, period }),
      ...(lastYear !== undefined && { lastYear }),
      ...(typeof figure === 'number' && typeof lastYear === 'number' && { change: addExactly(figure, -lastYear) }),
    };
  });
};
