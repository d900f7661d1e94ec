/** The edges of targets, dates and counts that the five documents have, one test for each, with its place (document:line). */
import { describe, expect, test } from 'vitest';
import { peopleTotal } from '#domain/people.ts';
import { inCampaign, occurrenceOf } from '#domain/campaigns.ts';
import { compareTargets } from '#domain/comparing.ts';
import { formatPartialDate, touches } from '#domain/dates.ts';
import { lastValidDay } from '#domain/deadlines.ts';
import { checkField } from '#domain/field-checks.ts';
import { fold, matchesQuery } from '#domain/folding.ts';
import { judgeIndicator } from '#domain/judging.ts';
import { checkMeasure } from '#domain/measure-rules.ts';
import type { Rule } from '#domain/records/plan.ts';
import { planTable, taskTable } from '#domain/records/plan.ts';
import { reaches, targetInForce } from '#domain/targets.ts';
import { checkValues, recordOf } from '#domain/values.ts';
import { aMeasure, aReading, aTarget, cadence, judged, judgedShare, newsOn, tallied } from './samples.ts';

const firstQuarter = { from: '2024-01-01', to: '2024-03-31' };
const aRule = (fields: Partial<Rule>): Rule => ({
  plan: 'p1',
  kind: 'year',
  from: 'UBND xã',
  to: 'UBND thành phố',
  rule: 'before',
  reach: 'outer',
  order: 'a',
  ...fields,
});

describe('A target', () => {
  test('8.1 range: "từ 01 đến 02" is a floor of 1 and a usual upper bound of 2, not a cap; both are told', () => {
    const target = aTarget({ comparator: 'range', value: 1, max: 2 });
    expect([0, 1, 2, 3].map((items) => reaches(target, items))).toEqual([false, true, true, true]);
    const at = (n: number) =>
      judged({ measure: aMeasure({ kind: 'count' }), targets: [target], readings: [aReading({ numerator: n })] });
    expect([1, 2, 3].map((n) => at(n).full)).toEqual([false, true, true]);
    expect(at(1).target).toMatchObject({ value: 1, max: 2 });
  });

  test('8.2 "duy trì" with a value keeps its comparator and its printed words (000:51, 000:53)', () => {
    const ratio = { comparator: '<=', value: 109, maintain: true, printed: 'duy trì … không vượt quá 109' } as const;
    expect([reaches(aTarget(ratio), 109), reaches(aTarget(ratio), 109.1)]).toEqual([true, false]);
    const deaths = { comparator: '<', value: 2, maintain: true, printed: 'Duy trì giảm … xuống dưới 02' } as const;
    expect([reaches(aTarget(deaths), 2), reaches(aTarget(deaths), 1.9)]).toEqual([false, true]);
    expect(judgedShare({ per: 10_000 }, deaths, [19, 100_000]).target?.printed).toContain('dưới 02');
  });

  test('8.2 "duy trì" without a value must not get worse; the same again is enough', () => {
    const measure = aMeasure({ kind: 'count', better: 'higher' });
    const at = (before: number | undefined, now: number) =>
      judged({
        measure,
        targets: [aTarget({ maintain: true })],
        readings: [
          ...(before === undefined ? [] : [aReading({ period: '2023', numerator: before })]),
          aReading({ numerator: now }),
        ],
      });
    expect([at(5, 5).state, at(5, 6).state, at(5, 4).state]).toEqual(['met', 'met', 'not-met']);
    expect(at(undefined, 5).state).toBe('not-comparable');
    expect(at(5, 4)).toMatchObject({ value: 4, previous: 5 });
  });

  test('8.3 equal-value milestones differ by their comparator: 25 in 2025 (≤), dưới 25 in 2030 (<) (002:57)', () => {
    const targets = [
      aTarget({ comparator: '<=', value: 25, byYear: 2025 }),
      aTarget({ comparator: '<', value: 25, byYear: 2030 }),
    ];
    const at = (n: number, period: string) =>
      judged({
        measure: aMeasure({ per: 100_000, better: 'lower' }),
        targets,
        readings: [aReading({ numerator: n, denominator: 100_000, period })],
      });
    expect(at(25, '2025')).toMatchObject({ state: 'met', target: targets[0], nextTarget: targets[1] });
    expect(at(25, '2030').state).toBe('not-met');
    expect(at(24, '2030').state).toBe('met');
  });

  test('8.4 of several milestones the next one ahead judges, the last one afterwards; nothing is interpolated', () => {
    const targets = [aTarget({ value: 60, byYear: 2025 }), aTarget({ value: 75, byYear: 2030 })];
    const inForce = (day: string) => targetInForce(targets, day)?.value;
    expect(['2021-06-01', '2023-06-01', '2025-12-31'].map(inForce)).toEqual([60, 60, 60]);
    expect(['2026-01-01', '2028-06-01', '2030-12-31', '2033-01-01'].map(inForce)).toEqual([75, 75, 75, 75]);
  });

  test('8.5 "từ năm 2025 trở đi" begins in 2025, stays in force, and is not due before', () => {
    const targets = [aTarget({ value: 100, fromYear: 2025 })];
    const at = (n: number, period: string) =>
      judged({ targets, readings: [aReading({ numerator: n, denominator: 100, period })] }).state;
    expect([at(90, '2024'), at(90, '2025'), at(100, '2025'), at(90, '2030')]).toEqual([
      'not-due',
      'not-met',
      'met',
      'not-met',
    ]);
  });

  test('8.6 without a printed year it applies to the whole plan period (002:47, 002:85)', () => {
    const at = (period: string) => judgedShare({}, { value: 100 }, [99, 100], period).state;
    expect(['2021', '2025', '2030'].map(at)).toEqual(['not-met', 'not-met', 'not-met']);
  });

  test('8.7 "trở lên" printed only after the 2030 figure: 2025 is at least 60 as well (002:25)', () => {
    const targets = [
      aTarget({ value: 60, byYear: 2025, printed: 'đạt 60%' }),
      aTarget({ value: 75, byYear: 2030, printed: '75% trở lên' }),
    ];
    const at = (n: number, period: string) =>
      judged({ targets, readings: [aReading({ numerator: n, denominator: 100, period })] }).state;
    expect([at(61, '2025'), at(76, '2030')]).toEqual(['met', 'met']);
  });

  test('8.8 "đạt", "có", "ở mức" imply ≥ or ≤ by what is better; the exact words are kept beside', () => {
    const share = judgedShare({}, { value: 20, printed: 'đạt 20%' }, [21, 100]);
    const ratio = judgedShare(
      { kind: 'ratio', better: 'lower' },
      { comparator: '<=', value: 111, printed: 'ở mức 111' },
      [110, 100],
    );
    expect([share.state, ratio.state]).toEqual(['met', 'met']);
    expect([share.target?.printed, ratio.target?.printed]).toEqual(['đạt 20%', 'ở mức 111']);
  });

  test('8.9 two numbers in one "chỉ tiêu" are two measures, and all must pass (000:43, 61, 65–66; 002:45 …)', () => {
    expect(judgeIndicator([{ state: 'met' }, { state: 'met' }])).toBe('met');
    expect(judgeIndicator([{ state: 'met' }, { state: 'not-met' }])).toBe('not-met');
    expect(judgeIndicator([{ state: 'met' }, { state: 'not-due' }])).toBe('not-due');
  });
});

