/** Sexes, ethnic minorities and conditions within the whole that they are parts of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresByGroup, totalOf } from '#domain/figures.ts';
import type { ReadingFields } from '#domain/reading-nothing.ts';
import { checkReading } from '#domain/reading-rules.ts';
import { aMeasure, aReading, aTarget, judged } from './samples.ts';

const part = (numerator: number, denominator: number) => ({ numerator, denominator });
const problems = (measure: Parameters<typeof aMeasure>[0], reading: ReadingFields) =>
  checkReading(aMeasure(measure), { period: '2024', ...reading });

describe('Ethnic minorities', () => {
  const whole = { numerator: 70, denominator: 100 };

  test('are never more than all', () => {
    expect(problems({ splitBy: 'minority' }, { ...whole, minority: part(20, 30) })).toEqual([]);
    expect(problems({ splitBy: 'minority' }, { ...whole, minority: part(20, 130) })).toEqual([
      { field: 'minority', problem: { code: 'reading/part-exceeds', total: 100 } },
    ]);
  });

  test('leave others of whom no more pass than there are', () => {
    expect(problems({ splitBy: 'minority' }, { ...whole, minority: part(10, 60) })).toEqual([
      { field: 'minority', problem: { code: 'reading/numerator-exceeds-denominator' } },
    ]);
  });

  test('add up over the sexes, and each sex is within its own', () => {
    const split = { female: part(40, 50), male: part(30, 50) };
    const right = { minorityFemale: part(10, 12), minorityMale: part(5, 8), minority: part(15, 20) };
    expect(problems({ splitBy: 'sex-minority' }, { ...whole, ...split, ...right })).toEqual([]);
    const wrong = { ...right, minority: part(16, 20) };
    expect(problems({ splitBy: 'sex-minority' }, { ...whole, ...split, ...wrong })).toEqual([
      { field: 'minority', problem: { code: 'reading/split-differs', expected: 16, found: 15 } },
    ]);
    expect(
      problems(
        { splitBy: 'sex-minority' },
        { ...whole, ...split, minorityFemale: part(41, 45), minorityMale: part(1, 1) },
      ),
    ).toEqual([{ field: 'minorityFemale', problem: { code: 'reading/part-exceeds', total: 40 } }]);
    expect(
      problems(
        { splitBy: 'sex-minority' },
        { ...whole, ...split, minorityFemale: part(1, 1), minorityMale: part(9, 51) },
      ),
    ).toEqual([{ field: 'minorityMale', problem: { code: 'reading/part-exceeds', total: 50 } }]);
  });

  test('are added over agencies as every other part is', () => {
    const one = { ...whole, minority: part(20, 30) };
    expect(totalOf([one, { ...one, minority: part(1, 2) }])).toEqual({
      numerator: 140,
      denominator: 200,
      minority: part(21, 32),
    });
    expect(totalOf([one, whole])).toEqual({ numerator: 140, denominator: 200 });
  });
});

describe('A share that each group must pass by itself', () => {
  const measure = aMeasure({ kind: 'each-group', splitBy: 'minority' });
  const targets = [aTarget({ value: 60 })];
  const reading = { numerator: 70, denominator: 100, minority: part(15, 30) };

  test('fails with one group, however well the others do', () => {
    expect(judged({ measure, targets, readings: [aReading(reading)] })).toMatchObject({ state: 'not-met', value: 70 });
    expect(Object.fromEntries(figuresByGroup(measure, reading))).toEqual({ minority: 50, others: 5_500 / 70 });
    const enough = { ...reading, minority: part(18, 30) };
    expect(judged({ measure, targets, readings: [aReading(enough)] }).state).toBe('met');
  });

  test('of which nothing arose arose in no group', () => {
    expect([...figuresByGroup(measure, { nothing: true }).values()]).toEqual(['nothing-arose', 'nothing-arose']);
    expect(judged({ measure, targets, readings: [aReading({ nothing: true })] }).state).toBe('nothing-arose');
  });

  test('asks for each group, and has no figure without it', () => {
    expect(problems({ kind: 'each-group', splitBy: 'minority' }, { numerator: 7, denominator: 10 })).toEqual([
      { field: 'minority', problem: { code: 'field/required' } },
    ]);
    expect(
      problems({ kind: 'each-group', splitBy: 'sex-minority' }, { female: part(1, 2), male: part(1, 2) }).map(
        ({ field }) => field,
      ),
    ).toEqual(['minorityFemale', 'minorityMale']);
    const bare = aReading({ numerator: 70, denominator: 100 });
    expect(judged({ measure, targets, readings: [bare] }).state).toBe('no-figure');
  });

  test('of a group that nobody is in is judged by the others', () => {
    const none = { ...reading, minority: part(0, 0) };
    expect(judged({ measure, targets, readings: [aReading(none)] }).state).toBe('met');
  });

  test('by sex is the same as both sexes', () => {
    const split = { female: part(99, 100), male: part(59, 100) };
    const bySex = (kind: 'each-group' | 'both-sexes') =>
      judged({ measure: aMeasure({ kind }), targets, readings: [aReading(split)] }).state;
    expect([bySex('each-group'), bySex('both-sexes')]).toEqual(['not-met', 'not-met']);
  });
});

describe('Those who meet every condition', () => {
  const measure = { conditions: ['được phổ biến', 'cam kết'] };

  test('are at most those who meet the rarest, and at least those whom both counts must share', () => {
    const people = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(people, (drawn) => {
        const how = (test_: (both: readonly [boolean, boolean]) => boolean) => drawn.filter(test_).length;
        const reading = {
          numerator: how(([a, b]) => a && b),
          denominator: drawn.length,
          conditions: [how(([a]) => a), how(([, b]) => b)],
        };
        expect(problems(measure, reading)).toEqual([]);
      }),
    );
  });

  test('are never more than a condition’s own count, nor that more than all', () => {
    expect(problems(measure, { numerator: 7, denominator: 10, conditions: [11, 8] })).toEqual([
      { field: 'conditions', problem: { code: 'reading/part-exceeds', total: 10 } },
    ]);
    expect(problems(measure, { numerator: 7, denominator: 10, conditions: [9] })).toEqual([
      { field: 'conditions', problem: { code: 'field/required' } },
    ]);
  });

  test('of three share less than those of two', () => {
    const three = { conditions: ['a', 'b', 'c'] };
    const at = (numerator: number) => problems(three, { numerator, denominator: 10, conditions: [9, 8, 8] });
    expect([at(5), at(8)]).toEqual([[], []]);
    expect(at(4)).toEqual([{ field: 'numerator', problem: { code: 'reading/conditions-differ', least: 5, most: 8 } }]);
  });

  test('add up over agencies with the counts of each condition', () => {
    const one = { numerator: 7, denominator: 10, conditions: [9, 8] };
    expect(totalOf([one, { numerator: 1, denominator: 2, conditions: [1, 2] }])).toEqual({
      numerator: 8,
      denominator: 12,
      conditions: [10, 10],
    });
    expect(totalOf([one, { numerator: 1, denominator: 2 }])).toEqual({ numerator: 8, denominator: 12 });
  });
});

describe('A list', () => {
  test('of two agencies names each body once', () => {
    const total = totalOf([{ bodies: ['A', 'B'] }, { bodies: ['B', 'C'] }]);
    expect(total).toEqual({ bodies: ['A', 'B', 'C'] });
  });
});
