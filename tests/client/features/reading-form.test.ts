/** The form of a reading asks what its measure needs, and tells zero, empty and "không phát sinh" apart. */
import { describe, expect, test } from 'vitest';
import { kindOfPeriod } from '#domain/periods.ts';
import type { Measure } from '#domain/records/measure.ts';
import { emptyReading, readingFormOf, readReading, recordOfReading } from '#client/features/indicators/reading-form.ts';
import { inYear, periodsOfYear, yearsOffered } from '#client/features/indicators/period-choice.ts';
import { groupsAsked } from '#client/features/indicators/reading-asks.ts';
import '#client/texts/screens.ts';
import { saidOfForm } from '#client/features/indicators/said-of-form.ts';

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
    expect(recordOfReading(read.fields, key)).toEqual({ ...key, nothing: true, activities: {}, documents: {} });
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
  const reading = {
    ...key,
    numerator: 412,
    denominator: 905,
    minority: { numerator: 300, denominator: 600 },
    conditions: [500, 420],
    source: 'Sổ hộ tịch',
    evidence: 'Trang 30',
    outlier: 'Sáp nhập thôn',
    activities: { a1: true as const },
    documents: { d1: true as const },
  };
  const asks = measure({ splitBy: 'minority', conditions: ['được phổ biến', 'cam kết'] });
  const read = readReading(asks, readingFormOf(reading));
  expect(read.problems).toEqual([]);
  expect(recordOfReading(read.fields, key)).toEqual(reading);
});

test('a check that stands on a reading is kept when the form writes it', () => {
  const read = readReading(measure({}), { ...form, numerator: '9', denominator: '10' });
  expect(recordOfReading(read.fields, key, { checked: '{"numerator":8}' }).checked).toBe('{"numerator":8}');
});

describe('what a measure is split by', () => {
  const bySexAndMinority = measure({ splitBy: 'sex-minority' });
  const sexes = { femaleNumerator: '5', femaleDenominator: '6', maleNumerator: '4', maleDenominator: '4' };

  test('must add up to the whole, and is told as soon as both are there', () => {
    const read = readReading(bySexAndMinority, { ...form, ...sexes, numerator: '10', denominator: '10' });
    expect(read.problems).toEqual([
      { field: 'numerator', problem: { code: 'reading/split-differs', expected: 10, found: 9 } },
    ]);
    const said = saidOfForm(
      () => read,
      () => false,
    );
    expect(said.error('numerator')).toContain('9');
  });

  test('keeps ethnic minorities within their sex', () => {
    const typed = { ...form, ...sexes, minorityFemaleNumerator: '6', minorityFemaleDenominator: '6' };
    expect(readReading(bySexAndMinority, typed).problems).toEqual([
      { field: 'minorityFemaleNumerator', problem: { code: 'reading/part-exceeds', total: 5 } },
    ]);
  });

  test('drops no whole of which the part is missing', () => {
    const read = readReading(measure({ splitBy: 'minority' }), {
      ...form,
      numerator: '9',
      denominator: '10',
      minorityDenominator: '6',
    });
    expect(read.problems).toEqual([{ field: 'minorityNumerator', problem: { code: 'field/required' } }]);
  });

  test('asks of each kind of measure just its own groups', () => {
    expect(groupsAsked(measure({}))).toEqual([]);
    expect(groupsAsked(measure({ kind: 'both-sexes' }))).toEqual(['female', 'male']);
    expect(groupsAsked(measure({ kind: 'each-group', splitBy: 'minority' }))).toEqual(['minority']);
    expect(groupsAsked(bySexAndMinority)).toEqual(['female', 'male', 'minorityFemale', 'minorityMale']);
  });
});

describe('conditions and lists', () => {
  const both = measure({ conditions: ['được phổ biến', 'cam kết'] });

  test('acceptance 11: of 10 bodies 9 were informed, 8 committed and 7 both: 70%', () => {
    const typed = { ...form, numerator: '7', denominator: '10', conditions: ['9', '8'] };
    expect(readReading(both, typed)).toMatchObject({ problems: [], figure: 70, fields: { conditions: [9, 8] } });
  });

  test('asks for every condition once one is counted', () => {
    const typed = { ...form, numerator: '7', denominator: '10', conditions: ['', '8'] };
    expect(readReading(both, typed).problems).toEqual([{ field: 'conditions-0', problem: { code: 'field/required' } }]);
  });

  test('counts the names of a list, one a line, and nothing empty', () => {
    const list = measure({ kind: 'list', threshold: 'nữ từ 30%' });
    const read = readReading(list, { ...form, bodies: ' Trạm Y tế \n\nTrường THCS\n' });
    expect(read).toMatchObject({ problems: [], figure: 2, fields: { bodies: ['Trạm Y tế', 'Trường THCS'] } });
    expect(readReading(list, { ...form, bodies: 'x'.repeat(161) }).problems).toEqual([
      { field: 'bodies', problem: { code: 'field/too-long', max: 160 } },
    ]);
  });
});

