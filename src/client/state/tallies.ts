/**
 * What the log of a year says of each cadence ("n news items a month"), live. Apart from judging, because the first page
 * needs only this.
 *
 * A measure of the own plans, and of those above, counts what the units did whose work is carried on here; one of an old
 * unit's plan counts what was done there, until it ended.
 * While the log is being read there is no tally: an unread month is not one that fell short.
 */
import { createMemo, type Accessor } from 'solid-js';
import { tallyOf, type Tally } from '#domain/cadence.ts';
import { yearOf, type DayRange, type LocalDate } from '#domain/dates.ts';
import type { Target } from '#domain/records/measure.ts';
import { unitOfScope } from '#domain/scope.ts';
import { targetInForce } from '#domain/targets.ts';
import { carriedBy } from './unit-names.ts';
import type { ActivitySummary, Saved, Workbook } from './workbook.ts';

export interface Tallies {
  readonly range: Accessor<DayRange>;
  readonly activities: Accessor<readonly ActivitySummary[] | undefined>;
  /** Today, or the last day of a year that is over. */
  readonly asOf: Accessor<LocalDate>;
  readonly targetsOf: (measure: Saved<'measure'>) => readonly Saved<'target'>[];
  readonly targetInForce: (measure: Saved<'measure'>) => Target | undefined;
  readonly of: (measure: Saved<'measure'>) => Tally | undefined;
}

export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

export const createTallies = (workbook: Workbook, chosenYear?: Accessor<number>): Tallies => {
  const targets = workbook.list('target');
  const year = createMemo(() => chosenYear?.() ?? yearOf(workbook.today()));
  const range = createMemo<DayRange>(() => ({ from: `${String(year())}-01-01`, to: `${String(year())}-12-31` }));
  // Asked anew for every year, so that the log of one is never tallied as another's.
  const log = createMemo(() => {
    const asked = range();
    return workbook.activitiesBetween(() => asked);
  });
  const activities = () => log()();
  const asOf = () => (workbook.today() < range().to ? workbook.today() : range().to);
  const targetsByMeasure = createMemo(() => groupBy(targets() ?? [], (target) => target.fields.measure));
  const targetsOf = (measure: Saved<'measure'>) => targetsByMeasure().get(measure.id) ?? [];
  const inForce = (measure: Saved<'measure'>) =>
    targetInForce(
      targetsOf(measure).map(({ fields }) => fields),
      asOf(),
    );
  return {
    range,
    activities,
    asOf,
    targetsOf,
    targetInForce: inForce,
    of: (measure) => {
      const known = measure.fields.kind === 'cadence' ? activities() : undefined;
      if (known === undefined) return undefined;
      const carried = carriedBy(workbook, measure.scope);
      if (carried === undefined) return tallyOf(measure, inForce(measure), known, range(), workbook.today());
      const own = known.filter(({ scope }) => carried.units.includes(unitOfScope(scope)));
      const { from, to } = range();
      const last = carried.last ?? to;
      return tallyOf(measure, inForce(measure), own, { from, to: last < to ? last : to }, workbook.today());
    },
  };
};
