/**
 * Every measure judged, live: from its targets, its readings and, for a cadence, the log of a year.
 *
 * - A figure is computed when a screen asks for it, and anew when what it rests on changes.
 * - Of a year that is over, the measure is judged as that year ended; readings of later years do not speak for it.
 * - While the log is being read there is no tally: an unread month is not one that fell short.
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

export const createJudgements = (workbook: Workbook, chosenYear?: Accessor<number>): Judgements => {
  const targets = workbook.list('target');
  const readings = workbook.list('reading');
  const indicators = workbook.list('indicator');
  const agencies = workbook.list('agency');
  const indicatorsById = createMemo(() => new Map((indicators() ?? []).map((one) => [one.id, one] as const)));
  const year = createMemo(() => chosenYear?.() ?? yearOf(workbook.today()));
  const range = createMemo<DayRange>(() => ({ from: `${String(year())}-01-01`, to: `${String(year())}-12-31` }));
  // Asked anew for every year, so that the log of one is never tallied as another's.
  const log = createMemo(() => {
    const asked = range();
    return workbook.activitiesBetween(() => asked);
  });
  const activities = () => log()();
  const targetsByMeasure = createMemo(() => groupBy(targets() ?? [], (target) => target.fields.measure));
  const readingsByMeasure = createMemo(() =>
    groupBy(
      (readings() ?? []).filter((reading) => reading.fields.unit === workbook.me().unit),
      (reading) => reading.fields.measure,
    ),
  );

  /** The agencies that lead the indicator, and the People's Committee, whose officer enters and checks figures. */
  const speakersOf = (indicator: string): ReadonlySet<string> => {
    const responsible = indicatorsById().get(indicator)?.fields.agencies ?? [];
    const kinds = new Set(responsible.filter(({ role }) => role === 'lead').map(({ kind }) => kind));
    return new Set(
      (agencies() ?? [])
        .filter(({ fields }) => fields.unit === workbook.me().unit)
        .filter(({ fields: { kind } }) => kind === 'peoples-committee' || (kind !== undefined && kinds.has(kind)))
        .map(({ id }) => id),
    );
  };

  const of = (measure: Saved<'measure'>): Judged => {
    const own = targetsByMeasure().get(measure.id) ?? [];
    const kept = readingsByMeasure().get(measure.id) ?? [];
    const fields = own.map((target) => target.fields);
    const today = workbook.today();
    const asOf = today < range().to ? today : range().to;
    const known = measure.fields.kind === 'cadence' ? activities() : undefined;
    const tally = known && tallyOf(measure, targetInForce(fields, asOf), known, range(), today);
    const spoken = kept.map((reading) => reading.fields).filter((reading) => yearOf(reading.period) <= year());
    // A reading is judged by what is known today; without one there is only the day to go by.
    const day = spoken.length > 0 && measure.fields.kind !== 'cadence' ? today : asOf;
    const judgement = judge({
      measure: measure.fields,
      targets: fields,
      readings: spoken,
      speakers: speakersOf(measure.fields.indicator),
      tally,
      today: day,
    });
    return { judgement, tally, targets: own, readings: kept };
  };
  return { range, activities, of };
};
