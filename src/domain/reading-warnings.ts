/**
 * What may be right and is worth a second look: a figure far from last time's. A warning is passed with a reason, because
 * communes merge, campaigns run, and then ten times as much is true. And a period that has not begun, which is no warning.
 */
import type { LocalDate } from './dates.ts';
import { wholeOf } from './figures.ts';
import { comparePeriods, kindOfPeriod, periodRange, type Period } from './periods.ts';
import type { FieldProblem, Problem } from './problem.ts';
import type { ReadingFields } from './reading-nothing.ts';
import type { Reading } from './records/measure.ts';

/** Ten times as much or as little; no document says where strange begins, and less would warn every small commune. */
const TIMES = 10;
/** From 0 to 9 is not ten times, and from 1 to 10 is nothing strange. */
const AT_LEAST = 20;

const amounts = ['numerator', 'denominator'] as const;

const outlier = (now: number, previous: number): Problem | undefined => {
  if (Math.abs(now - previous) < AT_LEAST) return undefined;
  const [less, more] = [Math.min(now, previous), Math.max(now, previous)];
  const times = more / Math.max(less, 1);
  return times >= TIMES ? { code: 'reading/outlier', previous, times: Math.round(times) } : undefined;
};

type Said = Partial<Pick<Reading, 'numerator' | 'denominator' | 'female' | 'male'>>;

/** The whole, also where only the sexes were entered. */
const saidOf = ({ numerator, denominator, female, male }: ReadingFields) => {
  const said: Said = {
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(female && { female }),
    ...(male && { male }),
  };
  return wholeOf(said);
};

/** By field; empty when nothing is strange, or nothing is known of the time before. */
export const readingWarnings = (reading: ReadingFields, before: ReadingFields | undefined): readonly FieldProblem[] => {
  if (before === undefined || reading.nothing || before.nothing) return [];
  const [said, known] = [saidOf(reading), saidOf(before)];
  return amounts.flatMap((field) => {
    const [now, previous] = [said[field], known[field]];
    const problem = now === undefined || previous === undefined ? undefined : outlier(now, previous);
    return problem ? [{ field, problem }] : [];
  });
};

/** What was said last before a period, of one of the same length: a quarter is not compared with a year. */
export const lastBefore = <T extends Pick<Reading, 'period'>>(readings: readonly T[], period: Period): T | undefined =>
  readings
    .filter((one) => kindOfPeriod(one.period) === kindOfPeriod(period) && comparePeriods(one.period, period) < 0)
    .sort((a, b) => comparePeriods(a.period, b.period))
    .at(-1);

/** Nothing can have been counted in a period that has not begun; one that runs may be counted so far. */
export const checkBegun = (period: Period, today: LocalDate): Problem | undefined => {
  const { from } = periodRange(period);
  return from > today ? { code: 'reading/period-not-begun', from } : undefined;
};
