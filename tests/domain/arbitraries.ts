/** What the property tests of the domain draw from. */
import fc from 'fast-check';
import { addDays } from '#domain/dates.ts';
import type { Activity } from '#domain/records/activity.ts';
import { MeasureKind, readingId, type Measure, type Reading } from '#domain/records/measure.ts';
import type { Plan } from '#domain/records/plan.ts';

export const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1970-01-01', n));

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '' && text.length <= 40);
const codes = fc.stringMatching(/^[a-z0-9-]{1,12}$/u);
const counts = fc.integer({ min: 0, max: 1_000_000 });
const amounts = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value + 0);
const marks = fc.dictionary(codes, fc.constant(true as const), { maxKeys: 3, noNullPrototype: true });
const parts = fc.record({ numerator: amounts, denominator: amounts }, { requiredKeys: ['numerator'] });

export const activities: fc.Arbitrary<Activity> = fc.record(
  {
    title: words,
    type: codes,
    from: days,
    to: days,
    agency: codes,
    place: words,
    narrative: words,
    female: counts,
    male: counts,
    minority: counts,
    cost: counts,
    outputs: fc.dictionary(codes, fc.integer({ min: 1, max: 500 }), { maxKeys: 3, noNullPrototype: true }),
    topics: marks,
    partners: marks,
    tasks: marks,
    measures: marks,
    campaigns: marks,
    attachments: marks,
  },
  {
    requiredKeys: [
      ...(['title', 'type', 'from', 'to', 'agency', 'outputs', 'topics', 'partners', 'tasks'] as const),
      ...(['measures', 'campaigns', 'attachments'] as const),
    ],
  },
);

export const measures: fc.Arbitrary<Measure> = fc.record(
  {
    plan: codes,
    indicator: codes,
    title: words,
    kind: fc.constantFrom(...MeasureKind.options),
    better: fc.constantFrom('higher', 'lower', 'none'),
    source: fc.constantFrom('own-log', 'own-register', 'contributes', 'from-above', 'not-applicable'),
    order: fc.stringMatching(/^[0-9A-Za-z]{1,8}$/u),
    per: fc.constantFrom(1, 100, 1_000),
    guarded: fc.boolean(),
    cadence: fc.record({
      every: fc.constantFrom('month', 'quarter', 'half-year', 'year'),
      outputs: fc.array(codes, { maxLength: 3 }),
    }),
    baseline: fc.record({ value: amounts, year: fc.integer({ min: 1990, max: 2100 }) }, { requiredKeys: ['value'] }),
    conditions: fc.array(words, { maxLength: 3 }),
    against: fc.constantFrom('period-before', 'last-year'),
    pointsTo: fc.record({ plan: words, indicator: words }),
    parents: fc.dictionary(codes, fc.integer({ min: 1, max: 9 }), { maxKeys: 2, noNullPrototype: true }),
  },
  { requiredKeys: ['plan', 'indicator', 'title', 'kind', 'better', 'source', 'order', 'parents'] },
);

export const readings: fc.Arbitrary<Reading> = fc.record(
  {
    measure: codes,
    unit: codes,
    agency: codes,
    period: fc.constantFrom('2024', '2024-H1', '2024-Q4', '2024-11'),
    numerator: amounts,
    denominator: amounts,
    female: parts,
    male: parts,
    done: fc.boolean(),
    note: words,
    evidence: words,
    outlier: words,
    checked: words,
    activities: marks,
    documents: marks,
  },
  { requiredKeys: ['measure', 'unit', 'agency', 'period', 'activities', 'documents'] },
);

export const plans: fc.Arbitrary<Plan> = fc.record(
  {
    kind: fc.constantFrom('plan', 'letter', 'resolution'),
    title: words,
    issuer: words,
    from: days,
    to: days,
    parents: fc.constantFrom(
      {},
      { 'abc/issued~p1': true as const },
      { 'abc/issued~p1': true as const, x: true as const },
    ),
    number: words,
    date: fc.constantFrom('2024', '2024-02', '2024-02-20'),
    purposes: fc.array(words, { maxLength: 3 }),
    funding: fc.array(fc.record({ text: words, line: fc.integer({ min: 1, max: 400 }) }, { requiredKeys: ['text'] }), {
      maxLength: 3,
    }),
    complete: fc.boolean(),
    governing: fc.dictionary(codes, fc.record({ rule: words, reason: words }, { requiredKeys: ['rule'] }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  },
  { requiredKeys: ['kind', 'title', 'issuer', 'from', 'to', 'parents', 'governing'] },
);

export const idOfReading = (reading: Reading): string => readingId(reading);
