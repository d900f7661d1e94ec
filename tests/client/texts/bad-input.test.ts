/**
 * Bad input, row by row: what is typed or pasted, what is kept of it, and the sentence that the person reads. Where nothing
 * is said, what was typed is kept as it is. Nothing is ever rounded, cut or dropped without a word.
 */
import { describe, expect, test } from 'vitest';
import { checkActivity } from '#domain/activity-rules.ts';
import { isLocalDate, todayAt } from '#domain/dates.ts';
import { checkField } from '#domain/field-checks.ts';
import { figureOf } from '#domain/figures.ts';
import { fold, matchesQuery } from '#domain/folding.ts';
import type { Problem } from '#domain/problem.ts';
import { checkReading } from '#domain/reading-rules.ts';
import { checkBegun, readingWarnings } from '#domain/reading-warnings.ts';
import { activityTable } from '#domain/records/activity.ts';
import { readingTable } from '#domain/records/measure.ts';
import { agencyTable, personTable } from '#domain/records/unit.ts';
import { count, figure, localDate } from '#domain/table.ts';
import type { Result } from '#domain/result.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { parseCount, parseFigure } from '#domain/typed-numbers.ts';
import { readText, type TextField } from '#domain/typed-text.ts';
import { problemsEn } from '#client/texts/problems-en.ts';
import { problemsVi } from '#client/texts/problems-later-vi.ts';
import { sentenceOf } from '#client/texts/problems.ts';
import { aMeasure } from '#tests/domain/samples.ts';

const vi = (problem: Problem | undefined) => (problem === undefined ? '' : sentenceOf(problemsVi, problem));
const en = (problem: Problem | undefined) => (problem === undefined ? '' : sentenceOf(problemsEn, problem));
const said = (result: Result<unknown>) => (result.ok ? '' : vi(result.problem));

const title = { max: 200, required: true };
const narrative = { max: 8_000, lines: true };
const typed = (text: string, field: TextField = title) => {
  const read = readText(text, field);
  return { kept: read.value, stopped: vi(read.problem), told: read.told.map(vi) };
};
/** Kept to the letter, and nothing to say. */
const asItIs = (text: string) => ({ kept: text, stopped: '', told: [] });

