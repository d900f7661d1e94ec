/** Dates of documents, with their blanks, as people type and print them. */
import { describe, expect, test } from 'vitest';
import { isPartialDate, parsePrintedDate } from '#domain/partial-dates.ts';

describe('the date of a document', () => {
  test.each([
    ['20/02/2024', '2024-02-20', undefined],
    ['5-6-2024', '2024-06-05', undefined],
    ['02/2024', '2024-02', undefined],
    ['tháng 7/2024', '2024-07', undefined],
    ['2024', '2024', undefined],
    ['ngày 20 tháng 02 năm 2024', '2024-02-20', undefined],
    ['tháng 02 năm 2024', '2024-02', 'tháng 02 năm 2024'],
    ['ngày tháng 02 năm 2024', '2024-02', 'ngày tháng 02 năm 2024'],
    ['ngày … tháng 02 năm 2024', '2024-02', 'ngày … tháng 02 năm 2024'],
    ['Ngày ... tháng ... năm 2024', '2024', 'Ngày ... tháng ... năm 2024'],
    ['năm 2024', '2024', 'năm 2024'],
  ])('“%s” is %s', (typed, date, printed) => {
    expect(parsePrintedDate(typed)).toEqual({ ok: true, value: { date, printed } });
  });

  test.each([
    '31/02/2024',
    '13/2024',
    'tháng 02',
    'ngày 20 năm 2024',
    'ngày 30 tháng 02 năm 2024',
    '20/02',
    'mai',
    '0024',
  ])('“%s” is none', (typed) => {
    expect(parsePrintedDate(typed)).toEqual({ ok: false, problem: { code: 'field/not-a-date' } });
  });

  test('nothing is nothing', () => {
    expect(parsePrintedDate('  ')).toEqual({ ok: false, problem: { code: 'field/required' } });
  });

  test('a stored date names a month and a day that exist', () => {
    expect(['2024', '2024-02', '2024-02-29'].every(isPartialDate)).toBe(true);
    expect(['2024-13', '2023-02-29', '2024-1', ''].some(isPartialDate)).toBe(false);
  });
});