describe('what is strange', () => {
  const known = { today: '2024-11-21', before: { numerator: 40, denominator: 50 } };
  const tenfold = { ...form, numerator: '400', denominator: '500' };

  test('is not saved without a reason, and is with one', () => {
    const read = readReading(measure({}), tenfold, known);
    expect(read.warnings.map(({ field }) => field)).toEqual(['numerator', 'denominator']);
    expect(read.problems).toEqual([
      { field: 'outlier', problem: { code: 'reading/outlier', previous: 40, times: 10 } },
    ]);
    const explained = readReading(measure({}), { ...tenfold, outlier: 'Sáp nhập ba xã' }, known);
    expect(explained).toMatchObject({ problems: [], fields: { outlier: 'Sáp nhập ba xã' } });
    expect(explained.warnings).toHaveLength(2);
  });

  test('waits for what is wrong to be put right first', () => {
    const read = readReading(measure({}), { ...tenfold, denominator: '' }, known);
    expect(read.problems).toEqual([{ field: 'denominator', problem: { code: 'field/required' } }]);
  });

  test('is told under the first sex where no whole is asked for', () => {
    const sexes = { femaleNumerator: '300', femaleDenominator: '300', maleNumerator: '200', maleDenominator: '300' };
    const read = readReading(measure({ kind: 'both-sexes' }), { ...form, ...sexes }, known);
    expect(read.warnings.map(({ field }) => field)).toEqual(['femaleNumerator', 'femaleDenominator']);
  });
});

test('a period that has not begun has no figure yet', () => {
  const typed = { ...form, period: '2025-Q1', numerator: '9', denominator: '10' };
  expect(readReading(measure({}), typed, { today: '2024-11-21' }).problems).toEqual([
    { field: 'period', problem: { code: 'reading/period-not-begun', from: '2025-01-01' } },
  ]);
});

test('what was taken out of a text is told beside it, and stops nothing', () => {
  const typed = { ...form, numerator: '9', denominator: '10', source: 'Sổ\u200b hộ tịch', note: 'một\nhai' };
  const read = readReading(measure({}), typed);
  expect(read).toMatchObject({ problems: [], fields: { source: 'Sổ hộ tịch' } });
  expect(read.told).toContainEqual({ field: 'source', problem: { code: 'text/cleaned', count: 1 } });
});

describe('The periods offered', () => {
  const ten = { from: '2021-01-01', to: '2030-12-31' };

  test('are every year of a plan of ten years, and the one before it, that "more than last year" is compared with', () => {
    const years = yearsOffered({ plans: [ten], today: '2024-11-21', chosen: '2024' });
    expect([years.at(0), years.at(-1), years.length]).toEqual([2030, 2020, 11]);
  });

  test('are this year, last year and the chosen one where no plan is there, and no century of a misprinted one', () => {
    expect(yearsOffered({ plans: [], today: '2024-11-21', chosen: '2019-Q2' })).toEqual([2024, 2023, 2019]);
    const misprinted = { from: '1024-01-01', to: '9024-12-31' };
    expect(yearsOffered({ plans: [misprinted], today: '2024-11-21', chosen: '2024' })).toHaveLength(41);
  });

  test('are within a year the year, its halves, quarters and months, each a period that the rules know', () => {
    const periods = periodsOfYear(2026);
    expect(periods.slice(0, 4)).toEqual(['2026', '2026-H1', '2026-H2', '2026-Q1']);
    expect(periods.at(-1)).toBe('2026-12');
    expect(new Set(periods.map(kindOfPeriod))).toEqual(new Set(['year', 'half-year', 'quarter', 'month']));
  });

  test('stay the same part when the year is changed', () => {
    expect(inYear('2024-Q3', 2026)).toBe('2026-Q3');
  });
});
