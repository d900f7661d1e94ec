/** Dates, periods, targets and figures as a commune officer writes them. */
import { describe, expect, test } from 'vitest';
import type { Measure, Target } from '#domain/records/measure.ts';
import { figureWords, targetWords, targetYears } from '#client/texts/measure-words.ts';
import { agoWords, clockWords, daysWords, periodShort, periodWords, weekdayWord } from '#client/texts/words.ts';

const target = (fields: Partial<Target>): Target => ({
  plan: 'p',
  measure: 'm',
  order: '1',
  comparator: '>=',
  ...fields,
});
const percent = { kind: 'share', per: 100, unit: '%' } as const;

describe('a period', () => {
  test.each([
    ['2024', 'năm 2024'],
    ['2024-H1', '6 tháng đầu năm 2024'],
    ['2024-H2', '6 tháng cuối năm 2024'],
    ['2024-Q4', 'quý IV/2024'],
    ['2024-11', 'tháng 11/2024'],
    ['2024-01', 'tháng 1/2024'],
  ])('%s is said %s', (period, words) => {
    expect(periodWords(period)).toBe(words);
  });

  test('is short enough for a cell', () => {
    expect([periodShort('2024-Q2'), periodShort('2024-09')]).toEqual(['II', '9']);
  });
});

describe('a target', () => {
  test.each([
    [target({ comparator: '>=', value: 80 }), '≥ 80%'],
    [target({ comparator: '>', value: 33 }), 'trên 33%'],
    [target({ comparator: '<=', value: 30 }), '≤ 30%'],
    [target({ comparator: '<', value: 30 }), 'dưới 30%'],
    [target({ comparator: '=', value: 99.6 }), 'đúng 99,6%'],
    [target({ comparator: '>=', value: 65, approximate: true }), 'khoảng 65%'],
    [target({ comparator: '>=' }), 'Chưa có'],
  ])('says its comparator in words', (given, words) => {
    expect(targetWords(given, percent)).toBe(words);
  });

  test('of a cadence says how often', () => {
    const news: Pick<Measure, 'kind' | 'unit' | 'cadence'> = {
      kind: 'cadence',
      unit: 'tin, bài',
      cadence: { every: 'month', outputs: ['news-item'] },
    };
    expect(targetWords(target({ comparator: 'range', value: 1, max: 2 }), news)).toBe('từ 1 đến 2 tin, bài mỗi tháng');
  });

  test('of a thing to be done is that it has to be', () => {
    expect(targetWords(target({ comparator: 'yes' }), { kind: 'yes-no' })).toBe('phải thực hiện');
  });

  test.each([
    [target({ byYear: 2025 }), 'đến năm 2025'],
    [target({ fromYear: 2025 }), 'từ năm 2025'],
    [target({ fromYear: 2024, toYear: 2024 }), 'năm 2024'],
    [target({ fromYear: 2021, toYear: 2025 }), '2021–2025'],
    [target({}), ''],
  ])('says when it holds', (given, words) => {
    expect(targetYears(given)).toBe(words);
  });
});

describe('a figure', () => {
  test('keeps its unit, whatever the arithmetic', () => {
    expect(figureWords(61.294, percent)).toBe('61,29%');
    expect(figureWords(1.9, { kind: 'share', per: 10_000 })).toBe('1,9/10.000');
    expect(figureWords(109, { kind: 'ratio', per: 100 })).toBe('109/100');
    expect(figureWords(1.4, { kind: 'multiple' })).toBe('1,4 lần');
    expect(figureWords(3, { kind: 'cadence', unit: 'tin, bài' })).toBe('3 tin, bài');
    expect(figureWords(0, { kind: 'yes-no' })).toBe('chưa thực hiện');
  });
});

describe('days and moments', () => {
  test('name the weekday, Monday first', () => {
    expect(weekdayWord('2024-11-21')).toBe('thứ Năm');
    expect(weekdayWord('2024-11-10')).toBe('Chủ nhật');
  });

  test('leave out what two days share', () => {
    expect(daysWords('2024-11-15', '2024-11-15')).toBe('15/11/2024');
    expect(daysWords('2024-11-15', '2024-12-15')).toBe('15/11 – 15/12/2024');
    expect(daysWords('2024-12-30', '2025-01-02')).toBe('30/12/2024 – 02/01/2025');
  });

  test('tell the time of the business zone, wherever the phone is', () => {
    expect(clockWords(Date.UTC(2024, 10, 21, 7, 32))).toBe('14:32');
  });

  test('say how long ago something was sent', () => {
    const now = Date.UTC(2024, 10, 21);
    expect(agoWords(now - 20_000, now)).toBe('vừa xong');
    expect(agoWords(now - 5 * 60_000, now)).toBe('5 phút trước');
    expect(agoWords(now - 2 * 3_600_000, now)).toBe('2 giờ trước');
    expect(agoWords(now - 3 * 86_400_000, now)).toBe('3 ngày trước');
  });
});
