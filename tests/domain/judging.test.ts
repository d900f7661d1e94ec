import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, judgeIndicator, type Evidence, type JudgedState } from '#domain/judging.ts';
import type { Measure, Reading, Target } from '#domain/records/measure.ts';

const aMeasure = (fields: Partial<Measure> = {}): Measure => ({
  plan: 'p1',
  indicator: 'i1',
  title: 'Tỷ lệ mẫu',
  kind: 'share',
  per: 100,
  better: 'higher',
  source: 'own-register',
  order: 'a',
  parents: {},
  ...fields,
});
const aTarget = (fields: Partial<Target>): Target => ({
  plan: 'p1',
  measure: 'm1',
  comparator: '>=',
  order: 'a',
  ...fields,
});
const aReading = (fields: Partial<Reading>): Reading => ({
  measure: 'm1',
  unit: 'u1',
  agency: 'a1',
  period: '2024',
  activities: {},
  documents: {},
  ...fields,
});
const judged = (evidence: Partial<Evidence>) =>
  judge({ measure: aMeasure(), targets: [], readings: [], today: '2024-11-21', ...evidence });

/** One figure, n of d in a year, against one target. */
const stateOf = (
  measure: Partial<Measure>,
  target: Partial<Target>,
  [numerator, denominator]: [number, number],
  period = '2021',
) =>
  judged({
    measure: aMeasure(measure),
    targets: [aTarget(target)],
    readings: [aReading({ numerator, denominator, period })],
  }).state;

