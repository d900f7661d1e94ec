import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retryDelayMs } from '#sync/retry.ts';

const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the delay before a retry', () => {
  test('doubles from a second to five minutes', () => {
    expect([1, 2, 3, 9, 10, 50].map((attempt) => retryDelayMs(attempt, 0) * 2)).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
  });

  test('is spread over the second half of its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), chances, (attempt, chance) => {
        const least = retryDelayMs(attempt, 0);
        const delay = retryDelayMs(attempt, chance);
        expect(delay >= least && delay <= 2 * least).toBe(true);
      }),
    );
  });
});
