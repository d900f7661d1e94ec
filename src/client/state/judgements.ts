/**
 * Every measure judged, live: from its targets, its readings and, for a cadence, the log of a year.
 *
 * - A figure is computed when a screen asks for it, once, and anew when what it rests on changes.
 * - Of a year that is over, the measure is judged as that year ended; readings of later years do not speak for it.
 */
import { createMemo, createRoot, getOwner, onCleanup, type Accessor } from 'solid-js';
import type { Tally } from '#domain/cadence.ts';
import { yearOf, type DayRange } from '#domain/dates.ts';
import { judge, type Judgement } from '#domain/judging.ts';
import { trendOf, type TrendPoint } from '#domain/trend.ts';
import { createTallies, groupBy } from './tallies.ts';
import { carriedBy } from './unit-names.ts';
import type { ActivitySummary, Saved, Workbook } from './workbook.ts';

export interface Judged {
  readonly judgement: Judgement;
  readonly tally: Tally | undefined;
  readonly targets: readonly Saved<'target'>[];
  readonly readings: readonly Saved<'reading'>[];
  /** The agencies whose figure speaks for the unit. */
  readonly speakers: ReadonlySet<string>;
  /** Period by period, where figures are entered. */
  readonly trend: () => readonly TrendPoint[];
}

export interface Judgements {
  readonly range: Accessor<DayRange>;
  readonly activities: Accessor<readonly ActivitySummary[] | undefined>;
  readonly of: (measure: Saved<'measure'>) => Judged;
}

const isSameList = <T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index];
    return other !== undefined && isSame(one, other);
  });

const isSameTally = (a: Tally | undefined, b: Tally | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    isSameList(
      a.periods,
      b.periods,
      (one, other) =>
        one.period === other.period &&
        one.state === other.state &&
        isSameList(one.counted, other.counted, (x, y) => x.id === y.id && x.amount === y.amount),
    ) &&
    isSameList(a.notCounted, b.notCounted, (x, y) => x.id === y.id && x.why === y.why));

export const createJudgements = (workbook: Workbook, chosenYear?: Accessor<number>): Judgements => {
  const tallies = createTallies(workbook, chosenYear);
  const readings = workbook.list('reading');
  const indicators = workbook.list('indicator');
  const agencies = workbook.list('agency');
  const indicatorsById = createMemo(() => new Map((indicators() ?? []).map((one) => [one.id, one] as const)));
  const readingsByMeasure = createMemo(() => groupBy(readings() ?? [], (reading) => reading.fields.measure));

  /** The agencies that lead the indicator, and the People's Committee, whose officer enters and checks figures. */
  const speakersOf = (indicator: string, unit: string): ReadonlySet<string> => {
    const responsible = indicatorsById().get(indicator)?.fields.agencies ?? [];
    const kinds = new Set(responsible.filter(({ role }) => role === 'lead').map(({ kind }) => kind));
    return new Set(
      (agencies() ?? [])
        .filter(({ fields }) => fields.unit === unit)
        .filter(({ fields: { kind } }) => kind === 'peoples-committee' || (kind !== undefined && kinds.has(kind)))
        .map(({ id }) => id),
    );
  };

  const judgeNow = (measure: Saved<'measure'>, tally: Tally | undefined): Judged => {
    const own = tallies.targetsOf(measure);
    // The figures of an old unit's plan are that unit's.
    const unit = carriedBy(workbook, measure.scope)?.units[0] ?? workbook.me().unit;
    const kept = (readingsByMeasure().get(measure.id) ?? []).filter(({ fields }) => fields.unit === unit);
    const lastYear = yearOf(tallies.range().to);
    const spoken = kept.map((reading) => reading.fields).filter((reading) => yearOf(reading.period) <= lastYear);
    // A reading is judged by what is known today; without one there is only the day to go by.
    const day = spoken.length > 0 && measure.fields.kind !== 'cadence' ? workbook.today() : tallies.asOf();
    const speakers = speakersOf(measure.fields.indicator, unit);
    const evidence = {
      measure: measure.fields,
      targets: own.map((target) => target.fields),
      readings: spoken,
      speakers,
      tally,
      today: day,
    };
    const trend = () => (tally === undefined ? trendOf(evidence) : []);
    return { judgement: judge(evidence), tally, targets: own, readings: kept, speakers, trend };
  };

  /** A card asks a dozen times for what was judged once; what rests on the log is gone over once for each change of it. */
  const known = new Map<
    string,
    { readonly measure: Saved<'measure'>; readonly judged: Accessor<Judged>; readonly end: () => void }
  >();
  const owner = getOwner();
  onCleanup(() => {
    for (const { end } of known.values()) end();
  });
  const of = (measure: Saved<'measure'>): Judged => {
    const key = `${measure.scope}~${measure.id}`;
    const held = known.get(key);
    if (held?.measure === measure) return held.judged();
    held?.end();
    const made = createRoot((end) => {
      // Most edits of the log touch few of the measures that are counted from it.
      const tally = createMemo(() => tallies.of(measure), undefined, { equals: isSameTally });
      return { measure, judged: createMemo(() => judgeNow(measure, tally())), end };
    }, owner);
    known.set(key, made);
    return made.judged();
  };
  return { range: tallies.range, activities: tallies.activities, of };
};