describe('Judging a figure', () => {
  test('acceptance 5: 109 boys to 100 girls meets 000; 110 fails it, meets 002 by 2025 and fails 002 by 2030', () => {
    const sexRatio: Partial<Measure> = { kind: 'ratio', better: 'lower' };
    const by = (value: number, byYear: number): Partial<Target> => ({ comparator: '<=', value, byYear });
    expect(stateOf(sexRatio, by(109, 2021), [109, 100])).toBe('met');
    expect(stateOf(sexRatio, by(109, 2021), [110, 100])).toBe('not-met');
    expect(stateOf(sexRatio, by(111, 2025), [110, 100], '2025')).toBe('met');
    expect(stateOf(sexRatio, by(109, 2030), [110, 100], '2030')).toBe('not-met');
  });

  test('acceptance 6: maternal deaths of 2 per 10 000 fail "dưới 02", 1,9 pass; 25 per 100 000 pass 2025, fail 2030', () => {
    const under2: Partial<Target> = { comparator: '<', value: 2, byYear: 2021 };
    expect(stateOf({ per: 10_000 }, under2, [2, 10_000])).toBe('not-met');
    expect(stateOf({ per: 10_000 }, under2, [19, 100_000])).toBe('met');
    expect(stateOf({ per: 100_000 }, { comparator: '<=', value: 25, byYear: 2025 }, [25, 100_000], '2025')).toBe('met');
    expect(stateOf({ per: 100_000 }, { comparator: '<', value: 25, byYear: 2030 }, [25, 100_000], '2030')).toBe(
      'not-met',
    );
  });

  test('acceptance 7: 30,0 % in farming meets 000 and fails 002; 33,0 % women PhDs fail "trên 33 %", 33,1 % pass', () => {
    expect(stateOf({}, { comparator: '<=', value: 30, byYear: 2021 }, [300, 1000])).toBe('met');
    expect(stateOf({}, { comparator: '<', value: 30, byYear: 2025 }, [300, 1000], '2025')).toBe('not-met');
    expect(stateOf({}, { comparator: '>', value: 33, byYear: 2021 }, [330, 1000])).toBe('not-met');
    expect(stateOf({}, { comparator: '>', value: 33, byYear: 2021 }, [331, 1000])).toBe('met');
  });

  test('acceptance 8: 0 of 0 is "không phát sinh", 1 of 1 passes, 9 of 10 fails 100 % and passes 80 % and 90 %', () => {
    const all: Partial<Target> = { value: 100, byYear: 2021 };
    expect(stateOf({}, all, [0, 0])).toBe('nothing-arose');
    expect(judged({ readings: [aReading({ numerator: 0, denominator: 0 })] })).not.toHaveProperty('value');
    expect(judged({ readings: [aReading({ nothing: true })], targets: [aTarget(all)] }).state).toBe('nothing-arose');
    expect(stateOf({}, all, [1, 1])).toBe('met');
    expect(stateOf({}, all, [9, 10])).toBe('not-met');
    expect(stateOf({}, { value: 80, byYear: 2025 }, [9, 10], '2025')).toBe('met');
    expect(stateOf({}, { value: 90, byYear: 2030 }, [9, 10], '2030')).toBe('met');
  });

  test('acceptance 9: 62 % in 2024 has reached the 60 % of 2025; in 2026 it faces the 75 % of 2030 and is not due', () => {
    const [sixty, seventyFive] = [aTarget({ value: 60, byYear: 2025 }), aTarget({ value: 75, byYear: 2030 })];
    const at = (period: string) =>
      judged({ targets: [seventyFive, sixty], readings: [aReading({ numerator: 62, denominator: 100, period })] });
    expect(at('2024')).toMatchObject({ state: 'met', value: 62, target: sixty, gap: 2, nextTarget: seventyFive });
    expect(at('2026')).toMatchObject({ state: 'not-due', target: seventyFive, gap: -13 });
    expect(at('2026')).not.toHaveProperty('nextTarget');
    expect(at('2025')).toMatchObject({ state: 'met', target: sixty });
    expect(at('2030').state).toBe('not-met');
    expect(at('2031')).toMatchObject({ state: 'not-met', target: seventyFive });
  });

  test('acceptance 10: boys 99,7 and girls 99,5 fail 99,6 each, although both together may pass', () => {
    const evidence = (girls: number): Partial<Evidence> => ({
      measure: aMeasure({ kind: 'both-sexes', splitBy: 'sex' }),
      targets: [aTarget({ value: 99.6, byYear: 2024 })],
      readings: [
        aReading({
          male: { numerator: 1994, denominator: 2000 },
          female: { numerator: girls, denominator: 1000 },
        }),
      ],
    });
    const failed = judged(evidence(995));
    expect(failed).toMatchObject({ state: 'not-met', bySex: { male: 99.7, female: 99.5 } });
    expect(failed.value).toBeGreaterThan(99.6);
    expect(judged(evidence(996)).state).toBe('met');
  });

  test('acceptance 11: 7 of 10 organisations were informed and committed: 70 % fails 80 %', () => {
    const [informed, committed, both] = [9, 8, 7];
    expect(Math.min(informed, committed)).toBeGreaterThan(both);
    expect(stateOf({}, { value: 80, byYear: 2021 }, [both, 10])).toBe('not-met');
    expect(stateOf({}, { value: 80, byYear: 2021 }, [8, 10])).toBe('met');
  });

  test('acceptance 12: from a baseline of 23, a value of 20 is 60 % of the way to 18', () => {
    const found = judged({
      measure: aMeasure({ per: 1_000, better: 'lower', baseline: { value: 23 } }),
      targets: [aTarget({ comparator: '<=', value: 18, byYear: 2025 })],
      readings: [aReading({ numerator: 20, denominator: 1_000 })],
    });
    expect(found).toMatchObject({ state: 'not-due', value: 20, gap: 2 });
    expect(found.progress).toBeCloseTo(0.6, 12);
  });

  test('tells no progress from a baseline that is the target already', () => {
    const found = judged({
      measure: aMeasure({ baseline: { value: 109 } }),
      targets: [aTarget({ comparator: '<=', value: 109 })],
      readings: [aReading({ numerator: 108, denominator: 100 })],
    });
    expect(found).toMatchObject({ state: 'met', gap: -1 });
    expect(found).not.toHaveProperty('progress');
  });

  test('takes a multiple as "lần", and a share as percent where nothing else is said', () => {
    const { per: _, ...bare } = aMeasure();
    const readings = [aReading({ numerator: 17, denominator: 10 })];
    expect(judged({ measure: { ...bare, kind: 'multiple' }, readings }).value).toBe(1.7);
    expect(judged({ measure: { ...bare, kind: 'ratio' }, readings }).value).toBe(170);
  });

  test('uses the unrounded value', () => {
    expect(stateOf({}, { value: 60, byYear: 2021 }, [59_999, 100_000])).toBe('not-met');
    expect(stateOf({}, { value: 99.6, byYear: 2021 }, [996, 1000])).toBe('met');
  });

  test('takes a range as its floor, never as a cap', () => {
    const range: Partial<Target> = { comparator: 'range', value: 1, max: 2, byYear: 2021 };
    expect(stateOf({ kind: 'count' }, range, [0, 1])).toBe('not-met');
    expect(stateOf({ kind: 'count' }, range, [1, 1])).toBe('met');
    expect(stateOf({ kind: 'count' }, range, [3, 1])).toBe('met');
  });

  test('gives way on an approximate target as far as the declared tolerance, and no further', () => {
    const about: Partial<Target> = { value: 65, byYear: 2021, approximate: true };
    expect(stateOf({}, about, [64, 100])).toBe('not-met');
    expect(stateOf({}, { ...about, tolerance: 1 }, [64, 100])).toBe('met');
    expect(stateOf({}, { ...about, tolerance: 1 }, [63, 100])).toBe('not-met');
    expect(stateOf({}, { ...about, approximate: false, tolerance: 1 }, [64, 100])).toBe('not-met');
    expect(stateOf({}, { ...about, comparator: '=', tolerance: 1 }, [67, 100])).toBe('not-met');
    expect(stateOf({}, { ...about, comparator: '=', tolerance: 1 }, [66, 100])).toBe('met');
    expect(stateOf({}, { ...about, comparator: '<=', tolerance: 1 }, [66, 100])).toBe('met');
  });

  test('judges a yes-no by what was said', () => {
    const evidence = (done: boolean, period = '2024'): Partial<Evidence> => ({
      measure: aMeasure({ kind: 'yes-no' }),
      targets: [aTarget({ comparator: 'yes', byYear: 2024 })],
      readings: [aReading({ done, period })],
    });
    expect(judged(evidence(true)).state).toBe('met');
    expect(judged(evidence(false)).state).toBe('not-met');
    expect(judged(evidence(false, '2023')).state).toBe('not-due');
  });
});

