/** The plan of Quảng Ninh for 2021–2030 is whole. Line numbers are those of document 002. */
import { describe, expect, test } from 'vitest';
import { dutiesOf } from '#catalogue/plans/duties.ts';
import { quangNinh2021 } from '#catalogue/plans/quang-ninh-2021-2030.ts';
import { asked, indicatorsOf, measuresOf } from './document-items.ts';

const { plan, headLines, tasks, rules, campaigns, bases, duties, models, services, recipients, objectives } =
  quangNinh2021;
const measures = measuresOf(quangNinh2021);
const measure = (key: string) => measures.find((item) => item.key === key);

/** Every printed figure: "≥ 60 by 2025". */
const targets: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['>= 60 by 2025', '>= 75 by 2030'],
  '1.2': ['>= 80 by 2025', '>= 90 by 2030'],
  '2.1': ['>= 50 by 2025', '>= 60 by 2030'],
  '2.2': ['< 30 by 2025', '< 25 by 2030'],
  '2.3': ['>= 27 by 2025', '>= 30 by 2030'],
  '3.1': ['<= 1.7 by 2025', '<= 1.4 by 2030'],
  '3.2a': ['>= 80 by 2025', '>= 90 by 2030'],
  '3.2b': ['>= 50 by 2025', '>= 70 by 2030'],
  '3.3': ['>= 100'],
  '3.4a': ['>= 70 by 2025', '>= 100 by 2030'],
  '3.4b': ['yes'],
  '4.1': ['<= 111 by 2025', '<= 109 by 2030'],
  '4.2': ['<= 25 by 2025', '< 25 by 2030'],
  '4.3': ['<= 18 by 2025', '< 18 by 2030'],
  '4.4': ['>= 1 by 2025', '>= 1 from 2026 to 2030'],
  '5.1a': ['yes from 2025'],
  '5.1b': ['yes from 2025'],
  '5.2a': ['>= 99.6 by 2025', '> 99.6 by 2030'],
  '5.2b': ['>= 85 by 2025', '>= 90 by 2030'],
  '5.3': ['> 30 by 2025', '> 40 by 2030'],
  '5.4a': ['>= 50 from 2025'],
  '5.4b': ['>= 30 from 2025 to 2029', '>= 35 from 2030'],
  '6.1': ['>= 60 by 2025', '>= 80 by 2030'],
  '6.2': ['>= 100 from 2025'],
  '6.3a': ['>= 4 from 2025'],
  '6.3b': ['>= 100 from 2025'],
  '6.4a': ['yes'],
  '6.4b': ['>= 100'],
};

