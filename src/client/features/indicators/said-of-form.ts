/** What is said beside the fields of a reading's form, in sentences: what is wrong, what is strange, what was taken out of a text. */
import type { FieldProblem, ProblemCode } from '#domain/problem.ts';
import { problemText } from '#client/texts/current.ts';
import type { ReadReading, TextName } from './reading-form.ts';

/** Told while it is typed, because both sides of the sum are there already; everything else waits for the first try. */
const atOnce: ReadonlySet<ProblemCode> = new Set([
  'reading/split-differs',
  'reading/part-exceeds',
  'reading/conditions-differ',
  'reading/bodies-differ',
  'reading/numerator-exceeds-denominator',
]);

export interface SaidOfForm {
  readonly error: (field: string) => string | undefined;
  readonly warning: (field: string) => string | undefined;
  readonly told: (field: TextName) => readonly string[];
}

const wordsAt = (problems: readonly FieldProblem[], field: string): string | undefined => {
  const found = problems.find((one) => one.field === field);
  return found && problemText(found.problem);
};

/** `tried`: the person has asked for a save, so everything is told. */
export const saidOfForm = (read: () => ReadReading, tried: () => boolean): SaidOfForm => ({
  error: (field) =>
    wordsAt(
      read().problems.filter(({ problem }) => tried() || atOnce.has(problem.code)),
      field,
    ),
  warning: (field) => wordsAt(read().warnings, field),
  told: (field) =>
    read()
      .told.filter((one) => one.field === field)
      .map(({ problem }) => problemText(problem)),
});
