/**
 * The arithmetic of indicators, one test for each kind that the five documents print, with its place (document:line).
 * What is judged is what was counted: numerator and denominator, never a result that somebody typed.
 */
import { describe, expect, test } from 'vitest';
import { coverageOf } from '#domain/coverage.ts';
import { judgeIndicator } from '#domain/judging.ts';
import { formatNumber, formatPercent, paddedCount } from '#domain/numbers.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { pointedTo } from '#domain/pointing.ts';
import { checkReading } from '#domain/reading-rules.ts';
import { aMeasure, aReading, aTarget, cadence, judged, judgedShare, newsOn, tallied } from './samples.ts';

const year = { from: '2024-01-01', to: '2024-12-31' };

describe('Each kind of arithmetic', () => {
  test('7.1 percent n/d, at least: nữ giám đốc, chủ doanh nghiệp, hợp tác xã 20% (000:37)', () => {
    const at = (n: number) => judgedShare({}, { value: 20 }, [n, 100]);
    expect(at(20)).toMatchObject({ state: 'met', value: 20, gap: 0 });
    expect(at(19)).toMatchObject({ state: 'not-met', gap: -1 });
  });

  test('7.2 percent, strictly above: nữ tiến sĩ "trên 33%" (000:66): 33,0 fails', () => {
    const at = (n: number) => judgedShare({}, { comparator: '>', value: 33 }, [n, 1_000]).state;
    expect([at(330), at(331)]).toEqual(['not-met', 'met']);
  });

  test('7.3 share of a subgroup, strictly below: nữ nông nghiệp "dưới 30%" 2025, "dưới 25%" 2030 (002:35)', () => {
    const targets = [
      aTarget({ comparator: '<', value: 30, byYear: 2025 }),
      aTarget({ comparator: '<', value: 25, byYear: 2030 }),
    ];
    const at = (n: number, period: string) =>
      judged({ targets, readings: [aReading({ numerator: n, denominator: 1_000, period })] }).state;
    expect([at(300, '2025'), at(299, '2025')]).toEqual(['not-met', 'met']);
    expect([at(250, '2030'), at(249, '2030')]).toEqual(['not-met', 'met']);
  });

  test('7.4 share, at most: nữ nông nghiệp "xuống còn 30%" (000:35): equal passes', () => {
    const at = (n: number) => judgedShare({ better: 'lower' }, { comparator: '<=', value: 30 }, [n, 1_000]).state;
    expect([at(300), at(301)]).toEqual(['met', 'not-met']);
  });

  test('7.5 ratio per 100: giới tính khi sinh không vượt quá 109/100 (000:51)', () => {
    const at = (boys: number, girls: number) =>
      judgedShare({ kind: 'ratio', per: 100, better: 'lower' }, { comparator: '<=', value: 109 }, [boys, girls]);
    expect(at(109, 100)).toMatchObject({ state: 'met', value: 109 });
    expect(at(110, 100)).toMatchObject({ state: 'not-met', gap: 1 });
  });

  test('7.6 rate per 1,000 with baseline: vị thành niên 23 → 18 (2025) → dưới 18 (2030) (002:59)', () => {
    const measure = aMeasure({ per: 1_000, better: 'lower', baseline: { value: 23 } });
    const targets = [
      aTarget({ comparator: '<=', value: 18, byYear: 2025 }),
      aTarget({ comparator: '<', value: 18, byYear: 2030 }),
    ];
    const at = (n: number, period: string) =>
      judged({ measure, targets, readings: [aReading({ numerator: n, denominator: 1_000, period })] });
    expect(at(20, '2024')).toMatchObject({ state: 'not-due', value: 20, progress: 0.6 });
    expect(at(18, '2025')).toMatchObject({ state: 'met', progress: 1 });
    expect(at(18, '2030').state).toBe('not-met');
  });

  test('7.7 rate per 10,000: tử vong mẹ dưới 02/10.000 (000:53)', () => {
    const at = (n: number) =>
      judgedShare({ per: 10_000, better: 'lower' }, { comparator: '<', value: 2 }, [n, 100_000]).state;
    expect([at(20), at(19)]).toEqual(['not-met', 'met']);
  });

  test('7.8 rate per 100,000: tử vong mẹ 25 → dưới 25/100.000 (002:57)', () => {
    const targets = [
      aTarget({ comparator: '<=', value: 25, byYear: 2025 }),
      aTarget({ comparator: '<', value: 25, byYear: 2030 }),
    ];
    const at = (period: string) =>
      judged({
        measure: aMeasure({ per: 100_000, better: 'lower' }),
        targets,
        readings: [aReading({ numerator: 25, denominator: 100_000, period })],
      }).state;
    expect([at('2025'), at('2030')]).toEqual(['met', 'not-met']);
  });

  test('7.9 multiple ("lần"): việc nhà 1,7 → 1,4 lần (002:43), women’s hours over men’s', () => {
    const at = (women: number, men: number, value: number) =>
      judgedShare({ kind: 'multiple', better: 'lower' }, { comparator: '<=', value }, [women, men]);
    expect(at(2.55, 1.5, 1.7)).toMatchObject({ state: 'met', value: 1.7 });
    expect(at(2.56, 1.5, 1.7).state).toBe('not-met');
    expect(at(2.1, 1.5, 1.4)).toMatchObject({ state: 'met', value: 1.4 });
  });

  test('7.10 maintain a multiple: duy trì 1,5 lần (000:41): equal or better; lower is better', () => {
    const at = (women: number, men: number) =>
      judgedShare({ kind: 'multiple', better: 'lower' }, { comparator: '<=', value: 1.5, maintain: true }, [women, men])
        .state;
    expect([at(3, 2), at(2.8, 2), at(3.1, 2)]).toEqual(['met', 'met', 'not-met']);
  });

  test('7.11 maintain 100%: nạn nhân mua bán trở về (000:45): every case; 0 cases is no result', () => {
    const at = (n: number, d: number) => judgedShare({}, { value: 100, maintain: true }, [n, d]).state;
    expect([at(3, 3), at(2, 3), at(0, 0)]).toEqual(['met', 'not-met', 'nothing-arose']);
  });

  test('7.12 count, then keep: ít nhất 1 cơ sở 2025, duy trì đến 2030 (002:61): in every later year', () => {
    const targets = [
      aTarget({ value: 1, byYear: 2025 }),
      aTarget({ value: 1, fromYear: 2026, toYear: 2030, maintain: true }),
    ];
    const at = (n: number, period: string) =>
      judged({ measure: aMeasure({ kind: 'count' }), targets, readings: [aReading({ numerator: n, period })] }).state;
    expect([at(0, '2024'), at(1, '2025')]).toEqual(['not-due', 'met']);
    expect(['2026', '2027', '2028', '2029', '2030'].map((period) => at(0, period))).toEqual(Array(5).fill('not-met'));
    expect(at(2, '2028')).toBe('met');
  });

  test('7.13 yes/no from a year on: đưa bình đẳng giới vào chương trình từ 2025 trở đi (002:67)', () => {
    const targets = [aTarget({ comparator: 'yes', fromYear: 2025 })];
    const at = (done: boolean, period: string) =>
      judged({ measure: aMeasure({ kind: 'yes-no' }), targets, readings: [aReading({ done, period })] }).state;
    expect(at(false, '2024')).toBe('not-due');
    expect([2025, 2026, 2027, 2028, 2029, 2030].map((when) => at(true, String(when)))).toEqual(Array(6).fill('met'));
    expect(at(false, '2026')).toBe('not-met');
  });

  test('7.14 frequency range per month: xã 01–02 tin, bài/tháng (000:74): 1 passes, 2 is full, 3 is no failure', () => {
    const measure = cadence('month');
    const target = aTarget({ comparator: 'range', value: 1, max: 2 });
    const at = (items: number) => {
      const range = { from: '2024-01-01', to: '2024-01-31' };
      const tally = tallied(measure, target, newsOn(items === 0 ? {} : { '2024-01-10': items }), range);
      return judged({ measure, targets: [target], tally });
    };
    expect([0, 1, 2, 3].map((items) => at(items).state)).toEqual(['not-met', 'met', 'met', 'met']);
    expect([1, 2, 3].map((items) => at(items).full)).toEqual([false, true, true]);
    // One full month does not make another full.
    const tally = tallied(measure, target, newsOn({ '2024-01-10': 2, '2024-02-10': 1 }), {
      from: '2024-01-01',
      to: '2024-02-29',
    });
    expect(judged({ measure, targets: [target], tally })).toMatchObject({ state: 'met', full: false });
  });

  test('7.15 frequency per quarter: ít nhất 04 tin, bài/quý (002:83): the three months together', () => {
    const target = aTarget({ value: 4 });
    const at = (days: Readonly<Record<string, number>>) =>
      tallied(cadence('quarter'), target, newsOn(days), { from: '2024-01-01', to: '2024-03-31' }).periods[0];
    expect(at({ '2024-01-05': 1, '2024-02-05': 1, '2024-03-05': 2 })).toMatchObject({ total: 4, state: 'met' });
    expect(at({ '2024-01-05': 1, '2024-02-05': 1, '2024-03-05': 1 })).toMatchObject({ total: 3, state: 'not-met' });
  });

  test('7.16 coverage of a frequency: 100% xã đạt nhịp (000:74, 002:83): communes that keep it over all', () => {
    const target = aTarget({ value: 4 });
    const tallyOfItems = (items: number) =>
      tallied(cadence('quarter'), target, newsOn({ '2024-02-05': items }), { from: '2024-01-01', to: '2024-03-31' });
    const coverage = coverageOf([
      { body: 'xã A', tally: tallyOfItems(4) },
      { body: 'xã B', tally: tallyOfItems(5) },
      { body: 'xã C', tally: tallyOfItems(3) },
      { body: 'xã D' },
    ]);
    expect(coverage).toMatchObject({ numerator: 2, denominator: 4, kept: ['xã A', 'xã B'], unknown: ['xã D'] });
    expect(coverage.failing).toEqual([{ body: 'xã C', periods: ['2024-Q1'] }]);
    const asked = (n: number) => judgedShare({ kind: 'coverage' }, { value: 100 }, [n, 4]);
    expect(asked(coverage.numerator)).toMatchObject({ state: 'not-met', value: 50 });
    expect(asked(4).state).toBe('met');
  });

  test('7.16 a unit whose quarter still runs has neither kept the cadence nor failed it', () => {
    const firstHalf = { from: '2024-01-01', to: '2024-06-30' };
    const log = newsOn({ '2024-02-05': 4, '2024-04-05': 1 });
    const tally = tallied(cadence('quarter'), aTarget({ value: 4 }), log, firstHalf, '2024-05-01');
    expect(coverageOf([{ body: 'xã A', tally }])).toMatchObject({ numerator: 0, denominator: 1, running: ['xã A'] });
  });

  test('7.17 coverage with a monthly test: 100% trung tâm huyện có chuyên mục hằng tháng (002:85): each month', () => {
    const target = aTarget({ value: 1 });
    const tallyOfMonths = (months: readonly number[]) => {
      const days = months.map((month) => [`2024-${String(month).padStart(2, '0')}-05`, 1] as const);
      return tallied(cadence('month'), target, newsOn(Object.fromEntries(days)), year);
    };
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const coverage = coverageOf([
      { body: 'A', tally: tallyOfMonths(all) },
      { body: 'B', tally: tallyOfMonths(all.filter((month) => month !== 8)) },
    ]);
    expect(coverage.numerator).toBe(1);
    expect(coverage.failing).toEqual([{ body: 'B', periods: ['2024-08'] }]);
  });

  test('7.18 AND of two conditions: được phổ biến và cam kết 80% (000:72): only those with both are counted', () => {
    const measure = aMeasure({ conditions: ['được phổ biến', 'cam kết'] });
    const reading = { period: '2024', numerator: 7, denominator: 10, conditions: [9, 8] };
    expect(checkReading(measure, reading)).toEqual([]);
    expect(judged({ measure, targets: [aTarget({ value: 80 })], readings: [aReading(reading)] })).toMatchObject({
      state: 'not-met',
      value: 70,
    });
    // 9 informed or 8 committed are not both, and fewer than 7 cannot be.
    for (const numerator of [9, 6])
      expect(checkReading(measure, { ...reading, numerator })).toEqual([
        { field: 'numerator', problem: { code: 'reading/conditions-differ', least: 7, most: 8 } },
      ]);
  });

  test('7.19 per-sex conjunction: trẻ em trai và gái dân tộc thiểu số 99,6% (002:69): each sex passes', () => {
    const measure = aMeasure({ kind: 'both-sexes' });
    const at = (boys: number, girls: number) =>
      judged({
        measure,
        targets: [aTarget({ value: 99.6 })],
        readings: [
          aReading({
            male: { numerator: boys, denominator: 1_000 },
            female: { numerator: girls, denominator: 1_000 },
          }),
        ],
      });
    expect(at(996, 996).state).toBe('met');
    expect(at(997, 995)).toMatchObject({ state: 'not-met', value: 99.6, bySex: { male: 99.7, female: 99.5 } });
  });

  test('7.20 approximate: THCS "khoảng 65%" (000:61): the tolerance is declared, not guessed', () => {
    const at = (n: number, tolerance?: number) =>
      judgedShare({}, { value: 65, approximate: true, ...(tolerance !== undefined && { tolerance }) }, [n, 1_000])
        .state;
    expect(at(649)).toBe('not-met');
    expect([at(640, 1), at(639, 1)]).toEqual(['met', 'not-met']);
  });

  test('7.21 two numbers in one: thạc sĩ 50% và tiến sĩ 30/35% (002:73): passes only when both do', () => {
    const masters = judgedShare({}, { value: 50 }, [50, 100]);
    const doctors = (n: number) => judgedShare({}, { value: 30, byYear: 2025 }, [n, 100], '2025');
    expect(judgeIndicator([masters, doctors(30)])).toBe('met');
    expect(judgeIndicator([masters, doctors(29)])).toBe('not-met');
  });

  test('7.22 directional only: tăng nữ làm công hưởng lương (001:59): against last year; the target is "chưa giao"', () => {
    const measure = aMeasure({ kind: 'direction', against: 'last-year' });
    const readings = [
      aReading({ period: '2023-H2', numerator: 60, denominator: 100 }),
      aReading({ period: '2023-H1', numerator: 40, denominator: 100 }),
      aReading({ period: '2024-H1', numerator: 45, denominator: 100 }),
    ];
    expect(judged({ measure, readings })).toMatchObject({ state: 'met', value: 45, previous: 40 });
    expect(judged({ measure: { ...measure, against: 'period-before' }, readings })).toMatchObject({
      state: 'not-met',
      previous: 60,
    });
    const awaited = judged({ targets: [aTarget({ awaits: 'above' })], readings: [readings[2] ?? aReading()] });
    expect(awaited).toMatchObject({ state: 'not-assigned', value: 45 });
  });

  test('7.23 pointer: chỉ tiêu 1, 2 mục tiêu 1 của Kế hoạch 131 (004:38): its value comes from the parent later', () => {
    const pointer = aMeasure({
      kind: 'pointer',
      title: 'Chỉ tiêu 1, mục tiêu 1',
      pointsTo: { plan: '131/KH-UBND', indicator: 'chỉ tiêu 1, mục tiêu 1' },
      parents: { 'city/issued~131.measure.1.1': 1 },
    });
    const readings = [aReading({ numerator: 61, denominator: 100 })];
    expect(judged({ measure: pointer, readings }).state).toBe('elsewhere');
    expect(checkReading(pointer, { period: '2024', numerator: 1 })).toEqual([
      { field: '', problem: { code: 'reading/points-elsewhere' } },
    ]);
    const filled = pointedTo(pointer, { measure: aMeasure({ plan: 'p131' }), targets: [aTarget({ value: 60 })] });
    expect(filled.measure).toMatchObject({ kind: 'share', title: 'Chỉ tiêu 1, mục tiêu 1', plan: 'p1' });
    expect(judged({ ...filled, readings })).toMatchObject({ state: 'met', value: 61 });
    const guarded = pointedTo(pointer, { measure: aMeasure({ guarded: true }), targets: [] });
    expect(judged({ ...guarded, readings }).state).toBe('guarded');
  });

  test('7.24 threshold list: cơ quan nữ từ 30% chưa có nữ lãnh đạo (002:119): a list, not a percent', () => {
    const measure = aMeasure({ kind: 'list', better: 'lower', threshold: 'nữ từ 30% trở lên, chưa có nữ lãnh đạo' });
    const at = (bodies: readonly string[]) =>
      judged({
        measure,
        targets: [aTarget({ comparator: '<=', value: 0 })],
        readings: [aReading({ bodies: [...bodies] })],
      });
    expect(at(['Trường Mẫu', 'Trạm Mẫu'])).toMatchObject({ state: 'not-met', value: 2 });
    expect(at([])).toMatchObject({ state: 'met', value: 0 });
    expect(checkReading(measure, { period: '2024', numerator: 3, bodies: ['Trường Mẫu'] })).toEqual([
      { field: 'bodies', problem: { code: 'reading/bodies-differ', expected: 3, found: 1 } },
    ]);
  });

  test('7.25 "tất cả", "đầy đủ": mọi trường hợp có nhu cầu được trợ giúp (004:48): that is 100%', () => {
    const at = (n: number, d: number) => judgedShare({}, { value: 100, printed: 'tất cả' }, [n, d]).state;
    expect([at(12, 12), at(11, 12)]).toEqual(['met', 'not-met']);
  });
});

describe('Rules of every formula', () => {
  test('numerator and denominator are kept: 1 of 3 is judged as a third, not as 33,33', () => {
    expect(judgedShare({}, { value: 33.34 }, [1, 3]).value).toBe(100 / 3);
    expect(judgedShare({}, { comparator: '>', value: 33.33 }, [1, 3]).state).toBe('met');
  });

  test('a denominator of 0 is "không phát sinh", never 0% nor 100%', () => {
    expect(judgedShare({}, { value: 0 }, [0, 0])).toMatchObject({ state: 'nothing-arose' });
    expect(judgedShare({}, { value: 0 }, [0, 0]).value).toBeUndefined();
  });

  test('numbers are shown as the documents print them: 99,6%; 10.000; 04', () => {
    expect([formatPercent(99.6), formatNumber(10_000), paddedCount(4)]).toEqual(['99,6%', '10.000', '04']);
    expect([parseCount('01'), parseCount('04')]).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 4 },
    ]);
  });
});