describe('The target in force', () => {
  const from2025 = aTarget({ comparator: 'yes', fromYear: 2025 });
  const yesNo = aMeasure({ kind: 'yes-no' });

  test('"từ năm 2025 trở đi" is not due before 2025 and holds in every year after', () => {
    const at = (period: string, done: boolean) =>
      judged({ measure: yesNo, targets: [from2025], readings: [aReading({ done, period })] });
    expect(at('2024', false)).toMatchObject({ state: 'not-due', nextTarget: from2025 });
    expect(at('2025', false)).toMatchObject({ state: 'not-met', target: from2025 });
    expect(at('2029', true).state).toBe('met');
    expect(judged({ measure: yesNo, targets: [from2025] }).state).toBe('not-due');
  });

  test('a count to be reached and then kept is judged in each later year', () => {
    const targets = [aTarget({ value: 1, byYear: 2025 }), aTarget({ value: 1, fromYear: 2026, toYear: 2030 })];
    const at = (period: string) =>
      judged({ measure: aMeasure({ kind: 'count' }), targets, readings: [aReading({ numerator: 0, period })] });
    expect(at('2024')).toMatchObject({ state: 'not-due', target: targets[0], nextTarget: targets[1] });
    expect(at('2025').state).toBe('not-met');
    expect(at('2027')).toMatchObject({ state: 'not-met', target: targets[1] });
  });

  test('without a year holds for the whole plan', () => {
    expect(stateOf({}, { value: 50 }, [40, 100], '2027')).toBe('not-met');
    expect(stateOf({}, { value: 50 }, [50, 100], '2027')).toBe('met');
  });

  test('is not due for a part of its own year while that year runs', () => {
    const evidence = (today: string): Partial<Evidence> => ({
      targets: [aTarget({ value: 50, byYear: 2024 })],
      readings: [aReading({ numerator: 40, denominator: 100, period: '2024-H1' })],
      today,
    });
    expect(judged(evidence('2024-12-31')).state).toBe('not-due');
    expect(judged(evidence('2025-01-01')).state).toBe('not-met');
  });

  test('that has no value yet judges nothing', () => {
    expect(stateOf({}, {}, [40, 100])).toBe('not-assigned');
    expect(judged({ readings: [aReading({ numerator: 4, denominator: 10 })] })).toMatchObject({
      state: 'not-due',
      value: 40,
    });
  });
});

