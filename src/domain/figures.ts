/**
 * From what was counted to the figure that is judged.
 *
 * - 0 of 0 is "nothing arose": never 0 %, never 100 %.
 * - The figure is not rounded. It is computed as n × per / d, so that 997 of 1 000 is 99.7 and not a hair less.
 * - Several agencies' readings of one period add up to the unit's; a sum with a part missing is no figure.
 */
import { addExactly, shareExactly } from './exact.ts';
import type { Measure, Reading } from './records/measure.ts';

export type Figure = number | 'nothing-arose' | 'no-figure';
type Counted = Partial<
  Pick<
    Reading,
    | 'numerator'
    | 'denominator'
    | 'female'
    | 'male'
    | 'minority'
    | 'minorityFemale'
    | 'minorityMale'
    | 'conditions'
    | 'bodies'
    | 'nothing'
    | 'done'
  >
>;
type Part = { readonly numerator?: number | undefined; readonly denominator?: number | undefined };

export const perOf = (measure: Pick<Measure, 'kind' | 'per'>): number =>
  measure.per ?? (measure.kind === 'multiple' ? 1 : 100);

const sum = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 || known.length < values.length ? undefined : addExactly(...known);
};

/** The whole, or the sum of both sexes where only the split was entered. */
export const wholeOf = (reading: Counted): Part => ({
  numerator: reading.numerator ?? sum([reading.female?.numerator, reading.male?.numerator]),
  denominator: reading.denominator ?? sum([reading.female?.denominator, reading.male?.denominator]),
});

const share = (part: Part | undefined, per: number): Figure => {
  if (part?.numerator === undefined || part.denominator === undefined) return 'no-figure';
  if (part.denominator === 0) return part.numerator === 0 ? 'nothing-arose' : 'no-figure';
  return shareExactly(part.numerator, part.denominator, per);
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

export type Group =
  'female' | 'male' | 'minority' | 'others' | 'minorityFemale' | 'minorityMale' | 'otherFemale' | 'otherMale';

/** Who is left of a whole; no figure where either is not known. */
const without = (whole: Part | undefined, part: Part | undefined): Part => {
  const left = (of: 'numerator' | 'denominator') => {
    const [all, some] = [whole?.[of], part?.[of]];
    return all === undefined || some === undefined ? undefined : addExactly(all, -some);
  };
  return { numerator: left('numerator'), denominator: left('denominator') };
};

const groupsOf = (splitBy: Measure['splitBy'], reading: Counted): readonly (readonly [Group, Part | undefined])[] => {
  switch (splitBy) {
    case 'minority':
      return [
        ['minority', reading.minority],
        ['others', without(wholeOf(reading), reading.minority)],
      ];
    case 'sex-minority':
      return [
        ['minorityFemale', reading.minorityFemale],
        ['minorityMale', reading.minorityMale],
        ['otherFemale', without(reading.female, reading.minorityFemale)],
        ['otherMale', without(reading.male, reading.minorityMale)],
      ];
    case 'none':
    case 'sex':
    case undefined:
      return [
        ['female', reading.female],
        ['male', reading.male],
      ];
  }
};

/** The share of each group that must pass by itself, by the measure's split; by sex where it names none. */
export const figuresByGroup = (measure: Measure, reading: Counted): ReadonlyMap<Group, Figure> =>
  new Map(
    groupsOf(measure.splitBy, reading).map(([group, part]) => [
      group,
      reading.nothing ? 'nothing-arose' : share(part, perOf(measure)),
    ]),
  );

const addParts = (parts: readonly (Part | undefined)[]) => {
  const numerator = sum(parts.map((part) => part?.numerator));
  const denominator = sum(parts.map((part) => part?.denominator));
  return numerator === undefined ? undefined : { numerator, ...(denominator !== undefined && { denominator }) };
};

/** How many meet each condition; no figure where an agency said nothing of one that another counted. */
const addConditions = (counted: readonly Counted[]): readonly number[] | undefined => {
  const length = Math.max(...counted.map(({ conditions }) => conditions?.length ?? 0));
  const sums = Array.from({ length }, (_, index) => sum(counted.map(({ conditions }) => conditions?.[index])));
  const known = sums.filter((value) => value !== undefined);
  return known.length === 0 || known.length < length ? undefined : known;
};

const groups = ['female', 'male', 'minority', 'minorityFemale', 'minorityMale'] as const;

/** What all agencies of a unit counted in one period. "Nothing arose" adds nothing, unless all say so. */
export const totalOf = (readings: readonly Counted[]): Counted => {
  const counted = readings.filter((reading) => !reading.nothing);
  const [only] = counted;
  if (only === undefined) return readings.length === 0 ? {} : { nothing: true };
  if (counted.length === 1) return only;

  const parts = groups.flatMap((group) => {
    const added = addParts(counted.map((reading) => reading[group]));
    return added ? [[group, added] as const] : [];
  });
  const conditions = addConditions(counted);
  const bodies = [...new Set(counted.flatMap((reading) => reading.bodies ?? []))];
  const isSaid = counted.some((reading) => reading.done !== undefined);
  return {
    ...addParts(counted.map(wholeOf)),
    ...Object.fromEntries(parts),
    ...(conditions && { conditions: [...conditions] }),
    ...(bodies.length > 0 && { bodies }),
    ...(isSaid && { done: counted.every((reading) => reading.done === true) }),
  };
};
