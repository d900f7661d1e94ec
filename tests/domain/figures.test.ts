import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOf, totalOf } from '#domain/figures.ts';
import type { Measure } from '#domain/records/measure.ts';

const share: Measure = {
  plan: 'p1',
  indicator: 'i1',
  title: 'Tỷ lệ mẫu',
  kind: 'share',
  better: 'higher',
  source: 'contributes',
  order: 'a',
  parents: {},
};

describe('A figure', () => {
  test('of n in d is never 0 % nor 100 % of nothing', () => {
    expect(figureOf(share, { numerator: 0, denominator: 0 })).toBe('nothing-arose');
    expect(figureOf(share, { numerator: 0, denominator: 4 })).toBe(0);
    expect(figureOf(share, { numerator: 4, denominator: 4 })).toBe(100);
  });

  test('is the sum of both sexes where only they were counted', () => {
    const split = { female: { numerator: 3, denominator: 4 }, male: { numerator: 1, denominator: 4 } };
    expect(figureOf(share, split)).toBe(50);
    expect(figureOf(share, { female: split.female })).toBe('no-figure');
  });

  test('with one decimal is exactly that decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }), (tenths, times) => {
        expect(figureOf(share, { numerator: tenths * times, denominator: 1_000 * times })).toBe(tenths / 10);
      }),
    );
  });
});

describe("A unit's total", () => {
  test('of one agency is what it said', () => {
    const only = { numerator: 3, female: { numerator: 1 } };
    expect(totalOf([only])).toBe(only);
    expect(totalOf([])).toEqual({});
  });

  test('adds wholes and sexes, and leaves out a sex that somebody did not count', () => {
    const first = { numerator: 5, denominator: 9, female: { numerator: 2 }, male: { numerator: 3 } };
    expect(
      totalOf([first, { numerator: 4, denominator: 6, female: { numerator: 1 }, male: { numerator: 3 } }]),
    ).toEqual({
      numerator: 9,
      denominator: 15,
      female: { numerator: 3 },
      male: { numerator: 6 },
    });
    expect(totalOf([first, { numerator: 4, denominator: 6, female: { numerator: 4 } }])).toEqual({
      numerator: 9,
      denominator: 15,
      female: { numerator: 6 },
    });
  });

  test('of something to be done is done when everyone did it', () => {
    expect(totalOf([{ done: true }, { done: true }])).toEqual({ done: true });
    expect(totalOf([{ done: true }, { done: false }])).toEqual({ done: false });
    expect(totalOf([{ done: true }, {}])).toEqual({ done: false });
  });

  test('is the sum of its parts in any order', () => {
    const part = fc.record({ numerator: fc.nat({ max: 1e6 }), denominator: fc.nat({ max: 1e6 }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const sum = (amount: 'numerator' | 'denominator') => parts.reduce((total, one) => total + one[amount], 0);
        expect(totalOf(parts)).toEqual({ numerator: sum('numerator'), denominator: sum('denominator') });
      }),
    );
  });
});
