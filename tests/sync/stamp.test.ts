import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareStamps,
  FIRST_STAMP,
  isTooFarAhead,
  laterStamp,
  MAX_AHEAD_MS,
  MAX_CTR,
  nextStamp,
  type Stamp,
} from '#sync/stamp.ts';

const stamps: fc.Arbitrary<Stamp> = fc.record({
  ms: fc.nat(1_000),
  ctr: fc.oneof(fc.nat(3), fc.constantFrom(MAX_CTR - 1, MAX_CTR)),
});

describe('a stamp', () => {
  test('is greater than the one before it, whatever the clock says', () => {
    fc.assert(
      fc.property(stamps, fc.integer({ min: -1_000, max: 2_000 }), (last, now) => {
        const next = nextStamp(last, now);
        expect(compareStamps(next, last)).toBeGreaterThan(0);
        expect(next.ms).toBeGreaterThanOrEqual(now);
        expect(next.ctr).toBeLessThanOrEqual(MAX_CTR);
      }),
    );
  });

  test('is the time itself when time has passed', () => {
    expect(nextStamp(FIRST_STAMP, 5)).toEqual({ ms: 5, ctr: 0 });
  });

  test('borrows the next millisecond when its own is full', () => {
    expect(nextStamp({ ms: 5, ctr: MAX_CTR }, 5)).toEqual({ ms: 6, ctr: 0 });
  });

  test('is too far ahead only beyond the minute that clocks may differ', () => {
    expect(isTooFarAhead({ ms: MAX_AHEAD_MS, ctr: 9 }, 0)).toBe(false);
    expect(isTooFarAhead({ ms: MAX_AHEAD_MS + 1, ctr: 0 }, 0)).toBe(true);
  });
});

describe('the later of two stamps', () => {
  test('is neither of them less than', () => {
    fc.assert(
      fc.property(stamps, stamps, (a, b) => {
        const later = laterStamp(a, b);
        expect(later).toEqual(laterStamp(b, a));
        expect(compareStamps(later, a)).toBeGreaterThanOrEqual(0);
        expect(compareStamps(later, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
