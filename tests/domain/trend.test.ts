/** Figures one after the other: each by the target of its own period, and beside it the same period of the year before. */
import { describe, expect, test } from 'vitest';
import { trendOf } from '#domain/trend.ts';
import { aMeasure, aReading, aTarget } from './samples.ts';

const today = '2026-06-01';
const read = (period: string, numerator: number, agency = 'a1') =>
  aReading({ period, agency, numerator, denominator: 100 });

describe('A trend', () => {
  test('judges each figure by the milestone of its own period', () => {
    const targets = [aTarget({ value: 60, byYear: 2025 }), aTarget({ value: 75, byYear: 2030, order: 'b' })];
    const readings = [read('2026', 62), read('2024', 62), read('2025', 58)];
    const trend = trendOf({ measure: aMeasure(), targets, readings, today });
    expect(trend.map(({ period, judgement }) => [period, judgement.target?.byYear, judgement.state])).toEqual([
      ['2024', 2025, 'met'],
      ['2025', 2025, 'not-met'],
      ['2026', 2030, 'not-due'],
    ]);
  });

  test('compares a period with the same one a year before, and with no other', () => {
    const readings = [read('2023-Q4', 40), read('2024-Q3', 50), read('2024-Q4', 43), read('2023', 41)];
    const trend = trendOf({ measure: aMeasure(), targets: [], readings, today });
    expect(trend.map(({ period, lastYear, change }) => [period, lastYear, change])).toEqual([
      ['2023-Q4', undefined, undefined],
      ['2023', undefined, undefined],
      ['2024-Q3', undefined, undefined],
      ['2024-Q4', 40, 3],
    ]);
  });

  test('has no change from or to what did not arise', () => {
    const nothing = aReading({ period: '2023', nothing: true });
    const [, now] = trendOf({ measure: aMeasure(), targets: [], readings: [nothing, read('2024', 40)], today });
    expect(now).toMatchObject({ figure: 40, lastYear: 'nothing-arose' });
    expect(now).not.toHaveProperty('change');
  });

  test('speaks with the leading agency’s figures in both years', () => {
    const readings = [read('2023', 30, 'lead'), read('2023', 99, 'other'), read('2024', 35, 'lead')];
    const speakers = new Set(['lead']);
    const [, now] = trendOf({ measure: aMeasure(), targets: [], readings, speakers, today });
    expect(now).toMatchObject({ figure: 35, lastYear: 30, change: 5 });
  });

  test('is told in exact numbers: 0,3 less 0,1 is 0,2', () => {
    const rate = aMeasure({ kind: 'direction' });
    const readings = [aReading({ period: '2023', numerator: 0.1 }), aReading({ period: '2024', numerator: 0.3 })];
    expect(trendOf({ measure: rate, targets: [], readings, today })[1]?.change).toBe(0.2);
  });
});