describe('Text', () => {
  test('B01 letters and marks apart are kept composed', () => {
    expect(typed('bệnh xá'.normalize('NFD'))).toEqual(asItIs('bệnh xá'.normalize('NFC')));
  });

  test('B02 đ is found as d, which decomposing alone would not do', () => {
    expect(matchesQuery(fold('Đắk Nông, Đồng Tuyển'), 'dak dong')).toBe(true);
  });

  test('B03 marks of no width, a byte order mark and a turned direction are taken out, and it is said', () => {
    expect(typed('\uFEFFHội\u200B thi \u202Egnoud\u202C')).toEqual({
      kept: 'Hội thi gnoud',
      stopped: '',
      told: ['Đã bỏ 4 ký tự ẩn hoặc hỏng, màn hình không hiện; chữ nhìn thấy vẫn nguyên.'],
    });
  });

  test('B04 half of a character is taken out, and it is said', () => {
    expect(typed('Ảnh \uD83D đẹp')).toMatchObject({ kept: 'Ảnh  đẹp', told: [expect.stringContaining('1 ký tự')] });
  });

  test('B05 NUL and other control characters are taken out, and it is said; tabs and line ends stay', () => {
    expect(typed('Một\u0000 hai\u0007')).toMatchObject({ kept: 'Một hai', told: [expect.stringContaining('2 ký tự')] });
    expect(typed('Một\tgạch\nhai', narrative)).toEqual(asItIs('Một\tgạch\nhai'));
  });

  test('B06 ten megabytes are refused whole and not cut', () => {
    expect(typed('a'.repeat(10_000_000))).toEqual({ kept: '', stopped: 'Dài quá. Viết trong 200 ký tự.', told: [] });
    const twice = 'đ'.repeat(400);
    expect(typed(twice)).toMatchObject({ kept: twice, stopped: 'Dài quá. Viết trong 200 ký tự.' });
  });

  test('B07 emoji that are joined stay joined', () => {
    expect(typed('Gia đình 👩‍👩‍👧‍👦 và 👍🏽')).toEqual(asItIs('Gia đình 👩‍👩‍👧‍👦 và 👍🏽'));
    expect(typed('Yêu \u2764\uFE0F\u200D\u{1F525}')).toEqual(asItIs('Yêu \u2764\uFE0F\u200D\u{1F525}'));
    expect(typed('Gia\u200Dđình')).toMatchObject({ kept: 'Giađình', told: [expect.stringContaining('1 ký tự')] });
  });

  test.each(['   ', '\u00A0\u00A0', '\u2003\t', '\u200B\uFEFF'])('B08 only spaces, %j, is empty', (text) => {
    expect(typed(text)).toMatchObject({ kept: '', stopped: 'Chưa điền. Hãy điền ô này.' });
    expect(vi(checkField(activityTable.single.title, text))).toBe('Chưa điền. Hãy điền ô này.');
  });

  test('B09 right-to-left letters are letters', () => {
    expect(typed('مرحبا שלום')).toEqual(asItIs('مرحبا שלום'));
  });

  test.each([
    ['B10', '<img src=x onerror=alert(1)> <svg onload=alert(1)></script>'],
    ['B11', 'javascript:alert(1)'],
    ['B12', '{{x}} ${x} %s'],
    ['B13', `Nói "thế" là 'được'; -- xong`],
    ['B14', '=1+1'],
    ['B14', '+84 912'],
    ['B14', '-5 độ'],
    ['B14', '@cả nhà'],
  ])('%s %s is text like any other', (_, text) => {
    expect(typed(text)).toEqual(asItIs(text));
    expect(checkField(activityTable.single.title, text)).toBeUndefined();
  });

  test('B14 a tab or line end before a formula does not come into a field of one line', () => {
    expect(typed('\t=1+1').kept).toBe('=1+1');
    expect(typed('\r=1+1')).toMatchObject({ kept: '=1+1', told: [expect.stringContaining('1 ký tự')] });
  });

  test('B15 line ends in a title become spaces, and it is said', () => {
    expect(typed('Hội nghị\r\nSet-Cookie: a=b')).toEqual({
      kept: 'Hội nghị Set-Cookie: a=b',
      stopped: '',
      told: ['Ô này chỉ có một dòng, nên các dòng đã được nối lại bằng dấu cách.'],
    });
    expect(typed('Dòng một\r\nDòng hai', narrative)).toEqual(asItIs('Dòng một\nDòng hai'));
  });

  test.each([
    ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['Coäng hoøa xaõ hoäi', 'Cộng hòa xã hội'],
  ])('B16 %s is kept, and asked whether it is %s', (text, reading) => {
    expect(typed(text)).toEqual({
      kept: text.normalize('NFC'),
      stopped: '',
      told: [`Chữ này có vẻ thuộc bảng mã cũ, đọc ra là “${reading}”. Nếu đúng, hãy gõ lại; chưa có gì bị đổi.`],
    });
  });

  test('B17 text that was encoded twice is asked about as well', () => {
    const twice = 'Ä\u0090á»\u0093ng Tuyá»\u0083n';
    expect(typed(twice).told.at(-1)).toContain('“Đồng Tuyển”');
    expect(typed('Táº\u00ADp huáº¥n').told.at(-1)).toContain('“Tập huấn”');
  });

  test.each(['Müller', 'façade naïve', 'Søren', '38 µm', 'Señor', 'Kế hoạch – 25°C', 'Hoa Mẫu ©', 'Đường th¸ng n¨m'])(
    'B16, B17 %s is in no old encoding',
    (text) => {
      expect(typed(text)).toEqual(asItIs(text));
    },
  );

  test.each(["H'Mông Mẫu", 'Y Brăm Mẫu', 'Mẫu', 'K’Lệ Mẫu'])('B19 %s is a name', (name) => {
    expect(checkField(personTable.single.name, name)).toBeUndefined();
    expect(typed(name)).toEqual(asItIs(name));
  });

  test('B19 H’Mông is found however its mark is typed, or without it', () => {
    for (const query of ['hmong', "H'Mông", 'H’mông', 'h mong'])
      expect(matchesQuery(fold("Bản H'Mông"), query)).toBe(true);
  });

  test('B20 an organisation’s name of 300 characters is refused, with how long it may be, and not cut', () => {
    const problem = checkField(agencyTable.single.name, 'Trường '.repeat(43));
    expect([vi(problem), en(problem)]).toEqual([
      'Dài quá. Viết trong 160 ký tự.',
      'Too long. Use at most 160 characters.',
    ]);
  });
});

