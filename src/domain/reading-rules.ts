/**
 * What a reading must be to answer its measure: all problems of a form at once.
 *
 * - "Không phát sinh" stands alone: zero, empty and nothing-arose are three different things.
 * - Of a share, the part is never larger than the whole; the sexes add up to it.
 * - A guarded measure takes no reading here at all; a pointer has none until what it points to is there.
 */
import type { FieldProblem, Problem } from './problem.ts';
import { isPeriodOf, kindOfPeriod } from './periods.ts';
import { checkNothing, type ReadingFields } from './reading-nothing.ts';
import { checkConditions, checkSplits } from './reading-splits.ts';
import type { Measure, Reading } from './records/measure.ts';

type Amount = 'numerator' | 'denominator';

const amounts: readonly Amount[] = ['numerator', 'denominator'];
const sexes = ['female', 'male'] as const;
const groups = [...sexes, 'minority', 'minorityFemale', 'minorityMale'] as const;
type Group = (typeof groups)[number];
const groupsBy: Readonly<Record<NonNullable<Measure['splitBy']>, readonly Group[]>> = {
  none: sexes,
  sex: sexes,
  minority: ['minority'],
  'sex-minority': ['female', 'male', 'minorityFemale', 'minorityMale'],
};

/** Figures of a guarded measure are never kept on a device, nor in any compartment that devices read. */
export const checkGuarded = (measure: Pick<Measure, 'guarded'>): Problem | undefined =>
  measure.guarded ? { code: 'reading/guarded' } : undefined;

export const checkReading = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  const guarded = checkGuarded(measure);
  if (guarded) return [{ field: '', problem: guarded }];
  if (measure.kind === 'pointer') return [{ field: '', problem: { code: 'reading/points-elsewhere' } }];
  const first = [...checkPeriod(measure, reading), ...checkNothing(reading)];
  if (reading.nothing) return first;
  const amountsOff = [
    ...checkAmounts(measure, reading),
    ...checkSplits(measure, isShare(measure), reading),
    ...checkConditions(measure, reading),
    ...checkBodies(reading),
  ];
  // What is missing is told only where nothing else is wrong with the same field.
  const missing = checkMissing(measure, reading).filter(({ field }) => !amountsOff.some((off) => off.field === field));
  return [...first, ...missing, ...amountsOff];
};

const checkPeriod = (measure: Measure, { period }: ReadingFields): readonly FieldProblem[] => {
  if (period === undefined || period === '') return [{ field: 'period', problem: { code: 'field/required' } }];
  const isWrong = kindOfPeriod(period) === undefined || (measure.cadence && !isPeriodOf(measure.cadence.every, period));
  return isWrong ? [{ field: 'period', problem: { code: 'reading/wrong-period' } }] : [];
};

const shares: ReadonlySet<Measure['kind']> = new Set(['share', 'both-sexes', 'each-group', 'coverage']);
const isShare = ({ kind }: Measure): boolean => shares.has(kind);
const needsBoth = (measure: Measure): boolean =>
  isShare(measure) || measure.kind === 'ratio' || measure.kind === 'multiple';
const asksSexes = (measure: Measure): boolean =>
  measure.kind === 'both-sexes' || measure.splitBy === 'sex' || measure.splitBy === 'sex-minority';

/** Without these the groups that must each pass cannot be told apart. */
const groupsNeeded = ({ kind, splitBy }: Measure): readonly Group[] => {
  if (kind === 'both-sexes') return groupsBy.sex;
  return kind === 'each-group' ? groupsBy[splitBy ?? 'sex'] : [];
};

const checkMissing = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  const required = (field: string): FieldProblem => ({ field, problem: { code: 'field/required' } });
  if (measure.kind === 'yes-no') return reading.done === undefined ? [required('done')] : [];
  const needed = needsBoth(measure) ? amounts : amounts.slice(0, 1);
  const asked = groupsNeeded(measure);
  if (asked.length > 0 && measure.splitBy !== 'minority')
    return asked.filter((group) => needed.some((amount) => reading[group]?.[amount] === undefined)).map(required);
  if (measure.kind === 'list' && reading.bodies !== undefined) return [];
  const bySplit = (amount: Amount) => asksSexes(measure) && sexes.every((sex) => reading[sex]?.[amount] !== undefined);
  const missing = needed.filter((amount) => reading[amount] === undefined && !bySplit(amount)).map(required);
  const minority = asked.filter((group) => needed.some((amount) => reading[group]?.[amount] === undefined));
  return [...missing, ...minority.map(required)];
};

const amountProblem = (measure: Measure, value: number | undefined): Problem | undefined => {
  if (value === undefined) return undefined;
  if (!Number.isFinite(value) || value < 0) return { code: 'field/not-a-number' };
  return measure.kind === 'count' && !Number.isSafeInteger(value) ? { code: 'field/not-a-count' } : undefined;
};

const partProblem = (measure: Measure, part: Reading['female'] | ReadingFields): Problem | undefined => {
  if (part === undefined) return undefined;
  const bad = amountProblem(measure, part.numerator) ?? amountProblem(measure, part.denominator);
  if (bad) return bad;
  if (part.denominator === 0 && (part.numerator ?? 0) > 0) return { code: 'reading/zero-denominator' };
  return isShare(measure) && (part.numerator ?? 0) > (part.denominator ?? Number.POSITIVE_INFINITY)
    ? { code: 'reading/numerator-exceeds-denominator' }
    : undefined;
};

const checkAmounts = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  const parts = [
    { field: 'numerator', problem: partProblem(measure, { ...reading, denominator: undefined }) },
    { field: 'denominator', problem: amountProblem(measure, reading.denominator) },
    ...groups.map((group) => ({ field: group, problem: partProblem(measure, reading[group]) })),
  ];
  const problem = parts.slice(0, 2).some((part) => part.problem) ? undefined : partProblem(measure, reading);
  const whole = problem && {
    field: problem.code === 'reading/zero-denominator' ? 'denominator' : 'numerator',
    problem,
  };
  return [...parts, ...(whole ? [whole] : [])].flatMap((one) =>
    one.problem ? [{ field: one.field, problem: one.problem }] : [],
  );
};

/** A list that says how many stand on it says as many. */
const checkBodies = ({ bodies, numerator }: ReadingFields): readonly FieldProblem[] => {
  if (bodies === undefined || numerator === undefined || bodies.length === numerator) return [];
  return [{ field: 'bodies', problem: { code: 'reading/bodies-differ', expected: numerator, found: bodies.length } }];
};
