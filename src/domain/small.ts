/**
 * When a share rests on so few that it says little by itself: it is told as counts ("1 / 2"), and no screen colours it.
 * It is judged all the same, because a plan may ask for every single case.
 *
 * No document prints a limit; these are ours, and a measure may declare its own (`smallBelow`, 0 for none):
 * - below 20, one more or one less moves a percentage by more than five points;
 * - of a rate, where one single case already exceeds the target: at 25 of 100,000, all places with fewer than 4,000 births.
 */
import { perOf, wholeOf } from './figures.ts';
import type { Measure, Reading, Target } from './records/measure.ts';

export const SMALL_DENOMINATOR = 20;
/** A percentage of which one case is more than its target is no rate but a count of very few. */
const RATE_FROM = 1_000;

export interface SmallBase {
  readonly numerator: number;
  readonly denominator: number;
  /** It is small below this. */
  readonly limit: number;
}

const kinds: ReadonlySet<Measure['kind']> = new Set(['share', 'ratio', 'both-sexes', 'each-group', 'direction']);

const limitOf = (measure: Measure, target: Target | undefined): number => {
  if (measure.smallBelow !== undefined) return measure.smallBelow;
  const per = perOf(measure);
  const isRate = per >= RATE_FROM && target?.value !== undefined && target.value > 0;
  return isRate ? Math.max(SMALL_DENOMINATOR, per / target.value) : SMALL_DENOMINATOR;
};

/** The smallest base that the figure rests on, where it is too small; `undefined` where nothing is. */
export const smallBaseOf = (
  measure: Measure,
  target: Target | undefined,
  reading: Partial<Reading>,
): SmallBase | undefined => {
  if (!kinds.has(measure.kind)) return undefined;
  const isSplit = measure.kind === 'both-sexes' || measure.kind === 'each-group';
  const groups = isSplit
    ? [reading.female, reading.male, reading.minority, reading.minorityFemale, reading.minorityMale]
    : [];
  const limit = limitOf(measure, target);
  const bases = [wholeOf(reading), ...groups].flatMap((part) =>
    part?.numerator === undefined || part.denominator === undefined || part.denominator >= limit
      ? []
      : [{ numerator: part.numerator, denominator: part.denominator, limit }],
  );
  return bases.sort((a, b) => a.denominator - b.denominator)[0];
};
