import { describe, expect, test } from 'vitest';
import type { Target } from '#domain/records/measure.ts';
import { nextTargetAfter, reaches, targetInForce } from '#domain/targets.ts';

const aTarget = (fields: Partial<Target>): Target => ({
  plan: 'p1',
  measure: 'm1',
  comparator: '>=',
  order: 'a',
  ...fields,
});
const by2025 = aTarget({ value: 60, byYear: 2025 });
const by2030 = aTarget({ value: 75, byYear: 2030 });
const always = aTarget({ value: 50 });
const from2025 = aTarget({ value: 1, fromYear: 2025 });
const from2027 = aTarget({ value: 2, fromYear: 2027 });

/** What is in force in a year, and what comes next. */
const around = (targets: readonly Target[], year: number) => {
  const day = `${year}-06-30`;
  const current = targetInForce(targets, day);
  return [current, nextTargetAfter(targets, current, day)];
};

describe('The target in force', () => {
  test.each<[string, readonly Target[], number, Target | undefined, Target | undefined]>([
    ['the next milestone ahead', [by2030, by2025], 2023, by2025, by2030],
    ['a milestone in its own year', [by2030, by2025], 2025, by2025, by2030],
    ['the following milestone the year after', [by2030, by2025], 2026, by2030, undefined],
    ['the last milestone after all are past', [by2030, by2025], 2031, by2030, undefined],
    ['one without a year, always', [always], 2023, always, undefined],
    ['a milestone ahead before one without a year', [always, by2025], 2023, by2025, undefined],
    ['one without a year once the milestones are past', [by2025, always], 2026, always, undefined],
    ['nothing before the first year', [from2025], 2024, undefined, from2025],
    ['one from its first year on', [from2025], 2025, from2025, undefined],
    ['the latest of several that began', [from2025, from2027], 2028, from2027, undefined],
    ['the earlier one until the later begins', [from2027, from2025], 2026, from2025, from2027],
    ['what must hold now before what comes later', [by2030, from2025], 2026, from2025, by2030],
    [
      'no milestone before its span begins',
      [{ ...by2030, fromYear: 2026 }],
      2025,
      undefined,
      { ...by2030, fromYear: 2026 },
    ],
    ['nothing at all', [], 2024, undefined, undefined],
  ])('is %s', (_, targets, year, current, next) => {
    expect(around(targets, year)).toEqual([current, next]);
  });

  test('ends with its last year', () => {
    const span = aTarget({ value: 1, fromYear: 2025, toYear: 2027 });
    expect(targetInForce([span], '2027-12-31')).toBe(span);
    expect(targetInForce([span], '2028-01-01')).toBeUndefined();
  });
});

describe('A value', () => {
  test.each<[Target['comparator'], boolean, boolean, boolean]>([
    ['>=', false, true, true],
    ['>', false, false, true],
    ['range', false, true, true],
    ['<=', true, true, false],
    ['<', true, false, false],
    ['=', false, true, false],
  ])('reaches "%s 5": 4 %s, 5 %s, 6 %s', (comparator, four, five, six) => {
    const target = aTarget({ comparator, value: 5 });
    expect([4, 5, 6].map((value) => reaches(target, value))).toEqual([four, five, six]);
  });

  test.each<[Target['comparator'], boolean, boolean, boolean, boolean]>([
    ['>=', false, true, true, true],
    ['>', false, false, true, true],
    ['range', false, true, true, true],
    ['<=', true, true, true, false],
    ['<', true, true, false, false],
    ['=', false, true, true, false],
  ])('reaches "about %s 5, give or take 1": 3 %s, 4 %s, 6 %s, 7 %s', (comparator, ...expected) => {
    const target = aTarget({ comparator, value: 5, approximate: true, tolerance: 1 });
    expect([3, 4, 6, 7].map((value) => reaches(target, value))).toEqual(expected);
  });

  test('is done or not', () => {
    expect([0, 1].map((value) => reaches(aTarget({ comparator: 'yes' }), value))).toEqual([false, true]);
  });

  test('cannot reach a target that was not set', () => {
    expect(reaches(aTarget({}), 5)).toBeUndefined();
  });
});