describe('The same indicator in two plans', () => {
  const deaths = (per: 10_000 | 100_000, value: number) => ({
    measure: aMeasure({ per, better: 'lower', denominator: 'Trẻ sinh ra sống' }),
    target: aTarget({ comparator: '<', value }),
  });

  test('8.10 in another unit is compared in one, and each keeps its own (tử vong mẹ /10.000, /100.000)', () => {
    const [first, second] = [deaths(10_000, 2), deaths(100_000, 25)];
    expect(compareTargets(first, second)).toEqual({ values: [20, 25], per: 100_000, doubts: [] });
    expect(compareTargets(second, first)?.values).toEqual([25, 20]);
    expect([first.target.value, second.target.value]).toEqual([2, 25]);
  });

  test('8.11 in another direction is marked: việc nhà maintain 1,5 against reduce 1,7 → 1,4', () => {
    const hours = (value: number, maintain: boolean) => ({
      measure: aMeasure({ kind: 'multiple', better: 'lower', denominator: 'Số giờ của nam' }),
      target: aTarget({ comparator: '<=', value, maintain }),
    });
    expect(compareTargets(hours(1.5, true), hours(1.4, false))).toMatchObject({
      values: [1.5, 1.4],
      doubts: ['maintain'],
    });
  });

  test('8.12 of other people is marked: whole population (000:70) against people aged 6 and over (002:79)', () => {
    const reached = (denominator: string) => ({
      measure: aMeasure({ denominator }),
      target: aTarget({ value: 50 }),
    });
    expect(compareTargets(reached('Dân số'), reached('Dân số từ 6 tuổi'))?.doubts).toEqual(['denominator']);
    expect(compareTargets(reached('Dân số'), reached('dân  số'))?.doubts).toEqual([]);
  });

  test('8.13 a bare denominator is asked for, and doubted where a document left it out', () => {
    const bare = aMeasure({ numerator: 'Lao động nữ làm công hưởng lương' });
    expect(checkMeasure(bare)).toEqual([{ field: 'denominator', problem: { code: 'field/required' } }]);
    expect(checkMeasure({ ...bare, denominator: 'Lao động nữ có việc làm' })).toEqual([]);
    const asked = { measure: bare, target: aTarget({ value: 45 }) };
    expect(compareTargets(asked, asked)?.doubts).toEqual(['denominator-unnamed']);
  });

  test('8.14 one log, two cadences: 1 item every month meets 000 and fails 002 (3 < 4)', () => {
    const log = newsOn({ '2024-01-01': 1, '2024-02-01': 1, '2024-03-01': 1 });
    const monthly = tallied(cadence('month'), aTarget({ value: 1 }), log, firstQuarter);
    const quarterly = tallied(cadence('quarter'), aTarget({ value: 4 }), log, firstQuarter);
    expect(monthly.periods.map(({ state }) => state)).toEqual(['met', 'met', 'met']);
    expect(quarterly.periods).toMatchObject([{ total: 3, state: 'not-met' }]);
  });
});

