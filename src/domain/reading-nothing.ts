/** "Không phát sinh" and a figure exclude each other: what can be asked of a reading without its measure. */
import type { FieldProblem } from './problem.ts';
import type { Reading } from './records/measure.ts';

/** A form's fields: any of them may still be missing. */
export type ReadingFields = { readonly [K in keyof Reading]?: Reading[K] | undefined };

const figures = [
  'numerator',
  'denominator',
  'female',
  'male',
  'minority',
  'minorityFemale',
  'minorityMale',
  'conditions',
  'bodies',
] as const;

export const checkNothing = (reading: ReadingFields): readonly FieldProblem[] => {
  const hasFigure = figures.some((field) => reading[field] !== undefined) || reading.done === true;
  return reading.nothing && hasFigure ? [{ field: 'nothing', problem: { code: 'reading/nothing-with-figures' } }] : [];
};
