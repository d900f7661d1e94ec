/**
 * What no figure may change a judgement by: how it is rounded for display, in which unit it is told, and in which order
 * targets, readings and activities happen to come.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inUnitOf } from '#domain/comparing.ts';
import { addDays } from '#domain/dates.ts';
import { addExactly, shareExactly } from '#domain/exact.ts';
import { formatPercent } from '#domain/numbers.ts';
import type { Target } from '#domain/records/measure.ts';
import { aMeasure, aReading, aTarget, cadence, judged, tallied } from './samples.ts';

const comparators = fc.constantFrom<Target['comparator']>('>=', '>', '<=', '<', '=');
const counts = fc.integer({ min: 0, max: 100_000 });
const wholes = fc.integer({ min: 1, max: 100_000 });

/** Whether numerator × per / denominator stands so to value / 1,000, reckoned in whole numbers alone. */
const holds = (comparator: Target['comparator'], n: number, d: number, per: number, thousandths: number): boolean => {
  const [left, right] = [BigInt(n) * BigInt(per) * 1_000n, BigInt(thousandths) * BigInt(d)];
  if (comparator === '>=') return left >= right;
  if (comparator === '>') return left > right;
  if (comparator === '<=') return left <= right;
  return comparator === '<' ? left < right : left === right;
};

const stateOf = (per: 100 | 1_000 | 10_000 | 100_000, target: Partial<Target>, n: number, d: number) =>
  judged({
    measure: aMeasure({ per }),
    targets: [aTarget(target)],
    readings: [aReading({ numerator: n, denominator: d })],
  }).state;

describe('A judgement', () => {
  test('is that of the exact numbers, whatever a rounded figure looks like', () => {
    fc.assert(
      fc.property(
        comparators,
        counts,
        wholes,
        fc.integer({ min: 0, max: 120_000 }),
        (comparator, n, d, thousandths) => {
          const value = thousandths / 1_000;
          expect(stateOf(100, { comparator, value }, n, d) === 'met').toBe(holds(comparator, n, d, 100, thousandths));
        },
      ),
      { numRuns: 500 },
    );
    // 59,996% is shown as 60% and has not reached it.
    expect(formatPercent(shareExactly(14_999, 25_000, 100), 0)).toBe('60%');
    expect(stateOf(100, { value: 60 }, 14_999, 25_000)).toBe('not-met');
  });

  test('is the same per 100 as per 1,000, 10,000 and 100,000 of the same thing', () => {
    const pers = [100, 1_000, 10_000, 100_000] as const;
    fc.assert(
      fc.property(comparators, counts, wholes, fc.integer({ min: 0, max: 2_000 }), (comparator, n, d, tenths) => {
        const states = pers.map((per) => {
          const value = inUnitOf(tenths / 10, aMeasure({ per: 100 }), aMeasure({ per }));
          return stateOf(per, { comparator, ...(value !== undefined && { value }) }, n, d);
        });
        expect(new Set(states).size).toBe(1);
      }),
    );
  });

  test('is the same for a numerator and a denominator told in tenths', () => {
    fc.assert(
      fc.property(comparators, counts, wholes, fc.integer({ min: 0, max: 200 }), (comparator, n, d, value) => {
        expect(stateOf(100, { comparator, value }, n / 10, d / 10)).toBe(stateOf(100, { comparator, value }, n, d));
      }),
    );
  });

  test('does not hang on the order of targets and readings', () => {
    const targets = fc.uniqueArray(
      fc.record({
        comparator: comparators,
        value: fc.integer({ min: 0, max: 100 }),
        byYear: fc.integer({ min: 2021, max: 2030 }),
      }),
      { selector: ({ byYear }) => byYear, maxLength: 4 },
    );
    const readings = fc.uniqueArray(
      fc.record({
        agency: fc.constantFrom('a1', 'a2', 'a3'),
        period: fc.constantFrom('2023', '2024', '2024-H1', '2024-Q2', '2025'),
        numerator: fc.integer({ min: 0, max: 50 }),
        denominator: fc.integer({ min: 0, max: 50 }),
      }),
      { selector: ({ agency, period }) => agency + period, maxLength: 8 },
    );
    fc.assert(
      fc.property(targets, readings, fc.infiniteStream(fc.nat()), (asked, read, salt) => {
        const shuffled = <T>(items: readonly T[]): readonly T[] =>
          items
            .map((item) => [salt.next().value as number, item] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, item]) => item);
        const evidence = (some: readonly (typeof asked)[number][], others: readonly (typeof read)[number][]) =>
          judged({ targets: some.map((one) => aTarget(one)), readings: others.map((one) => aReading(one)) });
        expect(evidence(shuffled(asked), shuffled(read))).toEqual(evidence(asked, read));
      }),
    );
  });

  test('of two targets for one year is by the one that the plan names first, however they come', () => {
    const strict = aTarget({ comparator: '>', value: 60, byYear: 2024, order: 'a' });
    const mild = aTarget({ comparator: '>=', value: 50, byYear: 2024, order: 'b' });
    const holding = (order: string, value: number) => aTarget({ value, order });
    const at = (targets: readonly Target[]) =>
      judged({ targets, readings: [aReading({ numerator: 55, denominator: 100 })] }).target;
    expect([at([strict, mild]), at([mild, strict])]).toEqual([strict, strict]);
    expect(at([holding('b', 1), holding('a', 2)])?.value).toBe(2);
  });

  test('does not hang on the order of activities, nor on one that comes twice', () => {
    const activities = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,4}$/u),
        day: fc.integer({ min: 0, max: 365 }),
        items: fc.integer({ min: 0, max: 5 }),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(activities, fc.constantFrom('month', 'quarter', 'half-year', 'year'), (drawn, every) => {
        const log = drawn.map(({ id, day, items }) => {
          const on = addDays('2024-01-01', day);
          return { id, from: on, to: on, outputs: { 'news-item': items }, measures: {} };
        });
        const tally = (some: typeof log) =>
          tallied(cadence(every), aTarget({ value: 2 }), some, { from: '2024-01-01', to: '2024-12-31' }).periods;
        expect(tally([...log, ...log].toReversed())).toEqual(tally(log));
      }),
    );
  });
});

describe('Decimals', () => {
  test.each([
    [0.1, 0.2, 0.3],
    [1.005, 0.01, 1.015],
    [99.6, -99.5, 0.1],
    [0.0000001, 1, 1.0000001],
  ])('%d and %d make %d, and not a hair more', (a, b, sum) => {
    expect(addExactly(a, b)).toBe(sum);
  });

  test('divide as they are written: 0,3 of 0,1 is three times', () => {
    expect(0.3 / 0.1).not.toBe(3);
    expect(shareExactly(0.3, 0.1, 1)).toBe(3);
    expect(shareExactly(2.55, 1.5, 1)).toBe(1.7);
  });
});
