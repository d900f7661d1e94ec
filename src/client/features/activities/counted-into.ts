/** Which measures an activity can answer, by the unit that it was done in. */
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { carriedBy } from '#client/state/unit-names.ts';
import type { Saved, Workbook } from '#client/state/workbook.ts';

/** What an old unit's plan asks is answered by what was done there, until it ended; everything else by all that is seen here. */
export const answerable = (
  workbook: Workbook,
  measures: readonly Saved<'measure'>[],
  { scope, to }: { readonly scope: Scope; readonly to: string },
): readonly Saved<'measure'>[] =>
  measures.filter((measure) => {
    const carried = carriedBy(workbook, measure.scope);
    return carried === undefined || (carried.units.includes(unitOfScope(scope)) && to <= (carried.last ?? to));
  });
