import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetSteps, sumsByFund, sumsOf } from '#domain/budget-sums.ts';

const lines = fc.array(
  fc.record(
    {
      fund: fc.constantFrom('commune-budget', 'community', 'target-programme'),
      estimate: fc.nat(1e12),
      appraised: fc.nat(1e12),
      approved: fc.nat(1e12),
      settled: fc.nat(1e12),
    },
    { requiredKeys: ['fund'] },
  ),
  { maxLength: 40 },
);

describe('The sums of a budget', () => {
  test('by source add up to those of all sources, line for line and đồng for đồng', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const whole = sumsOf('', all);
        const parts = sumsByFund(all);
        expect(parts.reduce((sum, part) => sum + part.lines, 0)).toBe(all.length);
        for (const step of budgetSteps) {
          expect(parts.reduce((sum, part) => sum + part.steps[step].lines, 0)).toBe(whole.steps[step].lines);
          expect(parts.reduce((sum, part) => sum + (part.steps[step].sum ?? 0), 0)).toBe(whole.steps[step].sum ?? 0);
        }
      }),
    );
  });

  test('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(sumsOf('', all.toReversed())).toEqual(sumsOf('', all));
      }),
    );
  });

  test('tell a step that nobody has reached from one that came to nothing', () => {
    const { steps } = sumsOf('', [{ fund: 'community', estimate: 0 }, { fund: 'community' }]);
    expect(steps.estimate).toEqual({ sum: 0, lines: 1 });
    expect(steps.settled).toEqual({ sum: undefined, lines: 0 });
  });
});