describe('A measure without a figure', () => {
  test('says so', () => {
    expect(judged({ targets: [aTarget({ value: 50, byYear: 2024 })] }).state).toBe('no-figure');
    expect(judged({ readings: [aReading({ numerator: 5 })] }).state).toBe('no-figure');
    expect(judged({ readings: [aReading({ numerator: 5, denominator: 0 })] }).state).toBe('no-figure');
  });

  test('has no figure while a target holds, although another follows', () => {
    const targets = [aTarget({ value: 50, byYear: 2025 }), aTarget({ value: 60, byYear: 2030 })];
    expect(judged({ targets })).toEqual({ state: 'no-figure', target: targets[0], nextTarget: targets[1] });
  });

  test('waits for the level above when it comes from there, and is judged once it came', () => {
    const fromAbove = aMeasure({ source: 'from-above' });
    const targets = [aTarget({ value: 50, byYear: 2024 })];
    expect(judged({ measure: fromAbove, targets }).state).toBe('from-above');
    expect(judged({ measure: fromAbove, targets, readings: [aReading({ numerator: 6, denominator: 10 })] }).state).toBe(
      'met',
    );
  });

  test('is guarded when the measure is, whatever was read', () => {
    const found = judged({
      measure: aMeasure({ guarded: true, baseline: { value: 1 } }),
      targets: [aTarget({ value: 50, byYear: 2024 })],
      readings: [aReading({ numerator: 3, denominator: 4 })],
    });
    expect(found.state).toBe('guarded');
    for (const secret of ['value', 'gap', 'progress', 'bySex', 'previous']) expect(found).not.toHaveProperty(secret);
  });
});

describe('A direction', () => {
  const more = aMeasure({ kind: 'direction' });
  const years = (before: number | undefined, now: number) => [
    ...(before === undefined ? [] : [aReading({ numerator: before, period: '2023' })]),
    aReading({ numerator: now, period: '2024' }),
  ];

  test('is compared with the period before', () => {
    expect(judged({ measure: more, readings: years(10, 12) })).toMatchObject({ state: 'met', value: 12, previous: 10 });
    expect(judged({ measure: more, readings: years(10, 10) }).state).toBe('not-met');
    const less: Measure = { ...more, better: 'lower' };
    expect(judged({ measure: less, readings: years(10, 9) }).state).toBe('met');
    expect(judged({ measure: less, readings: years(10, 10) }).state).toBe('not-met');
    expect(judged({ measure: { ...more, better: 'none' }, readings: years(10, 9) }).state).toBe('not-comparable');
  });

  test('has nothing to be compared with in its first period', () => {
    expect(judged({ measure: more, readings: years(undefined, 12) })).toMatchObject({
      state: 'not-comparable',
      value: 12,
    });
  });

  test('takes the baseline where there is no period before', () => {
    const measure = aMeasure({ kind: 'direction', baseline: { value: 11 } });
    expect(judged({ measure, readings: years(undefined, 12) }).state).toBe('met');
  });

  test('compares shares where a whole was counted', () => {
    const readings = [
      aReading({ numerator: 40, denominator: 100, period: '2023' }),
      aReading({ numerator: 45, denominator: 150, period: '2024' }),
    ];
    expect(judged({ measure: more, readings })).toMatchObject({ state: 'not-met', value: 30, previous: 40 });
  });
});

