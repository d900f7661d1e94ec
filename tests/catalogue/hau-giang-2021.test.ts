/** The plan of Hậu Giang for 2021 is whole. Line numbers are those of document 000. */
import { describe, expect, test } from 'vitest';
import { dutiesOf } from '#catalogue/plans/duties.ts';
import { hauGiang2021 } from '#catalogue/plans/hau-giang-2021.ts';
import { indicatorsOf, measuresOf, targetsOf } from './document-items.ts';

const { plan, tasks, rules, campaigns, bases, models, headLines } = hauGiang2021;

describe('the plan of Hậu Giang for 2021', () => {
  test('keeps the head blank: no number, no date, and no line for either', () => {
    expect([plan.number, plan.date, plan.datePrinted]).toEqual([undefined, undefined, undefined]);
    expect(Object.keys(headLines)).toEqual(['title', 'signingOffice']);
    expect(plan.anomalies?.[0]?.line).toBe(1);
  });

  test('has 19 indicators and 23 measures, each with one target that is due in 2021', () => {
    expect(indicatorsOf(hauGiang2021)).toHaveLength(19);
    expect(measuresOf(hauGiang2021)).toHaveLength(23);
    expect(targetsOf(hauGiang2021).map(({ byYear }) => byYear)).toEqual(Array.from({ length: 23 }, () => 2021));
  });

  test('leaves the only indicator of objective 1 without a number, and cites line 66 for the half without a bullet', () => {
    expect(indicatorsOf(hauGiang2021)[0]).toMatchObject({ key: '1', line: 29 });
    expect(indicatorsOf(hauGiang2021)[0]?.number).toBeUndefined();
    const measures = measuresOf(hauGiang2021).filter(({ line }) => line === 65 || line === 66);
    expect(measures.map(({ key, line }) => [key, line])).toEqual([
      ['5.4a', 65],
      ['5.4b', 66],
    ]);
  });

  test('rests on four documents and names nine more', () => {
    const numbered = bases.filter(({ relation }) => relation === 'basis');
    expect(numbered.map(({ number, date, line }) => [number, date, line])).toEqual([
      ['21-CT/TW', '2018-01-20', 7],
      ['28/NQ-CP', '2021-03-03', 9],
      ['2232/QĐ-TTg', '2020-12-28', 11],
      ['356/LĐTBXH-BĐG', '2021-02-19', 13],
    ]);
    expect(bases).toHaveLength(13);
  });

  test('asks for two reports on their days, inclusive, and for four without a day', () => {
    const dated = rules.filter(({ monthDay }) => monthDay !== undefined);
    expect(dated.map(({ line, kind, rule, monthDay }) => [line, kind, rule, monthDay])).toEqual([
      [130, 'half-year', 'on', '06-05'],
      [130, 'year', 'on', '12-05'],
    ]);
    expect(rules.filter(({ rule }) => rule === 'none').map(({ line }) => line)).toEqual([102, 130, 160, 216]);
  });

  test('says which of its months it gives no days', () => {
    expect(campaigns.filter(({ undated }) => undated).map(({ key, line }) => [key, line])).toEqual([
      ['action-month', 92],
      ['domestic-violence-month', 118],
    ]);
    expect(campaigns.find(({ key }) => key === 'action-month')?.aliases).toHaveLength(5);
  });

  test('asks bodies that it cannot order, and orders all others', () => {
    const asked = tasks.filter(({ agencies }) => agencies?.some(({ role }) => role === 'requested'));
    expect(new Set(asked.map(({ section }) => section))).toEqual(new Set(['IV.11', 'IV.12', 'IV.13']));
    const months = tasks.filter(({ recurrence }) => recurrence === 'month');
    expect(months.map(({ key, indicators }) => [key, indicators])).toEqual([['IV.7-1c', ['6.3']]]);
  });

  test('names its models, and where it inspects, counts, looks back and commends', () => {
    expect(models.filter(({ line }) => line === 106)).toHaveLength(5);
    const lines: Record<string, number[]> = {};
    for (const { kind, line } of dutiesOf(hauGiang2021)) (lines[kind] ??= []).push(line);
    expect(lines).toEqual({
      review: [106, 170, 196],
      inspection: [126, 128, 128, 152, 204],
      statistics: [130, 160],
      monitoring: [148, 200, 204],
      guidance: [196],
      commendation: [212],
      other: [214],
    });
  });
});
