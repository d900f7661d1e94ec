/**
 * What a reading must be to answer its measure: all problems of a form at once.
 *
 * - "Không phát sinh" stands alone: zero, empty and nothing-arose are three different things.
 * - Of a share, the part is never larger than the whole; the sexes add up to it.
 * - A guarded measure takes no reading here at all.
 */
import type { FieldProblem, Problem } from './problem.ts';
import { isPeriodOf, kindOfPeriod } from './periods.ts';
import { checkNothing, type ReadingFields } from './reading-nothing.ts';
import type { Measure, Reading } from './records/measure.ts';

type Amount = 'numerator' | 'denominator';

const amounts: readonly Amount[] = ['numerator', 'denominator'];
const sexes = ['female', 'male'] as const;
/** Sums of decimals differ from the decimal sum by less than this. */
const HAIR = 1e-9;

/** Figures of a guarded measure are never kept on a device, nor in any compartment that devices read. */
export const checkGuarded = (measure: Pick<Measure, 'guarded'>): Problem | undefined =>
  measure.guarded ? { code: 'reading/guarded' } : undefined;

export const checkReading = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  const guarded = checkGuarded(measure);
  if (guarded) return [{ field: '', problem: guarded }];
  const first = [...checkPeriod(measure, reading), ...checkNothing(reading)];
  if (reading.nothing) return first;
  const amountsOff = [...checkAmounts(measure, reading), ...checkSplit(measure, reading)];
  // What is missing is told only where nothing else is wrong with the same field.
  const missing = checkMissing(measure, reading).filter(({ field }) => !amountsOff.some((off) => off.field === field));
  return [...first, ...missing, ...amountsOff];
};

const checkPeriod = (measure: Measure, { period }: ReadingFields): readonly FieldProblem[] => {
  if (period === undefined || period === '') return [{ field: 'period', problem: { code: 'field/required' } }];
  const isWrong = kindOfPeriod(period) === undefined || (measure.cadence && !isPeriodOf(measure.cadence.every, period));
  return isWrong ? [{ field: 'period', problem: { code: 'reading/wrong-period' } }] : [];
};

const isShare = ({ kind }: Measure): boolean => kind === 'share' || kind === 'both-sexes';
const needsBoth = (measure: Measure): boolean =>
  isShare(measure) || measure.kind === 'ratio' || measure.kind === 'multiple';
const asksSexes = (measure: Measure): boolean => measure.kind === 'both-sexes' || measure.splitBy === 'sex';

const checkMissing = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  const required = (field: string): FieldProblem => ({ field, problem: { code: 'field/required' } });
  if (measure.kind === 'yes-no') return reading.done === undefined ? [required('done')] : [];
  const needed = needsBoth(measure) ? amounts : amounts.slice(0, 1);
  if (measure.kind === 'both-sexes')
    return sexes.filter((sex) => needed.some((amount) => reading[sex]?.[amount] === undefined)).map(required);
  const bySplit = (amount: Amount) => asksSexes(measure) && sexes.every((sex) => reading[sex]?.[amount] !== undefined);
  return needed.filter((amount) => reading[amount] === undefined && !bySplit(amount)).map(required);
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
    ...sexes.map((sex) => ({ field: sex, problem: partProblem(measure, reading[sex]) })),
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

const checkSplit = (measure: Measure, reading: ReadingFields): readonly FieldProblem[] => {
  if (!asksSexes(measure)) return [];
  return amounts.flatMap((amount) => {
    const [expected, female, male] = [reading[amount], reading.female?.[amount], reading.male?.[amount]];
    if (expected === undefined || female === undefined || male === undefined) return [];
    const found = female + male;
    if (Math.abs(found - expected) < HAIR) return [];
    return [{ field: amount, problem: { code: 'reading/split-differs', expected, found } } as const];
  });
};
