/**
 * Every measure judged, live: from its targets, its readings and, for a cadence, the log of the year.
 * A figure is computed when a screen asks for it, and anew when what it rests on changes.
 */
import { createMemo, type Accessor } from 'solid-js';
import { tallyOf, type Tally } from '#domain/cadence.ts';
import { yearOf, type DayRange } from '#domain/dates.ts';
import { judge, type Judgement } from '#domain/judging.ts';
import { targetInForce } from '#domain/targets.ts';
import type { ActivitySummary, Saved, Workbook } from './workbook.ts';

export interface Judged {
  readonly judgement: Judgement;
  readonly tally: Tally | undefined;
  readonly targets: readonly Saved<'target'>[];
  readonly readings: readonly Saved<'reading'>[];
}

export interface Judgements {
  readonly range: Accessor<DayRange>;
  readonly activities: Accessor<readonly ActivitySummary[] | undefined>;
  readonly of: (measure: Saved<'measure'>) => Judged;
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

export const createJudgements = (workbook: Workbook): Judgements => {
  const targets = workbook.list('target');
  const readings = workbook.list('reading');
  const year = createMemo(() => yearOf(workbook.today()));
  const range = createMemo<DayRange>(() => ({ from: `${String(year())}-01-01`, to: `${String(year())}-12-31` }));
  const activities = workbook.activitiesBetween(range);
  const targetsByMeasure = createMemo(() => groupBy(targets() ?? [], (target) => target.fields.measure));
  const readingsByMeasure = createMemo(() =>
    groupBy(
      (readings() ?? []).filter((reading) => reading.fields.unit === workbook.me().unit),
      (reading) => reading.fields.measure,
    ),
  );

  const of = (measure: Saved<'measure'>): Judged => {
    const own = targetsByMeasure().get(measure.id) ?? [];
    const kept = readingsByMeasure().get(measure.id) ?? [];
    const fields = own.map((target) => target.fields);
    const today = workbook.today();
    const tally =
      measure.fields.kind === 'cadence'
        ? tallyOf(measure, targetInForce(fields, today), activities() ?? [], range(), today)
        : undefined;
    const judgement = judge({
      measure: measure.fields,
      targets: fields,
      readings: kept.map((reading) => reading.fields),
      tally,
      today,
    });
    return { judgement, tally, targets: own, readings: kept };
  };
  return { range, activities, of };
};