describe('Numbers', () => {
  const whole = 'Nhập số nguyên từ 0 trở lên, ví dụ 38 hoặc 1.234.';

  test('B21 1.234,5 is a figure, and no count', () => {
    expect(parseFigure('1.234,5')).toEqual({ ok: true, value: 1234.5 });
    expect(said(parseCount('1.234,5'))).toBe(whole);
  });

  test('B22 1,234.5 is not taken for 1.234,5; the person types it', () => {
    expect(said(parseFigure('1,234.5'))).toBe(
      'Ô này chỉ nhận chữ số, viết như 1.234,5. Nếu ý là 1.234,5 thì gõ 1234,5.',
    );
  });

  test('B23 1.500 is asked about where decimals are usual, and is 1500 where things are counted', () => {
    expect(said(parseFigure('1.500'))).toBe('Số này đọc được hai cách: 1.500 hoặc 1,5. Gõ lại 1500 hoặc 1,5 cho rõ.');
    expect(parseCount('1.500')).toEqual({ ok: true, value: 1500 });
  });

  test('B24 a negative count is refused', () => {
    for (const read of [parseCount('-3'), parseFigure('-3')])
      expect(said(read)).toBe('Ở đây không có số âm. Nhập số từ 0 trở lên.');
    expect(vi(checkField(count, -3))).toBe(whole);
  });

  test('B25 2,5 people are refused, and not rounded', () => {
    expect([said(parseCount('2,5')), said(parseCount('2.5')), vi(checkField(count, 2.5))]).toEqual([
      whole,
      whole,
      whole,
    ]);
  });

  test('B26 1e309 and NaN are no numbers, typed or sent', () => {
    const notANumber = 'Nhập số, dùng dấu phẩy cho phần lẻ, ví dụ 61,3.';
    for (const text of ['1e309', 'NaN', 'Infinity']) expect(said(parseFigure(text))).toBe(notANumber);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(vi(checkField(figure, value))).toBe(notANumber);
  });

  test('B27 2^53 + 1, which a number cannot hold, and digits that would be rounded, are refused', () => {
    expect(said(parseCount('9007199254740993'))).toBe('Số lớn quá. Nhập số không quá 10.000.000.000.000.');
    expect(said(parseFigure('0,12345678901234567890'))).toBe(
      'Số có nhiều chữ số quá, lưu thì sẽ bị làm tròn. Viết nhiều nhất 15 chữ số.',
    );
  });

  test('B28 −0 is negative; 007 is 7, as the documents write 04', () => {
    expect(said(parseCount('-0'))).toContain('không có số âm');
    expect(parseCount('007')).toEqual({ ok: true, value: 7 });
  });

  test.each([
    ['B29', '１２', 'Nếu ý là 12 thì gõ 12.'],
    ['B30', '12 người', 'Nếu ý là 12 thì gõ 12.'],
    ['B30', 'khoảng 1.200 người', 'Nếu ý là 1.200 thì gõ 1200.'],
  ])('%s %s is not taken, and what it seems to mean is said', (_, text, sentence) => {
    expect(said(parseCount(text))).toContain(sentence);
  });

  test('B31 female and male that do not add up are told with both sums', () => {
    const measure = aMeasure({ splitBy: 'sex' });
    const part = (numerator: number) => ({ numerator, denominator: 10 });
    const [found] = checkReading(measure, {
      period: '2024',
      numerator: 9,
      denominator: 20,
      female: part(5),
      male: part(3),
    });
    expect(vi(found?.problem)).toBe('Nữ cộng nam là 8, khác số chung 9. Sửa cho khớp.');
  });

  test('B32 a part larger than its whole is refused: there is no 110%', () => {
    const [found] = checkReading(aMeasure(), { period: '2024', numerator: 11, denominator: 10 });
    expect(vi(found?.problem)).toBe('Số đếm được lớn hơn tổng số. Sửa một trong hai số.');
    const [nothing] = checkReading(aMeasure(), { period: '2024', numerator: 1, denominator: 0 });
    expect(vi(nothing?.problem)).toContain('Số dưới là 0');
  });

  test('B33 a hundred times last time’s is warned of, and stops nothing', () => {
    const reading = { period: '2024', numerator: 5_000, denominator: 6_000 };
    const warnings = readingWarnings(reading, { numerator: 50, denominator: 60 });
    expect(warnings.map(({ field, problem }) => [field, vi(problem)])).toEqual([
      ['numerator', 'Kỳ trước là 50, kỳ này chênh khoảng 100 lần. Kiểm tra lại; nếu đúng, ghi lý do rồi lưu.'],
      ['denominator', 'Kỳ trước là 60, kỳ này chênh khoảng 100 lần. Kiểm tra lại; nếu đúng, ghi lý do rồi lưu.'],
    ]);
    expect(checkReading(aMeasure(), reading)).toEqual([]);
    expect(readingWarnings({ numerator: 12, denominator: 60 }, { numerator: 1, denominator: 60 })).toEqual([]);
    expect(readingWarnings({ nothing: true }, { numerator: 50 })).toEqual([]);
  });

  test('B34 empty, 0 and "không phát sinh" are three values, and exclude each other', () => {
    const measure = aMeasure();
    expect(vi(checkReading(measure, { period: '2024' })[0]?.problem)).toBe('Chưa điền. Hãy điền ô này.');
    expect(checkReading(measure, { period: '2024', numerator: 0, denominator: 5 })).toEqual([]);
    expect(checkReading(measure, { period: '2024', nothing: true })).toEqual([]);
    expect(vi(checkReading(measure, { period: '2024', nothing: true, numerator: 0 })[0]?.problem)).toContain(
      'để trống các ô số',
    );
    expect([{}, { numerator: 0, denominator: 5 }, { nothing: true }].map((read) => figureOf(measure, read))).toEqual([
      'no-figure',
      0,
      'nothing-arose',
    ]);
  });
});

