import { describe, expect, test } from 'vitest';
import type { Rule } from '#domain/records/plan.ts';
import { fieldName, valueWords, type RecordWords } from '#client/texts/record-words.ts';
import { printedDay, reportDaysWords, ruleBeside, ruleDays } from '#client/texts/rule-words.ts';

const aRule = (fields: Partial<Rule> = {}): Rule => ({
  plan: 'p1',
  kind: 'year',
  from: 'UBND xã',
  to: 'UBND thành phố',
  rule: 'before',
  monthDay: '11-10',
  reach: 'outer',
  order: 'a',
  ...fields,
});

describe('A report rule in words', () => {
  test('says the printed day and the last valid one with its weekday', () => {
    expect(ruleDays(aRule(), 2024)).toBe('trước 10/11 · hạn cuối thứ Bảy 09/11/2024');
    expect(ruleDays(aRule({ rule: 'on', monthDay: '06-05', year: 2021 }), 2024)).toBe(
      'vào 05/06 · hạn cuối thứ Bảy 05/06/2021',
    );
    const { monthDay: _, ...inJuly } = aRule({ rule: 'on', month: 7 });
    expect(ruleDays(inJuly, 2024)).toBe('vào tháng 7 · hạn cuối thứ Tư 31/07/2024');
  });

  test('has no day where none is set, and is then called by its kind', () => {
    expect(printedDay(aRule({ rule: 'none' }))).toBeUndefined();
    expect(ruleBeside(aRule({ rule: 'none' }), 2024).label).toBe('Báo cáo năm');
  });

  test('stands beside another with who reports to whom, and its printed words with their line', () => {
    expect(ruleBeside(aRule({ printed: 'trước ngày 10/11', line: 81 }), 2024).notes).toEqual([
      'Báo cáo năm · gửi lên',
      'UBND xã → UBND thành phố',
      'In: “trước ngày 10/11” (dòng 81)',
    ]);
  });

  test('says whose days the figures are where the level above set them, and what is only an estimate when it is due', () => {
    expect(reportDaysWords(aRule(), 2024)).toEqual([]);
    expect(reportDaysWords(aRule({ cutOffFrom: '12-15', cutOffTo: '12-14' }), 2024)).toEqual([
      'Số liệu 15/12/2023 – 14/12/2024',
      'Chưa hết kỳ khi đến hạn: ước thực hiện 10/11 – 14/12/2024, gửi bổ sung sau',
    ]);
  });
});

describe('The history of a plan in words', () => {
  const words: RecordWords = {
    types: [],
    outputs: [],
    topics: [],
    codes: [],
    nameOf: (id) => ({ 'x/work~r1': 'Báo cáo năm · gửi lên, trước 10/11', 'governing/year-report': 'Báo cáo năm' })[id],
  };

  test('names which rule was chosen, and why', () => {
    expect(fieldName('governing/year-report', words)).toBe('Quy định áp dụng: Báo cáo năm');
    expect(valueWords('governing/year-report', { rule: 'x/work~r1', reason: 'Thành phố báo' }, words)).toBe(
      'Báo cáo năm · gửi lên, trước 10/11 (Thành phố báo)',
    );
    expect(valueWords('governing/year-report', null, words)).not.toBe('');
  });

  test('names the year of a theme, and an item of the checklist by what it says', () => {
    expect(fieldName('themes/2024', words)).toBe('Chủ đề: 2024');
    expect(valueWords('themes/2024', { theme: 'Chủ đề mẫu', slogans: ['Một', 'Hai'] }, words)).toBe(
      'Chủ đề mẫu\nMột\nHai',
    );
    expect(valueWords('checklist/1', { text: 'Treo băng rôn', order: 'a' }, words)).toBe('Treo băng rôn');
    expect(valueWords('aliases', ['Một', 'Hai'], words)).toBe('Một\nHai');
  });
});
