import { describe, expect, test } from 'vitest';
import { checkMeasure, checkTarget } from '#domain/measure-rules.ts';
import { aMeasure, aTarget } from './samples.ts';

const fieldsOf = (problems: readonly { readonly field: string }[]) => problems.map(({ field }) => field);

describe('A measure that a person writes', () => {
  test.each<[string, Parameters<typeof aMeasure>[0], readonly string[]]>([
    ['of a share names part and whole', { kind: 'share' }, ['numerator', 'denominator']],
    ['of a count names neither', { kind: 'count' }, []],
    ['of a cadence says what counts', { kind: 'cadence', cadence: { every: 'month', outputs: [] } }, ['cadence']],
    ['of a list says its threshold', { kind: 'list', threshold: ' ' }, ['threshold']],
    ['that points elsewhere says where', { kind: 'pointer' }, ['pointsTo']],
    ['with one condition has none that must hold together', { kind: 'count', conditions: ['cam kết'] }, ['conditions']],
  ])('%s', (_, fields, expected) => {
    expect(fieldsOf(checkMeasure(aMeasure(fields)))).toEqual(expected);
  });

  test('without a kind is asked for that first', () => {
    expect(fieldsOf(checkMeasure({}))).toEqual(['kind']);
  });
});

describe('A target that a person writes', () => {
  test('may wait for its value, and may only be kept', () => {
    expect(checkTarget(aTarget({ awaits: 'above' }))).toEqual([]);
    expect(checkTarget(aTarget({ maintain: true }))).toEqual([]);
  });

  test('that is approximate declares how far', () => {
    expect(fieldsOf(checkTarget(aTarget({ value: 65, approximate: true })))).toEqual(['tolerance']);
    expect(checkTarget(aTarget({ value: 65, approximate: true, tolerance: 0 }))).toEqual([]);
  });

  test('of a range goes upwards, and of years forwards', () => {
    expect(checkTarget(aTarget({ comparator: 'range', value: 2, max: 1 }))).toEqual([
      { field: 'max', problem: { code: 'target/range-reversed' } },
    ]);
    expect(fieldsOf(checkTarget(aTarget({ comparator: 'range', value: 1 })))).toEqual(['max']);
    expect(checkTarget(aTarget({ value: 1, fromYear: 2026, toYear: 2025 }))).toEqual([
      { field: 'toYear', problem: { code: 'target/years-reversed' } },
    ]);
  });
});
