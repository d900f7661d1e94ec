/** The commune's own plan is whole. Line numbers are those of document 001. */
import { describe, expect, test } from 'vitest';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { indicatorsOf, measuresOf, targetsOf } from './document-items.ts';

const { plan, tasks, rules, campaigns, bases, recipients } = dongTuyen2024;

describe('the plan of Đồng Tuyển for 2024', () => {
  test('keeps the blank number and the partial date as printed', () => {
    expect(plan.number).toBe('/KH-UBND');
    expect(plan.date).toBe('2024-02');
    expect(plan.datePrinted).toBe('ngày tháng 02 năm 2024');
    expect(plan.signingOffice).toBe('TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH');
    expect(recipients).toHaveLength(5);
    expect(plan.funding?.map(({ line }) => line)).toEqual([35, 71, 71]);
  });

  test('makes 52 tasks of its bullets', () => {
    expect(tasks).toHaveLength(52);
  });

  test('keeps the action month from 15/11 to 15/12 under all five of its names', () => {
    const month = campaigns.find(({ key }) => key === 'action-month');
    expect([month?.from, month?.to, month?.line]).toEqual(['11-15', '12-15', 47]);
    expect(new Set(month?.aliases).size).toBe(5);
    expect(month?.aliases).toContain(month?.name);
    expect(campaigns.map(({ from }) => from).toSorted()).toEqual(['03-08', '06-28', '10-20', '11-15']);
  });

  test('has four directions without a figure and criterion 18.5', () => {
    const directions = measuresOf(dongTuyen2024).filter(({ kind }) => kind === 'direction');
    expect(directions.map(({ key, better }) => [key, better])).toEqual([
      ['leadership', 'higher'],
      ['sex-ratio', 'lower'],
      ['wages', 'higher'],
      ['farming', 'lower'],
    ]);
    expect(directions.flatMap(({ targets }) => targets)).toEqual([]);
    expect(targetsOf(dongTuyen2024).map(({ comparator }) => comparator)).toEqual(['yes']);
    expect(indicatorsOf(dongTuyen2024).at(-1)).toMatchObject({ number: '18.5', line: 61 });
  });

  test('keeps the outer and the inner deadlines as printed, although they contradict each other', () => {
    const dated = rules.filter(({ rule }) => rule === 'before');
    expect(dated.map(({ line, kind, reach, monthDay }) => [line, kind, reach, monthDay])).toEqual([
      [81, 'half-year', 'outer', '06-05'],
      [81, 'year', 'outer', '11-10'],
      [117, 'half-year', 'inner', '06-05'],
      [117, 'year', 'inner', '12-05'],
    ]);
    expect(rules.filter(({ rule }) => rule === 'none').map(({ line }) => line)).toEqual([67, 91, 117]);
    const contradictory = rules.filter(({ contradiction }) => contradiction === 'year-report');
    expect(contradictory.map(({ key }) => key)).toEqual(['outer-year', 'inner-year']);
    for (const rule of rules) expect(rule.printed).toBeTruthy();
  });

  test('rests on the plan of the city and on the budget decision', () => {
    const numbered = bases.filter(({ number }) => number !== undefined);
    expect(numbered.map(({ number, date, line }) => [number, date, line])).toEqual([
      ['76/KH-UBND', '2024-02-20', 11],
      ['1688/QĐ-UBND', '2023-12-19', 71],
    ]);
  });

  test('says where the document contradicts itself', () => {
    const lines = plan.anomalies?.map(({ line }) => line) ?? [];
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(lines).toEqual(expect.arrayContaining([3, 5, 43, 81, 87, 91, 109]));
  });
});
