import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOfPositions, type Position } from '#sync/positions.ts';

const position: Position = {
  scope: 'commune-1/work',
  replica: 'token-of-12c',
  epoch: 'epoch',
  done: 7,
  gcSeq: 2,
  ackN: 3,
  ackH: 99,
  xSeen: 1,
};

describe('the sum of all positions', () => {
  test('does not depend on their order, and is never 0', () => {
    const other: Position = { ...position, scope: 'root/units' };
    expect(sumOfPositions([position, other])).toBe(sumOfPositions([other, position]));
    expect(sumOfPositions([])).toBeGreaterThan(0);
  });

  test.each<Partial<Position>>([
    { scope: 'commune-2/work' },
    { replica: 'another-12ch' },
    { epoch: 'later' },
    { done: 8 },
    { gcSeq: 3 },
    { ackN: 4 },
    { ackH: 98 },
    { xSeen: 2 },
  ])('is another when one of them has %j', (change) => {
    expect(sumOfPositions([{ ...position, ...change }])).not.toBe(sumOfPositions([position]));
  });

  test('stays a whole number that every computer holds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (done, epoch) => {
        const sum = sumOfPositions([{ ...position, done, epoch }]);
        expect(Number.isSafeInteger(sum) && sum > 0).toBe(true);
      }),
    );
  });
});
