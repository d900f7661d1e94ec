import { describe, expect, test } from 'vitest';
import type { ReadingFields } from '#domain/reading-nothing.ts';
import { checkGuarded, checkReading } from '#domain/reading-rules.ts';
import type { Measure } from '#domain/records/measure.ts';

const aMeasure = (fields: Partial<Measure> = {}): Measure => ({
  plan: 'p1',
  indicator: 'i1',
  title: 'Tỷ lệ mẫu',
  kind: 'share',
  better: 'higher',
  source: 'own-register',
  order: 'a',
  parents: {},
  ...fields,
});
const problemsOf = (measure: Partial<Measure>, reading: ReadingFields) =>
  checkReading(aMeasure(measure), { period: '2024', ...reading }).map(({ field, problem }) => [field, problem.code]);

describe('A reading', () => {
  test.each<[Partial<Measure>, ReadingFields]>([
    [{ kind: 'share' }, { numerator: 7, denominator: 10 }],
    [{ kind: 'share' }, { numerator: 0, denominator: 0 }],
    [{ kind: 'ratio' }, { numerator: 109, denominator: 100 }],
    [{ kind: 'multiple' }, { numerator: 2.8, denominator: 2 }],
    [{ kind: 'count' }, { numerator: 0 }],
    [{ kind: 'yes-no' }, { done: false }],
    [{ kind: 'direction' }, { numerator: 12.5 }],
    [{ kind: 'both-sexes' }, { female: { numerator: 9, denominator: 9 }, male: { numerator: 8, denominator: 9 } }],
    [
      { kind: 'share', splitBy: 'sex' },
      { female: { numerator: 1, denominator: 4 }, male: { numerator: 2, denominator: 5 } },
    ],
    [{ kind: 'count' }, { nothing: true }],
    [{ kind: 'both-sexes' }, { nothing: true }],
  ])('of %j may be %j', (measure, reading) => {
    expect(problemsOf(measure, reading)).toEqual([]);
  });

  test('asks for every figure that its measure needs', () => {
    expect(problemsOf({ kind: 'share' }, {})).toEqual([
      ['numerator', 'field/required'],
      ['denominator', 'field/required'],
    ]);
    expect(problemsOf({ kind: 'count' }, {})).toEqual([['numerator', 'field/required']]);
    expect(problemsOf({ kind: 'yes-no' }, {})).toEqual([['done', 'field/required']]);
    expect(problemsOf({ kind: 'both-sexes' }, { female: { numerator: 1, denominator: 2 } })).toEqual([
      ['male', 'field/required'],
    ]);
    expect(checkReading(aMeasure(), { numerator: 1, denominator: 1 })).toEqual([
      { field: 'period', problem: { code: 'field/required' } },
    ]);
  });

  test('asks for both sexes, each with its part and its whole', () => {
    const [whole, half] = [{ numerator: 1, denominator: 2 }, { numerator: 1 }];
    expect(problemsOf({ kind: 'both-sexes' }, { female: half, male: whole })).toEqual([['female', 'field/required']]);
    expect(problemsOf({ kind: 'share', splitBy: 'sex' }, { female: whole })).toEqual([
      ['numerator', 'field/required'],
      ['denominator', 'field/required'],
    ]);
    expect(problemsOf({ kind: 'share', splitBy: 'sex' }, { female: whole, male: half })).toEqual([
      ['denominator', 'field/required'],
    ]);
    expect(problemsOf({ kind: 'share' }, { female: whole, male: whole })).toHaveLength(2);
  });

  test('has one problem a field', () => {
    const female = { numerator: -1 };
    expect(problemsOf({ kind: 'both-sexes' }, { female, male: { numerator: 1, denominator: 2 } })).toEqual([
      ['female', 'field/not-a-number'],
    ]);
  });

  test('of a share is never more than the whole; a ratio may be', () => {
    expect(problemsOf({ kind: 'share' }, { numerator: 11, denominator: 10 })).toEqual([
      ['numerator', 'reading/numerator-exceeds-denominator'],
    ]);
    expect(problemsOf({ kind: 'ratio' }, { numerator: 11, denominator: 10 })).toEqual([]);
    expect(
      problemsOf(
        { kind: 'both-sexes' },
        { female: { numerator: 3, denominator: 2 }, male: { numerator: 1, denominator: 2 } },
      ),
    ).toEqual([['female', 'reading/numerator-exceeds-denominator']]);
  });

  test('has nothing of nothing only', () => {
    const zero = [['denominator', 'reading/zero-denominator']];
    expect(problemsOf({ kind: 'ratio' }, { numerator: 3, denominator: 0 })).toEqual(zero);
    expect(problemsOf({ kind: 'direction' }, { numerator: 57, denominator: 0 })).toEqual(zero);
  });

  test('adds up over the sexes, numerators and denominators', () => {
    const split: ReadingFields = {
      numerator: 10,
      denominator: 20,
      female: { numerator: 4, denominator: 9 },
      male: { numerator: 5, denominator: 10 },
    };
    expect(checkReading(aMeasure({ splitBy: 'sex' }), { period: '2024', ...split })).toEqual([
      { field: 'numerator', problem: { code: 'reading/split-differs', expected: 10, found: 9 } },
      { field: 'denominator', problem: { code: 'reading/split-differs', expected: 20, found: 19 } },
    ]);
    expect(problemsOf({ splitBy: 'none' }, split)).toEqual([]);
    const decimals: ReadingFields = { numerator: 0.3, female: { numerator: 0.1 }, male: { numerator: 0.2 } };
    expect(problemsOf({ kind: 'direction', splitBy: 'sex' }, decimals)).toEqual([]);
  });

  test.each<ReadingFields>([{ numerator: 0 }, { denominator: 4 }, { female: { numerator: 1 } }, { done: true }])(
    'says "không phát sinh" alone, not with %j',
    (figures) => {
      expect(problemsOf({ kind: 'count' }, { nothing: true, ...figures })).toEqual([
        ['nothing', 'reading/nothing-with-figures'],
      ]);
    },
  );

  test('has no negative figures, and counts whole things', () => {
    expect(problemsOf({ kind: 'count' }, { numerator: -1 })).toEqual([['numerator', 'field/not-a-number']]);
    expect(problemsOf({ kind: 'count' }, { numerator: 1.5 })).toEqual([['numerator', 'field/not-a-count']]);
    expect(problemsOf({ kind: 'ratio' }, { numerator: -1, denominator: Number.NaN })).toEqual([
      ['numerator', 'field/not-a-number'],
      ['denominator', 'field/not-a-number'],
    ]);
  });

  test('belongs to a period of the right kind', () => {
    expect(problemsOf({ kind: 'count' }, { numerator: 1, period: '2024-13' })).toEqual([
      ['period', 'reading/wrong-period'],
    ]);
    const monthly: Partial<Measure> = { kind: 'cadence', cadence: { every: 'month', outputs: [] } };
    expect(problemsOf(monthly, { numerator: 1, period: '2024-Q4' })).toEqual([['period', 'reading/wrong-period']]);
    expect(problemsOf(monthly, { numerator: 1, period: '2024-11' })).toEqual([]);
  });

  test('of a guarded measure is refused whole', () => {
    expect(problemsOf({ guarded: true }, { numerator: 1, denominator: 2 })).toEqual([['', 'reading/guarded']]);
    expect(checkGuarded({ guarded: true })).toEqual({ code: 'reading/guarded' });
    expect(checkGuarded({})).toBeUndefined();
  });
});
