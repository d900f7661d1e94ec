/** What the server said of one field of a refused record, where it named one: the form opens there. */
import type { FieldProblem } from '#domain/problem.ts';
import type { Refused } from './workbook.ts';

export const wrongField = (refused: Pick<Refused, 'problem'> | undefined): FieldProblem | undefined =>
  refused?.problem.code === 'sync/bad-value'
    ? { field: refused.problem.field, problem: refused.problem.problem }
    : undefined;