describe('Readings of a period', () => {
  const targets = [aTarget({ value: 50, byYear: 2024 })];

  test('are those of the latest period, unless another is asked for', () => {
    const readings = [
      aReading({ numerator: 60, denominator: 100, period: '2023' }),
      aReading({ numerator: 40, denominator: 100, period: '2024' }),
    ];
    expect(judged({ targets, readings })).toMatchObject({ period: '2024', value: 40 });
    expect(judged({ targets, readings, period: '2023' })).toMatchObject({ period: '2023', value: 60 });
    expect(judged({ targets, readings, period: '2022' })).toMatchObject({ state: 'no-figure' });
  });

  test('add up over the agencies of a unit', () => {
    const readings = [
      aReading({ numerator: 3, denominator: 10 }),
      aReading({ agency: 'a2', numerator: 27, denominator: 40 }),
      aReading({ agency: 'a3', nothing: true }),
    ];
    expect(judged({ targets, readings })).toMatchObject({ state: 'met', value: 60 });
  });

  test('are no figure when one agency left a part out', () => {
    const readings = [aReading({ numerator: 3, denominator: 10 }), aReading({ agency: 'a2', numerator: 27 })];
    expect(judged({ targets, readings }).state).toBe('no-figure');
  });

  test('arose nowhere only when every agency says so', () => {
    const readings = [aReading({ nothing: true }), aReading({ agency: 'a2', nothing: true })];
    expect(judged({ targets, readings }).state).toBe('nothing-arose');
  });

  test('are judged alike in any order', () => {
    const reading = fc.record({
      agency: fc.constantFrom('a1', 'a2', 'a3'),
      period: fc.constantFrom('2023', '2024', '2024-H1', '2024-Q4'),
      numerator: fc.integer({ min: 0, max: 50 }),
      denominator: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(reading, { selector: (r) => r.agency + r.period, maxLength: 8 }), (fields) => {
        const readings = fields.map((field) => aReading(field));
        expect(judged({ targets, readings })).toEqual(judged({ targets, readings: [...readings].reverse() }));
      }),
    );
  });
});

describe('A higher value', () => {
  test('never turns a passed floor into a failed one', () => {
    const count = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(count, count, count, fc.constantFrom('>=', '>', 'range'), (a, b, value, comparator) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const state = (n: number) => stateOf({}, { comparator, value: value / 10, byYear: 2021 }, [n, 1_000]);
        expect(state(low) === 'met' && state(high) !== 'met').toBe(false);
      }),
    );
  });
});

describe('An indicator', () => {
  test.each<[JudgedState[], JudgedState]>([
    [['met', 'met'], 'met'],
    [['met', 'not-met'], 'not-met'],
    [['met', 'no-figure'], 'no-figure'],
    [['no-figure', 'not-met'], 'not-met'],
    [['met', 'not-due'], 'not-due'],
    [['met', 'from-above'], 'from-above'],
    [['met', 'guarded'], 'guarded'],
    [['met', 'nothing-arose'], 'met'],
    [['nothing-arose', 'nothing-arose'], 'nothing-arose'],
    [[], 'no-figure'],
  ])('of measures %j is %s', (states, expected) => {
    expect(judgeIndicator(states.map((state) => ({ state })))).toBe(expected);
  });
});

describe("A unit's figure where several agencies entered one", () => {
  const births = { ...aMeasure({ kind: 'ratio', per: 100, better: 'lower' }) };
  const readings = [
    aReading({ agency: 'committee', numerator: 57, denominator: 50 }),
    aReading({ agency: 'union', numerator: 10, denominator: 20 }),
  ];

  test('is that of the agency which leads: the same births are not counted twice', () => {
    const { value, counted } = judged({ measure: births, readings, speakers: new Set(['committee']) });
    expect([value, counted]).toEqual([114, { numerator: 57, denominator: 50 }]);
  });

  test('is the sum where none that leads has entered one', () => {
    expect(judged({ measure: births, readings, speakers: new Set(['school']) }).value).toBeCloseTo((67 / 70) * 100);
    expect(judged({ measure: births, readings }).value).toBeCloseTo((67 / 70) * 100);
  });
});