describe('Dates', () => {
  const real = 'Nhập ngày có thật theo dạng ngày/tháng/năm, ví dụ 15/11/2024.';

  test.each(['31/02/2024', '29/02/2025', '31/04/2024'])('B35 %s does not exist', (text) => {
    expect(said(parseDate(text))).toBe(real);
  });

  test('B35 nor does it on the wire', () => {
    expect(vi(checkField(localDate, '2025-02-29'))).toBe(real);
  });

  test('B36 the day comes first; where that cannot be, the other order is asked about', () => {
    expect(parseDate('03/04/2024')).toEqual({ ok: true, value: '2024-04-03' });
    expect(said(parseDate('11/15/2024'))).toBe('Viết đủ ngày/tháng/năm. Nếu là 15/11/2024 thì gõ đúng như vậy.');
    expect(said(parseDate('03/04'))).toBe(real);
  });

  test('B37 a year of two digits is asked about', () => {
    expect(said(parseDate('15/11/24'))).toBe('Viết đủ ngày/tháng/năm. Nếu là 15/11/2024 thì gõ đúng như vậy.');
  });

  test('B38 a number of Excel’s is asked about, with the days of both its calendars', () => {
    expect(said(parseDate('45292'))).toBe(
      'Viết đủ ngày/tháng/năm. Nếu là 01/01/2024 hoặc 02/01/2028 thì gõ đúng như vậy.',
    );
  });

  const activity = { title: 'Hội thi', type: 'contest', agency: 'a', outputs: {}, topics: {} };
  const problemOf = (from: string, to: string) =>
    vi(checkActivity({ ...activity, from, to }, '2024-11-21').find(({ field }) => field === 'to')?.problem);

  test('B39 what lies ahead is planned, up to two years; a figure of a period that has not begun is refused', () => {
    expect(problemOf('2025-03-08', '2025-03-08')).toBe('');
    expect(problemOf('2027-03-08', '2027-03-08')).toBe('Chọn ngày trong khoảng 01/01/2000 – 21/11/2026.');
    expect(vi(checkBegun('2025-Q1', '2024-11-21'))).toBe(
      'Kỳ này đến 01/01/2025 mới bắt đầu, chưa có gì để đếm. Chọn kỳ khác.',
    );
    expect(checkBegun('2024-Q4', '2024-11-21')).toBeUndefined();
    expect(checkBegun('2025-Q1', '2025-01-01')).toBeUndefined();
  });

  test('B40 an end before its start is refused', () => {
    expect(problemOf('2024-11-20', '2024-11-19')).toBe('Ngày kết thúc trước ngày bắt đầu. Sửa một trong hai ngày.');
  });

  test.each(['01/01/0001', '13/09/275760', '31/12/1899', '01/01/2201'])('B41 %s is outside of every plan', (text) => {
    expect(said(parseDate(text))).toBe(real);
  });

  test('B41 nor are years taken on the wire that no calendar of ours has', () => {
    expect(['0001-01-01', '275760-09-13'].map((day) => vi(checkField(localDate, day)))).toEqual([real, real]);
  });

  test('B42 a moment is no day, and at the border of one the day in Viet Nam is asked about', () => {
    expect(said(parseDate('2024-11-15T23:30'))).toContain('Nếu là 15/11/2024');
    expect(said(parseDate('2024-11-15T18:30:00Z'))).toContain('Nếu là 16/11/2024');
    expect(todayAt(Date.parse('2024-11-15T18:30:00Z'))).toBe('2024-11-16');
    expect(isLocalDate('2024-11-15T00:00')).toBe(false);
  });

  test.each(['2024-Q5', '2024-13', '2024-H3', '2024-00'])('B43 %s is no period', (period) => {
    const [found] = checkReading(aMeasure(), { period, numerator: 1, denominator: 2 });
    expect(vi(found?.problem)).toBe('Kỳ này không hợp với chỉ tiêu. Chọn kỳ khác.');
    expect(vi(checkField(readingTable.single.period, period))).not.toBe('');
  });

  test('B43 nor is there a month 13 in a date', () => {
    expect(said(parseDate('13/13/2024'))).toBe(real);
  });
});

test('Every sentence is there in English, too', () => {
  const problems: readonly Problem[] = [
    { code: 'field/negative' },
    { code: 'field/number-meant', reading: 1200 },
    { code: 'field/too-precise', max: 15 },
    { code: 'field/date-meant', readings: ['2024-01-01', '2028-01-02'] },
    { code: 'text/cleaned', count: 3 },
    { code: 'text/lines-joined' },
    { code: 'text/other-encoding', reading: 'Cộng hoà' },
    { code: 'reading/outlier', previous: 50, times: 100 },
    { code: 'reading/period-not-begun', from: '2025-01-01' },
  ];
  const sentences = problems.map(en);
  expect(new Set(sentences).size).toBe(problems.length);
  expect(sentences.join(' ')).toContain('01/01/2024 or 02/01/2028');
  expect(sentences.join(' ')).toContain('If you mean 1.200, type 1200.');
});
