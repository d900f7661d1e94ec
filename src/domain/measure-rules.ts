/**
 * What a measure and its targets must say before a person can use them: asked by the form that writes them. A ready-made
 * plan is taken as it was printed, with all that it leaves out.
 */
import type { FieldProblem } from './problem.ts';
import type { Measure, Target } from './records/measure.ts';

/** A form's fields: any of them may still be missing. */
type Fields<T> = { readonly [K in keyof T]?: T[K] | undefined };

const required = (field: string): FieldProblem => ({ field, problem: { code: 'field/required' } });
const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const inParts: ReadonlySet<Measure['kind']> = new Set([
  'share',
  'ratio',
  'multiple',
  'both-sexes',
  'each-group',
  'coverage',
]);

/** "Lao động nữ làm công hưởng lương" does not say of what, "/1.000 phụ nữ" not of which age: both labels are asked for. */
export const checkMeasure = (measure: Fields<Measure>): readonly FieldProblem[] => {
  const { kind } = measure;
  if (kind === undefined) return [required('kind')];
  const isCadenced = kind === 'cadence' || kind === 'coverage';
  return [
    ...(inParts.has(kind) && isEmpty(measure.numerator) ? [required('numerator')] : []),
    ...(inParts.has(kind) && isEmpty(measure.denominator) ? [required('denominator')] : []),
    ...(isCadenced && (measure.cadence?.outputs.length ?? 0) === 0 ? [required('cadence')] : []),
    ...(kind === 'list' && isEmpty(measure.threshold) ? [required('threshold')] : []),
    ...(kind === 'pointer' && measure.pointsTo === undefined ? [required('pointsTo')] : []),
    ...(measure.conditions?.length === 1 ? [required('conditions')] : []),
  ];
};

/** A value may be missing ("chưa giao", or "duy trì" alone); a tolerance may not, because nobody else would say it. */
export const checkTarget = (target: Fields<Target>): readonly FieldProblem[] => {
  const { comparator, value, max, fromYear, toYear } = target;
  const isReversed = comparator === 'range' && value !== undefined && max !== undefined && max < value;
  const isBackwards = fromYear !== undefined && toYear !== undefined && toYear < fromYear;
  return [
    ...(comparator === undefined ? [required('comparator')] : []),
    ...(comparator === 'range' && max === undefined ? [required('max')] : []),
    ...(target.approximate === true && target.tolerance === undefined ? [required('tolerance')] : []),
    ...(isReversed ? [{ field: 'max', problem: { code: 'target/range-reversed' } } as const] : []),
    ...(isBackwards ? [{ field: 'toYear', problem: { code: 'target/years-reversed' } } as const] : []),
  ];
};
