/** What the server said of one field of a refused record, where it named one: the form opens there. */
import type { FieldProblem } from '#domain/problem.ts';
import type { Refused } from './workbook.ts';

export const wrongField = (refused: Pick<Refused, 'problem'> | undefined): FieldProblem | undefined => {
  const problem = refused?.problem;
  if (problem?.code === 'sync/bad-value') return { field: problem.field, problem: problem.problem };
  return problem?.code === 'sync/unknown-field' ? { field: problem.field, problem } : undefined;
};