describe('the plan of Quảng Ninh for 2021–2030', () => {
  test('has its number, its day and its office', () => {
    expect([plan.number, plan.date, plan.from, plan.to]).toEqual([
      '82/KH-UBND',
      '2021-04-08',
      '2021-01-01',
      '2030-12-31',
    ]);
    expect(plan.signingOffice).toBe('TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH');
    expect(headLines).toEqual({ number: 3, date: 5, title: 9, issuer: 11, signingOffice: 368 });
    expect(recipients).toHaveLength(12);
    expect(plan.funding?.map(({ line }) => line)).toEqual([225, 225, 225, 225, 225, 229]);
  });

  test('has 21 indicators and 28 measures, each with all its printed figures', () => {
    expect(indicatorsOf(quangNinh2021)).toHaveLength(21);
    expect(measures).toHaveLength(28);
    expect(Object.fromEntries(measures.map((item) => [item.key, item.targets.map(asked)]))).toEqual(targets);
    expect(measures.flatMap((item) => item.targets).filter(({ printed }) => !printed)).toEqual([]);
  });

  test('numbers the indicators of each objective from one, and states each objective on its line', () => {
    expect(objectives.map(({ number, line, statement }) => [number, line, statement?.line])).toEqual([
      ['1', 21, 23],
      ['2', 29, 31],
      ['3', 39, 41],
      ['4', 51, 53],
      ['5', 63, 65],
      ['6', 75, 77],
    ]);
    for (const { number, indicators } of objectives) {
      expect(indicators.map(({ key }) => key)).toEqual(indicators.map((_, index) => `${number}.${index + 1}`));
    }
  });

  test('keeps what decides the odd ones: a baseline without a year, two conditions, rhythms, each sex, what is kept up', () => {
    expect(measure('4.3')?.baseline).toEqual({ value: 23 });
    expect(measure('6.2')?.conditions).toHaveLength(2);
    expect(measure('6.3a')).toMatchObject({ kind: 'cadence', cadence: { every: 'quarter' }, source: 'own-log' });
    expect(measure('6.3b')).toMatchObject({ kind: 'coverage', cadence: { every: 'quarter' } });
    expect(measure('6.4b')).toMatchObject({ kind: 'coverage', cadence: { every: 'month' } });
    expect(measure('5.2a')).toMatchObject({ kind: 'both-sexes', splitBy: 'sex' });
    expect(measure('3.1')).toMatchObject({ kind: 'multiple', better: 'lower', per: 1 });
    expect(measure('4.2')).toMatchObject({ per: 100_000 });
    const kept = measures.filter((item) => item.targets.some(({ maintain }) => maintain));
    expect(kept.map(({ key }) => key)).toEqual(['3.4b', '4.4']);
    expect(measures.filter(({ guarded }) => guarded).map(({ key }) => key)).toEqual(['3.2a', '3.2b', '3.3']);
  });

  test('says who leads each indicator, who helps, who is asked and who only hands in figures', () => {
    const answering = (key: string) =>
      indicatorsOf(quangNinh2021)
        .find((indicator) => indicator.key === key)
        ?.agencies?.map(({ agency, role }) => `${agency}: ${role}`);
    const led: Record<string, string[]> = {};
    for (const { key } of indicatorsOf(quangNinh2021)) (led[answering(key)?.join('; ') ?? ''] ??= []).push(key);
    expect(led).toEqual({
      'Sở Nội vụ: lead': ['1.1'],
      'Ban Tổ chức Tỉnh ủy: requested': ['1.2'],
      'Sở LĐTBXH: lead': ['2.1', '2.2', '3.3', '3.4', '5.3', '6.1', '6.2'],
      'Sở Kế hoạch và Đầu tư: lead': ['2.3'],
      'Cục Thống kê: data': ['3.1', '5.4'],
      'Sở Văn hóa và Thể thao: lead; Sở LĐTBXH: coordinate': ['3.2'],
      'Sở Y tế: lead': ['4.1', '4.2', '4.3', '4.4'],
      'Sở Giáo dục và Đào tạo: lead': ['5.1', '5.2'],
      'Sở Thông tin và Truyền thông: lead': ['6.3', '6.4'],
    });
  });

  test('lets the tasks of II.2.1 to II.2.6 serve objectives 1 to 6, and no indicator is left without a task', () => {
    for (const objective of objectives) {
      const own = tasks.filter(({ section }) => section.split('.').slice(0, 3).join('.') === `II.2.${objective.key}`);
      const served = new Set(own.flatMap((task) => task.indicators ?? []));
      expect(own.filter((task) => !task.indicators?.length)).toEqual([]);
      expect([...served].toSorted()).toEqual(objective.indicators.map(({ key }) => key));
    }
  });

  test('makes 256 tasks of its 93 points and bullets', () => {
    expect(new Set(tasks.map(({ key }) => key.replace(/[a-z]$/u, ''))).size).toBe(93);
    expect(tasks).toHaveLength(256);
  });

  test('asks the party and the unions, and orders all others', () => {
    const requested = tasks.filter(({ agencies }) => agencies?.some(({ role }) => role === 'requested'));
    expect(new Set(requested.map(({ section }) => section))).toEqual(new Set(['IV.17', 'IV.18']));
  });

  test('asks for two reports a year before the tenth, and for twelve without a day', () => {
    const dated = rules.filter(({ monthDay }) => monthDay !== undefined);
    expect(dated.map(({ line, kind, rule, monthDay, year }) => [line, kind, rule, monthDay, year])).toEqual([
      [347, 'half-year', 'before', '06-10', undefined],
      [347, 'year', 'before', '12-10', undefined],
    ]);
    expect(dated.map(({ content }) => content?.length)).toEqual([1, 1]);
    const undated = rules.filter(({ rule }) => rule === 'none').map(({ line }) => line);
    expect(undated).toEqual([237, 237, 237, 271, 283, 289, 301, 327, 327, 327, 339, 349]);
    for (const rule of rules) expect(rule.printed, rule.key).toBeTruthy();
  });

  test('keeps both readings of how often a district reports', () => {
    const contradictory = rules.filter(({ contradiction }) => contradiction === 'district-reports');
    expect(contradictory.map(({ key, line }) => [key, line])).toEqual([
      ['district-year', 327],
      ['half-year', 347],
      ['year', 347],
    ]);
    expect(plan.anomalies?.some(({ line, what }) => line === 327 && what.includes('347'))).toBe(true);
  });

  test('has the budget estimate of July, by its month alone', () => {
    expect(duties.map(({ kind, yearly, line }) => [kind, yearly, line])).toEqual([['budget-estimate', '07', 227]]);
  });

  test('rests on three documents and names 21 more, with the years that they cover', () => {
    const own = bases.filter(({ line }) => line === 11);
    expect(own.map(({ number, date, relation }) => [number, date, relation])).toEqual([
      ['28/NQ-CP', '2021-03-03', 'carries-out'],
      ['2232/QĐ-TTg', '2020-12-28', 'carries-out'],
      ['1121/LĐTĐBXH-TE&BDG', '2021-04-02', 'proposes'],
    ]);
    expect(bases).toHaveLength(24);
    expect(bases.find(({ key }) => key === '2232')).toMatchObject({ fromYear: 2021, toYear: 2025 });
    const numbered = bases.filter(({ number, line }) => number !== undefined && line > 11);
    expect(numbered.map(({ number, date, line }) => [number, date, line])).toEqual([
      ['178/QĐ-TTg', '2016-01-28', 261],
      ['91/KH-UBND', '2018-06-04', 319],
      ['1898/QĐ-TTg', '2017-11-28', 319],
      ['44/KH-UBND', '2021-02-25', 319],
      ['11-NQ/TU', undefined, 335],
      ['39-CT/TU', undefined, 335],
    ]);
  });

  test('keeps the action month from 15/11 to 15/12 every year, under all five of its names', () => {
    expect(campaigns.map(({ key, from, to, line }) => [key, from, to, line])).toEqual([
      ['action-month', '11-15', '12-15', 99],
    ]);
    expect(campaigns[0]?.aliases).toContain(campaigns[0]?.name);
    expect(campaigns[0]?.aliases).toHaveLength(5);
    const linked = tasks.filter((task) => task.campaigns?.includes('action-month'));
    expect([...new Set(linked.map(({ line }) => line))]).toEqual([99, 147, 241]);
    const windows = tasks.filter(({ windowFrom }) => windowFrom !== undefined);
    expect([...new Set(windows.map(({ line, windowFrom, windowTo }) => `${line}: ${windowFrom} ${windowTo}`))]).toEqual(
      ['99: 11-15 12-15', '147: 11-15 12-15', '227: 07-01 07-31', '241: 11-15 12-15'],
    );
  });

  test('names its hotline, its services and its models', () => {
    const hotlines = services.filter(({ kind }) => kind === 'hotline');
    expect(hotlines.map(({ phone, line }) => [phone, line])).toEqual([['18001769', 167]]);
    expect(services.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ngôi nhà Ánh Dương', 'Địa chỉ tin cậy', 'Nhà tạm lánh']),
    );
    expect(models).toHaveLength(26);
    expect(models.filter(({ line }) => line === 173)).toHaveLength(6);
  });

  test('lists offices with many women and no woman who leads, beside the figures', () => {
    expect(quangNinh2021.lists).toMatchObject([{ kind: 'list', indicator: '1.1', line: 119 }]);
    expect(quangNinh2021.lists?.[0]?.threshold).toContain('30%');
  });

  test('inspects, watches, counts, looks back and commends', () => {
    const lines: Record<string, number[]> = {};
    for (const { kind, line } of dutiesOf(quangNinh2021)) (lines[kind] ??= []).push(line);
    expect(lines).toEqual({
      'budget-estimate': [227, 227, 227, 227, 235, 253],
      commendation: [261],
      guidance: [237, 255, 255],
      inspection: [101, 123, 123, 133, 199, 255, 269, 293, 323, 327],
      monitoring: [105, 191, 237, 261, 333, 339],
      review: [237, 237, 327, 327],
      statistics: [101, 119, 127, 289, 289, 299, 301, 301, 301, 301, 339, 345],
    });
  });

  test('says where the document is blank, misprinted or says two things', () => {
    const lines = new Set(plan.anomalies?.map(({ line }) => line));
    const known = [
      1, 9, 11, 25, 33, 41, 47, 57, 59, 69, 79, 85, 95, 99, 101, 113, 197, 199, 227, 237, 277, 301, 327, 335,
    ];
    expect(known.filter((line) => !lines.has(line))).toEqual([]);
  });
});
