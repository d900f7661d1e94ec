/** The form of a reading asks what its measure needs, and tells zero, empty and "không phát sinh" apart. */
import { describe, expect, test } from 'vitest';
import type { Measure } from '#domain/records/measure.ts';
import {
  emptyReading,
  periodsAround,
  readingFormOf,
  readReading,
  recordOfReading,
} from '#client/features/indicators/reading-form.ts';

const measure = (fields: Partial<Measure>): Measure => ({
  plan: 'p',
  indicator: 'i',
  title: 'Số đo',
  kind: 'share',
  better: 'higher',
  source: 'own-register',
  order: '1',
  parents: {},
  ...fields,
});
const form = emptyReading('2024');
const key = { measure: 'm', unit: 'u', agency: 'a', period: '2024' };

describe('reading what was typed', () => {
  test('asks which number "1.500" is where decimals are usual, and never guesses', () => {
    const hours = { ...form, numerator: '1.500', denominator: '1' };
    expect(readReading(measure({ kind: 'multiple' }), hours).problems[0]).toEqual({
      field: 'numerator',
      problem: { code: 'field/ambiguous-number', readings: [1500, 1.5] },
    });
    expect(readReading(measure({ kind: 'multiple' }), { ...hours, numerator: '1,500' }).figure).toBe(1.5);
    expect(readReading(measure({ kind: 'count' }), { ...form, numerator: '1.500' }).figure).toBe(1500);
  });

  test('shows the figure before it is saved', () => {
    expect(readReading(measure({}), { ...form, numerator: '9', denominator: '10' })).toMatchObject({
      figure: 90,
      problems: [],
    });
  });

  test('takes 0 of 0 for nothing arose, and an empty field for a missing one', () => {
    expect(readReading(measure({}), { ...form, numerator: '0', denominator: '0' }).figure).toBe('nothing-arose');
    expect(readReading(measure({}), { ...form, numerator: '0' }).problems).toEqual([
      { field: 'denominator', problem: { code: 'field/required' } },
    ]);
  });

  test('needs no figure when nothing arose, and keeps none that was typed before', () => {
    const read = readReading(measure({}), { ...form, nothing: true, numerator: '5' });
    expect(read.problems).toEqual([]);
    expect(recordOfReading(read.fields, key)).toEqual({ ...key, nothing: true });
  });

  test('asks each sex by itself where each must pass', () => {
    const read = readReading(measure({ kind: 'both-sexes' }), {
      ...form,
      femaleNumerator: '99',
      femaleDenominator: '100',
    });
    expect(read.problems).toEqual([{ field: 'maleNumerator', problem: { code: 'field/required' } }]);
  });

  test('tells one problem for a number that cannot be read', () => {
    const read = readReading(measure({}), { ...form, numerator: 'chín', denominator: '10' });
    expect(read.problems.map((one) => one.field)).toEqual(['numerator']);
  });

  test('tells a source or a note that is too long at once with the rest', () => {
    const typed = { ...form, numerator: '9', source: 's'.repeat(301), note: 'n'.repeat(1001) };
    expect(readReading(measure({}), typed).problems).toEqual([
      { field: 'denominator', problem: { code: 'field/required' } },
      { field: 'source', problem: { code: 'field/too-long', max: 300 } },
      { field: 'note', problem: { code: 'field/too-long', max: 1_000 } },
    ]);
  });

  test('takes an answer of no for an answer', () => {
    const read = readReading(measure({ kind: 'yes-no' }), { ...form, done: 'no' });
    expect(read).toMatchObject({ problems: [], fields: { done: false } });
  });
});

test('a reading opened in the form is written back as it was', () => {
  const reading = { ...key, numerator: 412, denominator: 905, source: 'Sổ hộ tịch' };
  const read = readReading(measure({}), readingFormOf(reading));
  expect(recordOfReading(read.fields, key)).toEqual(reading);
});

test('the periods offered are the year, its halves and quarters, and the same of the year before', () => {
  expect(periodsAround(2024).slice(0, 4)).toEqual(['2024', '2024-H1', '2024-H2', '2024-Q1']);
  expect(periodsAround(2024)).toHaveLength(14);
});
