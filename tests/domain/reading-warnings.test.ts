/** Which reading a figure is compared with before it is called strange. */
import { describe, expect, test } from 'vitest';
import { lastBefore, readingWarnings } from '#domain/reading-warnings.ts';
import { aReading } from './samples.ts';

describe('The reading before', () => {
  const kept = ['2023', '2023-Q4', '2024-Q1', '2024-Q2', '2024-H1', '2024-Q4'].map((period) => aReading({ period }));

  test('is the last one of a period of the same length', () => {
    expect(lastBefore(kept, '2024-Q3')?.period).toBe('2024-Q2');
    expect(lastBefore(kept, '2024-Q2')?.period).toBe('2024-Q1');
    expect(lastBefore(kept, '2024')?.period).toBe('2023');
  });

  test('is none when only other lengths, or later ones, are there', () => {
    expect(lastBefore(kept, '2023')).toBeUndefined();
    expect(lastBefore(kept, '2024-H1')).toBeUndefined();
    expect(lastBefore(kept, '2024-11')).toBeUndefined();
  });
});

test('Sexes that were entered without their sum are added before they are called strange', () => {
  const now = { female: { numerator: 300 }, male: { numerator: 200 } };
  expect(readingWarnings(now, { numerator: 50 })).toEqual([
    { field: 'numerator', problem: { code: 'reading/outlier', previous: 50, times: 10 } },
  ]);
});
