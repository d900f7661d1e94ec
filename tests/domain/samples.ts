/** Measures, targets and readings of which a test says only what it is about. */
import type { CountableActivity, Tally } from '#domain/cadence.ts';
import { tallyOf } from '#domain/cadence.ts';
import type { DayRange } from '#domain/dates.ts';
import { judge, type Evidence, type Judgement } from '#domain/judging.ts';
import type { Measure, Reading, Target } from '#domain/records/measure.ts';

export const aMeasure = (fields: Partial<Measure> = {}): Measure => ({
  plan: 'p1',
  indicator: 'i1',
  title: 'Số đo mẫu',
  kind: 'share',
  better: 'higher',
  source: 'own-register',
  order: 'a',
  parents: {},
  ...fields,
});

export const aTarget = (fields: Partial<Target> = {}): Target => ({
  plan: 'p1',
  measure: 'm1',
  comparator: '>=',
  order: 'a',
  ...fields,
});

export const aReading = (fields: Partial<Reading> = {}): Reading => ({
  measure: 'm1',
  unit: 'u1',
  agency: 'a1',
  period: '2024',
  activities: {},
  documents: {},
  ...fields,
});

export const judged = (evidence: Partial<Evidence>): Judgement =>
  judge({ measure: aMeasure(), targets: [], readings: [], today: '2031-06-01', ...evidence });

/** A measure with one target in force throughout, and `numerator` of `denominator` read in a year. */
export const judgedShare = (
  measure: Partial<Measure>,
  target: Partial<Target>,
  [numerator, denominator]: readonly [number, number?],
  period = '2024',
): Judgement =>
  judged({
    measure: aMeasure(measure),
    targets: [aTarget(target)],
    readings: [aReading({ numerator, ...(denominator !== undefined && { denominator }), period })],
  });

/** One activity a day that is named, with so many items: `{ '2024-01-05': 2 }`. */
export const newsOn = (days: Readonly<Record<string, number>>): readonly CountableActivity[] =>
  Object.entries(days).map(([day, items]) => ({
    id: day,
    from: day,
    to: day,
    outputs: { 'news-item': items },
    measures: {},
  }));

export const cadence = (every: 'month' | 'quarter' | 'half-year' | 'year', outputs = ['news-item', 'article']) =>
  aMeasure({ kind: 'cadence', cadence: { every, outputs }, source: 'own-log' });

export const tallied = (
  measure: Measure,
  target: Target,
  activities: readonly CountableActivity[],
  range: DayRange,
  today = '2025-02-01',
): Tally => tallyOf({ id: 'm1', fields: measure }, target, activities, range, today);