describe('A date or a number', () => {
  test('8.15 "trước" is exclusive, "vào" inclusive; without a year it returns, with one it does not', () => {
    expect(lastValidDay(aRule({ rule: 'before', monthDay: '06-10' }), 2027)).toBe('2027-06-09');
    expect(lastValidDay(aRule({ rule: 'on', monthDay: '06-05' }), 2021)).toBe('2021-06-05');
    expect(lastValidDay(aRule({ monthDay: '12-10', year: 2024 }), 2025)).toBeUndefined();
  });

  test('8.16 is kept as precise as it was printed: day, month, year, none', () => {
    expect(['2024-02', '2021', '2024-02-20'].map((date) => checkField(planTable.single.date, date))).toEqual(
      Array(3).fill(undefined),
    );
    expect(['2024-02', '2021', '2024-02-20'].map(formatPartialDate)).toEqual(['02/2024', '2021', '20/02/2024']);
    const july = aRule({ rule: 'on', month: 7, printed: 'tháng 7' });
    expect(lastValidDay(july, 2024)).toBe('2024-07-31');
    expect(lastValidDay(aRule({ rule: 'none', printed: 'hằng năm' }), 2024)).toBeUndefined();
  });

  const draft = { $c: true, kind: 'plan', title: 'Kế hoạch', issuer: 'UBND xã', from: '2024-01-01', to: '2024-12-31' };
  test('8.17 a blank number "/KH-UBND" is saved, twice if need be, and completed later', () => {
    for (const id of ['p1', 'p2'])
      expect([id, checkValues('plan', { ...draft, number: '/KH-UBND' }, { creating: true, id })]).toEqual([
        id,
        undefined,
      ]);
    expect(checkValues('plan', draft, { creating: true })).toBeUndefined();
    expect(checkValues('plan', { number: '12/KH-UBND', date: '2024-02-21' }, { creating: false })).toBeUndefined();
  });

  test('8.18 a section path is text, and its order stands apart: 2.1 … 2.4 then 5; a … đ twice', () => {
    const sections = ['2.4', '5', 'II.1.đ', 'II.2.đ', 'IV.2.1'];
    expect(sections.map((section) => checkField(taskTable.single.section, section))).toEqual(Array(5).fill(undefined));
    const records = sections.map((section, index) =>
      recordOf('task', {
        $c: true,
        plan: 'p1',
        section,
        text: 'Việc',
        recurrence: 'ongoing',
        order: String.fromCodePoint(97 + index),
      }),
    );
    const sorted = records.toSorted((a, b) => ((a?.order ?? '') < (b?.order ?? '') ? -1 : 1));
    expect(sorted.map((task) => task?.section)).toEqual(sections);
  });
});

