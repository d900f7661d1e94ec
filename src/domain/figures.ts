/**
 * From what was counted to the figure that is judged.
 *
 * - 0 of 0 is "nothing arose": never 0 %, never 100 %.
 * - The figure is not rounded. It is computed as n × per / d, so that 997 of 1 000 is 99.7 and not a hair less.
 * - Several agencies' readings of one period add up to the unit's; a sum with a part missing is no figure.
 */
import type { Measure, Reading } from './records/measure.ts';

export type Figure = number | 'nothing-arose' | 'no-figure';
type Counted = Partial<Pick<Reading, 'numerator' | 'denominator' | 'female' | 'male' | 'nothing' | 'done' | 'bodies'>>;
type Part = { readonly numerator?: number | undefined; readonly denominator?: number | undefined };

const perOf = (measure: Measure): number => measure.per ?? (measure.kind === 'multiple' ? 1 : 100);

const sum = (values: readonly (number | undefined)[]): number | undefined => {
  let total = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    total += value;
  }
  return values.length === 0 ? undefined : total;
};

/** The whole, or the sum of both sexes where only the split was entered. */
const wholeOf = (reading: Counted): Part => ({
  numerator: reading.numerator ?? sum([reading.female?.numerator, reading.male?.numerator]),
  denominator: reading.denominator ?? sum([reading.female?.denominator, reading.male?.denominator]),
});

const share = (part: Part | undefined, per: number): Figure => {
  if (part?.numerator === undefined || part.denominator === undefined) return 'no-figure';
  if (part.denominator === 0) return part.numerator === 0 ? 'nothing-arose' : 'no-figure';
  return (part.numerator * per) / part.denominator;
};

export const figureOf = (measure: Measure, reading: Counted): Figure => {
  if (reading.nothing) return 'nothing-arose';
  const whole = wholeOf(reading);
  switch (measure.kind) {
    case 'share':
    case 'ratio':
    case 'multiple':
    case 'both-sexes':
    case 'each-group':
    case 'coverage':
      return share(whole, perOf(measure));
    case 'count':
    case 'cadence':
      return whole.numerator ?? 'no-figure';
    case 'direction':
      return whole.denominator === undefined ? (whole.numerator ?? 'no-figure') : share(whole, perOf(measure));
    case 'list':
      return whole.numerator ?? reading.bodies?.length ?? 'no-figure';
    case 'pointer':
      return 'no-figure';
    case 'yes-no':
      return reading.done === undefined ? 'no-figure' : Number(reading.done);
  }
};

export interface BySex {
  readonly female: Figure;
  readonly male: Figure;
}

export const figuresBySex = (measure: Measure, reading: Counted): BySex => {
  if (reading.nothing) return { female: 'nothing-arose', male: 'nothing-arose' };
  return { female: share(reading.female, perOf(measure)), male: share(reading.male, perOf(measure)) };
};

const addParts = (parts: readonly (Part | undefined)[]) => {
  const numerator = sum(parts.map((part) => part?.numerator));
  const denominator = sum(parts.map((part) => part?.denominator));
  return numerator === undefined ? undefined : { numerator, ...(denominator !== undefined && { denominator }) };
};

/** What all agencies of a unit counted in one period. "Nothing arose" adds nothing, unless all say so. */
export const totalOf = (readings: readonly Counted[]): Counted => {
  const counted = readings.filter((reading) => !reading.nothing);
  const [only] = counted;
  if (only === undefined) return readings.length === 0 ? {} : { nothing: true };
  if (counted.length === 1) return only;

  const female = addParts(counted.map((reading) => reading.female));
  const male = addParts(counted.map((reading) => reading.male));
  const isSaid = counted.some((reading) => reading.done !== undefined);
  return {
    ...addParts(counted.map(wholeOf)),
    ...(female && { female }),
    ...(male && { male }),
    ...(isSaid && { done: counted.every((reading) => reading.done === true) }),
  };
};
