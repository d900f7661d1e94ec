/**
 * The same thing asked in different units by different plans: maternal deaths in 10,000 and in 100,000 births.
 *
 * A comparison is made in one unit; what each plan prints is kept beside it, because reports quote the plan.
 * It never says that two measures are the same: it says what speaks against it, and a person decides.
 */
import { shareExactly } from './exact.ts';
import { perOf } from './figures.ts';
import { fold } from './folding.ts';
import type { Measure, Target } from './records/measure.ts';

type Kinded = Pick<Measure, 'kind' | 'per'>;

const inParts: ReadonlySet<Measure['kind']> = new Set([
  'share',
  'ratio',
  'multiple',
  'both-sexes',
  'each-group',
  'coverage',
]);

/** A figure of one measure in the unit of another; `undefined` where they are not told in parts of a whole alike. */
export const inUnitOf = (value: number, from: Kinded, to: Kinded): number | undefined => {
  if (inParts.has(from.kind) && inParts.has(to.kind)) return shareExactly(value, perOf(from), perOf(to));
  return from.kind === to.kind ? value : undefined;
};

/**
 * What two measures that look alike may differ in: other people counted ("aged 6 and over"), or nobody says which;
 * one wants more and the other less; one wants to keep what the other wants to change.
 */
export type Doubt = 'denominator' | 'denominator-unnamed' | 'better' | 'maintain';

export interface Asked {
  readonly measure: Measure;
  readonly target: Target;
}

export interface Comparison {
  /** In the unit of `per`; the printed values stay in the targets. */
  readonly values: readonly [number, number];
  /** The finer unit of the two: 100,000 rather than 10,000. */
  readonly per: number;
  readonly doubts: readonly Doubt[];
}

const doubtsOf = (a: Asked, b: Asked): readonly Doubt[] => {
  const [first, second] = [a.measure.denominator, b.measure.denominator].map((label) => fold(label ?? ''));
  const isUnnamed = inParts.has(a.measure.kind) && (first === '' || second === '');
  return [
    ...(isUnnamed ? (['denominator-unnamed'] as const) : []),
    ...(!isUnnamed && first !== second ? (['denominator'] as const) : []),
    ...(a.measure.better === b.measure.better ? [] : (['better'] as const)),
    ...(Boolean(a.target.maintain) === Boolean(b.target.maintain) ? [] : (['maintain'] as const)),
  ];
};

export const compareTargets = (a: Asked, b: Asked): Comparison | undefined => {
  if (a.target.value === undefined || b.target.value === undefined) return undefined;
  const finer = perOf(a.measure) >= perOf(b.measure) ? a.measure : b.measure;
  const first = inUnitOf(a.target.value, a.measure, finer);
  const second = inUnitOf(b.target.value, b.measure, finer);
  if (first === undefined || second === undefined) return undefined;
  return { values: [first, second], per: perOf(finer), doubts: doubtsOf(a, b) };
};
