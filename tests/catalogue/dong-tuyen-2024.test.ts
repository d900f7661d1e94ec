/** The commune's own plan is whole. Line numbers are those of document 001. */
import { describe, expect, test } from 'vitest';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { indicatorsOf, measuresOf, targetsOf } from './document-items.ts';

const { plan, tasks, rules, campaigns, bases, recipients } = dongTuyen2024;

/** Every bullet of parts II and IV; IV.2.3 to IV.7 are paragraphs of one bullet each. */
const bullets: Readonly<Record<string, readonly number[]>> = {
  'II.1': [31, 33, 37, 39, 41],
  'II.2': [43],
  'II.3': [51, 53],
  'II.4': [57, 59, 61],
  'II.5': [65, 67, 69],
  'IV.1': [77, 79, 81],
  'IV.2.1': [87, 89, 91, 93, 95],
  'IV.2.2': [99, 101, 103],
  'IV.2.3': [105],
  'IV.2.4': [107],
  'IV.5': [109],
  'IV.6': [111],
  'IV.7': [113],
};

describe('the plan of Đồng Tuyển for 2024', () => {
  test('keeps the blank number and the partial date as printed', () => {
    expect(plan.number).toBe('/KH-UBND');
    expect(plan.date).toBe('2024-02');
    expect(plan.datePrinted).toBe('ngày tháng 02 năm 2024');
    expect(plan.signingOffice).toBe('TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH');
    expect(recipients).toHaveLength(5);
    expect(plan.funding).toHaveLength(2);
  });

  test('has a task for every bullet of parts II and IV, and the numbering jumps as printed', () => {
    const found: Record<string, number[]> = {};
    for (const { section, line } of tasks) {
      const lines = (found[section] ??= []);
      if (!lines.includes(line)) lines.push(line);
    }
    expect(found).toEqual(bullets);
    expect(Object.keys(found)).toEqual(Object.keys(bullets));
  });

  test('numbers a task by its section and bullet, with a letter where a bullet asks for several things', () => {
    for (const { key, section, line } of tasks) {
      const bullet = (bullets[section] ?? []).indexOf(line) + 1;
      expect(key).toMatch(new RegExp(`^${section}-${bullet}[a-d]?$`, 'u'));
    }
    expect(tasks).toHaveLength(52);
  });

  test('gives every task an agency and a section title', () => {
    expect(tasks.filter((task) => !task.agencies?.length || !task.sectionTitle)).toEqual([]);
  });

  test('links tasks to campaigns and indicators of its own', () => {
    const known = {
      campaigns: campaigns.map(({ key }) => key),
      indicators: indicatorsOf(dongTuyen2024).map(({ key }) => key),
    };
    for (const task of tasks) {
      expect(known.campaigns).toEqual(expect.arrayContaining([...(task.campaigns ?? [])]));
      expect(known.indicators).toEqual(expect.arrayContaining([...(task.indicators ?? [])]));
    }
    for (const campaign of known.campaigns) expect(tasks.some((task) => task.campaigns?.includes(campaign))).toBe(true);
    for (const key of known.indicators) expect(tasks.some((task) => task.indicators?.includes(key))).toBe(true);
  });

  test('gives a task with a window both its days, inside the year', () => {
    const windows = tasks.filter((task) => task.recurrence === 'window');
    expect(windows.length).toBeGreaterThan(0);
    for (const { from = '', to = '' } of windows) {
      expect(plan.from <= from && from <= to && to <= plan.to).toBe(true);
    }
    expect(tasks.filter((task) => task.recurrence !== 'window' && (task.from ?? task.to) !== undefined)).toEqual([]);
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
    expect(rules.filter(({ rule }) => rule === 'none').map(({ line }) => line)).toEqual([67, 91]);
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
