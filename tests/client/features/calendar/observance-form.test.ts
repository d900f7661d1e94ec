import { describe, expect, test } from 'vitest';
import { changedValues } from '#domain/values.ts';
import { readObservance, typedInDraft, typedOf } from '#client/features/calendar/observance-form.ts';
import { newObservance } from '#client/features/calendar/own-observance.ts';

const typed = { ...typedOf(undefined, 2024), name: ' Tuần lễ Áo dài ', kind: 'other', from: '1/3', to: '08/03' };
const read = (fields: Partial<typeof typed>) => readObservance({ ...typed, ...fields }, newObservance(), 2024);
const problemsOf = (fields: Partial<typeof typed>) =>
  read(fields).problems.map(({ field, problem }) => [field, problem.code]);

describe('The form of an observance', () => {
  test('reads days as they are typed, names line by line, and a single day from one field', () => {
    expect(read({ aliases: 'Tuần Áo dài\n\n Áo dài Việt Nam ' }).record).toMatchObject({
      name: 'Tuần lễ Áo dài',
      from: '03-01',
      to: '03-08',
      aliases: ['Tuần Áo dài', 'Áo dài Việt Nam'],
    });
    expect(read({ from: '8/3', to: '' }).record).toMatchObject({ from: '03-08', to: '03-08' });
    expect(read({ from: '20/12', to: '10/01' }).record).toMatchObject({ from: '12-20', to: '01-10' });
    expect(read({ from: '29/02', to: '' }).record?.from).toBe('02-29');
  });

  test('finds all that is wrong at once', () => {
    expect(problemsOf({ name: ' ', from: '31/04', to: 'mai', toYear: '24' })).toEqual([
      ['name', 'field/required'],
      ['from', 'field/not-a-date'],
      ['to', 'field/not-a-date'],
      ['toYear', 'field/not-a-year'],
    ]);
    expect(problemsOf({ fromYear: '2026', toYear: '2025' })).toEqual([['toYear', 'target/years-reversed']]);
    expect(problemsOf({ slogans: 'Chỉ có khẩu hiệu' })).toEqual([['theme', 'field/required']]);
  });

  test('writes the theme of its year and leaves those of others alone', () => {
    const before = { ...newObservance(), name: 'Đợt', from: '03-01', to: '03-08', themes: { '2023': { theme: 'Cũ' } } };
    const form = { ...typedOf(before, 2024), theme: 'Mới', slogans: 'Một\nHai' };
    const { record } = readObservance(form, before, 2024);
    expect(record?.themes).toEqual({ '2023': { theme: 'Cũ' }, '2024': { theme: 'Mới', slogans: ['Một', 'Hai'] } });
    if (record === undefined) throw new Error('not read');
    expect(changedValues('campaign', before, record)).toEqual({
      'themes/2024': { theme: 'Mới', slogans: ['Một', 'Hai'] },
    });
    const cleared = readObservance({ ...typedOf(record, 2024), theme: '', slogans: '' }, record, 2024).record;
    expect(cleared?.themes).toEqual({ '2023': { theme: 'Cũ' } });
  });

  test('comes back from a draft; what the draft lacks is as it was', () => {
    expect(typedInDraft(typed, { name: 'Đang gõ', from: 3 })).toEqual({ ...typed, name: 'Đang gõ' });
    expect(typedInDraft(typed, undefined)).toBeUndefined();
  });
});