describe('Small numbers and people', () => {
  const births = (boys: number, girls: number, measure = {}) =>
    judgedShare({ kind: 'ratio', better: 'lower', ...measure }, { comparator: '<=', value: 109 }, [boys, girls]);

  test('8.19 a sex ratio of 9 births is noise: judged, told as counts, and not coloured on its own', () => {
    expect(births(5, 4)).toMatchObject({ state: 'not-met', small: { numerator: 5, denominator: 4, limit: 20 } });
    expect(births(120, 100).small).toBeUndefined();
    expect(births(24, 20).small).toBeUndefined();
    expect(births(24, 19).small).toMatchObject({ denominator: 19 });
  });

  test('8.19 the limit is the measure’s own where it declares one, and 0 for none', () => {
    expect(births(60, 50, { smallBelow: 100 }).small).toMatchObject({ denominator: 50, limit: 100 });
    expect(births(1, 1, { smallBelow: 0 }).small).toBeUndefined();
  });

  test('8.19 a rate is small where one single case already exceeds the target', () => {
    const at = (births_: number) => judgedShare({ per: 100_000 }, { comparator: '<', value: 25 }, [1, births_]).small;
    expect(at(3_999)).toMatchObject({ limit: 4_000 });
    expect(at(4_000)).toBeUndefined();
  });

  test('8.20 lượt người are not người: attendances never enter the number of people', () => {
    const talks = { female: 20, male: 15, unrecorded: 3, attendances: 400 };
    expect(peopleTotal(talks)).toBe(38);
  });
});

describe('One activity', () => {
  const talk = { from: '2024-11-20', to: '2024-11-20', campaigns: {} };

  test('8.21 counts once in each task, measure and campaign that it serves', () => {
    const activity = { ...talk, id: 'a', outputs: { 'news-item': 1, session: 1 }, measures: { m1: true, m2: true } };
    const twice = [activity, activity];
    const news = tallied(cadence('month', ['news-item']), aTarget({ value: 1 }), twice, {
      from: '2024-11-01',
      to: '2024-11-30',
    });
    const sessions = tallied(cadence('year', ['session']), aTarget({ value: 1 }), twice, {
      from: '2024-01-01',
      to: '2024-12-31',
    });
    expect([news.periods[0]?.total, sessions.periods[0]?.total]).toEqual([1, 1]);
    expect(inCampaign(activity, 'c1', occurrenceOf({ from: '11-15', to: '12-15' }, 2024))).toBe(true);
  });

  test('8.22 one news item aired three times is one item and three broadcasts; the measure says which it counts', () => {
    const aired = [{ ...talk, id: 'a', outputs: { 'news-item': 1, broadcast: 3 }, measures: {} }];
    const total = (outputs: string[]) =>
      tallied(cadence('month', outputs), aTarget({ value: 1 }), aired, { from: '2024-11-01', to: '2024-11-30' })
        .periods[0]?.total;
    expect([total(['news-item', 'article']), total(['broadcast'])]).toEqual([1, 3]);
  });
});

describe('Names and periods', () => {
  test('8.23 names vary: Đồng Tuyền/Tuyển, mua bán/buôn bán, vì/về, with or without accents, đ or d', () => {
    expect(fold('Đồng Tuyền')).toBe(fold('dong tuyển'));
    expect(matchesQuery(fold('Phòng, chống mua bán người'), 'mua ban nguoi')).toBe(true);
    const aliases = [
      'Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới',
      'Tháng hành động về bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    ];
    expect(aliases.every((alias) => matchesQuery(fold(alias), 'thang hanh dong'))).toBe(true);
  });

  test('8.24 periods overlap: of "2021–2025 và 2025–2030" the year 2025 belongs to both (002:113)', () => {
    const stages = [
      { from: '2021-01-01', to: '2025-12-31' },
      { from: '2025-01-01', to: '2030-12-31' },
    ];
    const stagesIn = (year: number) =>
      stages.filter((stage) => touches(stage, { from: `${year}-01-01`, to: `${year}-12-31` })).length;
    expect([2024, 2025, 2026].map(stagesIn)).toEqual([1, 2, 1]);
  });

  test('8.25 programmes end before the plan that cites them: 2021–2025 inside 2021–2030 (002:9, 002:11)', () => {
    const basis = recordOf('basis', {
      $c: true,
      plan: 'p1',
      number: '2232/QĐ-TTg',
      relation: 'basis',
      fromYear: 2021,
      toYear: 2025,
      order: 'a',
    });
    expect(basis).toMatchObject({ fromYear: 2021, toYear: 2025 });
    const targets = [aTarget({ value: 50, fromYear: 2021, toYear: 2025 })];
    expect([targetInForce(targets, '2025-12-31'), targetInForce(targets, '2026-01-01')]).toEqual([
      targets[0],
      undefined,
    ]);
  });
});
