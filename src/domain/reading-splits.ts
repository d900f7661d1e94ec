/**
 * How the parts of a reading hang together: sexes and ethnic minorities within the whole, and those who meet several
 * conditions within those who meet each. A part that is not given is not asked for here (`reading-rules.ts` does).
 */
import { addExactly } from './exact.ts';
import type { FieldProblem } from './problem.ts';
import type { ReadingFields } from './reading-nothing.ts';
import type { Measure } from './records/measure.ts';

type Amount = 'numerator' | 'denominator';
type GroupField = 'female' | 'male' | 'minority' | 'minorityFemale' | 'minorityMale';
type Whole = 'whole' | GroupField;

const amounts: readonly Amount[] = ['numerator', 'denominator'];

const amountOf = (reading: ReadingFields, group: Whole, amount: Amount): number | undefined =>
  group === 'whole' ? reading[amount] : reading[group]?.[amount];

/** A whole, and the two that must add up to it. */
const sums: readonly (readonly [whole: Whole, first: GroupField, second: GroupField])[] = [
  ['whole', 'female', 'male'],
  ['minority', 'minorityFemale', 'minorityMale'],
];
/** A part of others, which is never larger than they. */
const within: readonly (readonly [part: GroupField, whole: Whole])[] = [
  ['minority', 'whole'],
  ['minorityFemale', 'female'],
  ['minorityMale', 'male'],
];

const fieldOf = (group: Whole, amount: Amount): string => (group === 'whole' ? amount : group);

const checkSums = (reading: ReadingFields): readonly FieldProblem[] =>
  sums.flatMap(([whole, first, second]) =>
    amounts.flatMap((amount) => {
      const [expected, one, other] = [whole, first, second].map((group) => amountOf(reading, group, amount));
      if (expected === undefined || one === undefined || other === undefined) return [];
      const found = addExactly(one, other);
      if (found === expected) return [];
      return [{ field: fieldOf(whole, amount), problem: { code: 'reading/split-differs', expected, found } } as const];
    }),
  );

const checkWithin = (isShare: boolean, reading: ReadingFields): readonly FieldProblem[] =>
  within.flatMap(([part, whole]): readonly FieldProblem[] => {
    const [some, all] = [part, whole].map((group) => amounts.map((amount) => amountOf(reading, group, amount)));
    for (const index of amounts.keys()) {
      const [few, total] = [some?.[index], all?.[index]];
      if (few !== undefined && total !== undefined && few > total)
        return [{ field: part, problem: { code: 'reading/part-exceeds', total } }];
    }
    const left = amounts.map((_, index) => {
      const [few, total] = [some?.[index], all?.[index]];
      return few === undefined || total === undefined ? undefined : addExactly(total, -few);
    });
    const [numerator, denominator] = left;
    return isShare && numerator !== undefined && denominator !== undefined && numerator > denominator
      ? [{ field: part, problem: { code: 'reading/numerator-exceeds-denominator' } }]
      : [];
  });

export const checkSplits = (measure: Measure, isShare: boolean, reading: ReadingFields): readonly FieldProblem[] =>
  measure.kind === 'both-sexes' || measure.kind === 'each-group' || (measure.splitBy ?? 'none') !== 'none'
    ? [...checkSums(reading), ...checkWithin(isShare, reading)]
    : [];

/**
 * Of 10, 9 were informed and 8 committed: both hold for 7 at least and 8 at most. Outside of that somebody was counted
 * who meets only one, or one of the counts is wrong.
 */
export const checkConditions = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  const { conditions, numerator, denominator } = reading;
  if (measure.conditions === undefined || conditions === undefined || conditions.length === 0) return [];
  if (conditions.length !== measure.conditions.length)
    return [{ field: 'conditions', problem: { code: 'field/required' } }];
  if (denominator !== undefined && conditions.some((met) => met > denominator))
    return [{ field: 'conditions', problem: { code: 'reading/part-exceeds', total: denominator } }];
  if (numerator === undefined) return [];
  const most = Math.min(...conditions);
  const all = denominator === undefined ? Number.POSITIVE_INFINITY : denominator * (conditions.length - 1);
  const least = Math.max(addExactly(...conditions) - all, 0);
  return numerator < least || numerator > most
    ? [{ field: 'numerator', problem: { code: 'reading/conditions-differ', least, most } }]
    : [];
};
