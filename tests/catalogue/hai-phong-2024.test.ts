/** The plan of Hải Phòng for 2024 is whole. Line numbers are those of document 004. */
import { describe, expect, test } from 'vitest';
import { dutiesOf } from '#catalogue/plans/duties.ts';
import { haiPhong2024 } from '#catalogue/plans/hai-phong-2024.ts';
import { indicatorsOf, measuresOf, targetsOf } from './document-items.ts';

const { plan, tasks, rules, campaigns, bases, attachments, recipients, headLines } = haiPhong2024;

describe('the plan of Hải Phòng for 2024', () => {
  test('keeps the head blank: no number, no date, and no line for either', () => {
    expect([plan.number, plan.date]).toEqual([undefined, undefined]);
    expect(headLines).toEqual({ title: 4, signingOffice: 254 });
    expect(recipients).toHaveLength(13);
  });

  test('points to six indicators of plan 131 and has no figure of theirs', () => {
    const pointers = measuresOf(haiPhong2024).filter(({ kind }) => kind === 'pointer');
    expect(pointers.map(({ pointsTo }) => pointsTo?.indicator)).toEqual([
      'Chỉ tiêu 1, mục tiêu 1',
      'Chỉ tiêu 2, mục tiêu 1',
      'Chỉ tiêu 1, mục tiêu 2',
      'Chỉ tiêu 2, mục tiêu 2',
      'Chỉ tiêu 3, mục tiêu 2',
      'Chỉ tiêu 1, mục tiêu 3',
    ]);
    expect(new Set(pointers.map(({ pointsTo, line, source }) => `${pointsTo?.plan} ${line} ${source}`))).toEqual(
      new Set(['131/KH-UBND 38 from-above']),
    );
    expect(pointers.flatMap(({ targets }) => targets)).toEqual([]);
  });

  test('takes "all who need help" for 100 percent, of people whose counts are guarded', () => {
    expect(indicatorsOf(haiPhong2024).at(-1)).toMatchObject({
      line: 48,
      measures: [{ kind: 'share', guarded: true, source: 'own-register' }],
    });
    expect(targetsOf(haiPhong2024)).toEqual([
      { comparator: '>=', value: 100, byYear: 2024, printed: 'tất cả các trường hợp' },
    ]);
  });

  test('carries out three plans of the city, whose numbers and days it prints', () => {
    const own = bases.filter(({ relation }) => relation !== 'cites');
    expect(own.map(({ number, date, relation, line }) => [number, date, relation, line])).toEqual([
      ['117/KH-UBND', '2021-05-17', 'carries-out', 6],
      ['131/KH-UBND', '2021-05-31', 'carries-out', 6],
      ['59/KH-UBND', '2022-03-14', 'carries-out', 6],
      ['1303/LĐTĐ-BHXH-VBĐG', '2024-03-29', 'basis', 8],
    ]);
    expect(bases.find(({ key }) => key === '125')).toMatchObject({ number: '125/NĐ-CP', date: '2021-12-28', line: 28 });
    expect(bases).toHaveLength(15);
  });

  test('asks for one report with a day, by an outline that did not come with it', () => {
    expect(rules.filter(({ monthDay }) => monthDay)).toMatchObject([
      { kind: 'year', rule: 'before', monthDay: '12-10', year: 2024, printed: 'trước ngày 10/12/2024', line: 102 },
    ]);
    expect(rules.filter(({ rule }) => rule === 'none').map(({ line }) => line)).toEqual([
      88, 102, 124, 162, 204, 226, 230, 236,
    ]);
    expect(rules.filter(({ kind }) => kind === 'half-year')).toEqual([]);
    expect(attachments.map(({ line }) => line)).toEqual([102, 102]);
  });

  test('gives the action month its days, and two other occasions none', () => {
    expect(campaigns.map(({ key, from, to, undated, line }) => [key, from, to, undated ?? false, line])).toEqual([
      ['action-month', '11-15', '12-15', false, 70],
      ['domestic-violence-month', '06-01', '06-30', true, 140],
      ['violence-day', '11-25', '11-25', true, 140],
    ]);
    const windows = tasks.filter(({ recurrence }) => recurrence === 'window');
    expect(new Set(windows.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(['2024-11-15 2024-12-15']));
    expect([...new Set(windows.map(({ section }) => section))]).toEqual(['II.3', 'IV.1', 'IV.2', 'IV.14', 'IV.17']);
  });

  test('asks the youth union alone, and only takes figures from the statistics office', () => {
    const withRole = (role: string) =>
      tasks.filter(({ agencies }) => agencies?.some((agency) => agency.role === role)).map(({ section }) => section);
    expect(new Set(withRole('requested'))).toEqual(new Set(['IV.14']));
    expect(new Set(withRole('data'))).toEqual(new Set(['IV.11']));
  });

  test('says where it inspects, watches, counts, looks back, guides and commends', () => {
    const lines: Record<string, number[]> = {};
    for (const { kind, line } of dutiesOf(haiPhong2024)) (lines[kind] ??= []).push(line);
    expect(lines).toEqual({
      review: [32, 40, 144],
      inspection: [44, 78, 88, 122, 134, 146, 154, 174, 234],
      monitoring: [82, 124, 208],
      statistics: [90, 102, 162, 204, 204, 230],
      commendation: [92, 236],
      guidance: [132, 142],
      other: [236],
    });
  });
});
