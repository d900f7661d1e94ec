/** The letter of Đắk Nông's department for 2023 is whole. Line numbers are those of document 003. */
import { describe, expect, test } from 'vitest';
import { dakNong2023 } from '#catalogue/plans/dak-nong-2023.ts';

const { plan, tasks, rules, campaigns, bases, addressees, recipients, objectives } = dakNong2023;

describe('the letter of Đắk Nông for 2023', () => {
  test('is a letter, with its blanks as printed, to departments and districts', () => {
    expect([plan.kind, plan.number, plan.date, plan.datePrinted]).toEqual([
      'letter',
      '/SLĐTBXH-TE&BDG',
      '2023',
      'ngày tháng năm 2023',
    ]);
    expect(addressees.map(({ line }) => line)).toEqual([18, 19]);
    expect(plan.signingOffice).toBe('GIÁM ĐỐC');
  });

  test('keeps the office and not the person among its recipients', () => {
    expect(recipients.map(({ line }) => line)).toEqual([65, 66, 67, 68, 69, 70, 71]);
    expect(recipients.find(({ line }) => line === 69)?.text).toBe('Giám đốc, Phó Giám đốc Sở');
  });

  test('has no figure and points to five plans of the province', () => {
    expect(objectives).toEqual([]);
    const pointed = bases.filter(({ line }) => line === 25);
    expect(pointed.map(({ number, date, fromYear, toYear }) => [number, date, fromYear, toYear])).toEqual([
      ['560/KH-UBND', '2021-08-16', 2021, 2025],
      ['49/KH-UBND', '2021-01-25', 2021, 2025],
      ['149/KH-UBND', '2022-03-18', undefined, 2030],
      ['520/KH-UBND', '2022-09-08', 2021, 2030],
      ['198/KH-UBND', '2018-05-02', 2018, 2025],
    ]);
    expect(pointed.filter(({ relation }) => relation !== 'cites')).toEqual([]);
  });

  test('rests on two letters of the same year', () => {
    const own = bases.filter(({ line }) => line === 21);
    expect(own.map(({ number, date }) => [number, date])).toEqual([
      ['912/LĐTBXH-BĐG', '2023-03-16'],
      ['1369/UBND-KGVX', '2023-03-23'],
    ]);
  });

  test('makes 27 tasks of its 15 bullets, and asks without ordering', () => {
    expect(tasks).toHaveLength(27);
    expect(new Set(tasks.map(({ line }) => line)).size).toBe(15);
    const led = tasks.filter(({ agencies }) => agencies?.some(({ role }) => role === 'lead'));
    expect(led.map(({ key }) => key)).toEqual(['5-4b']);
  });

  test('asks for two reports before their days of 2023, joined with the report on the advancement of women', () => {
    const dated = rules.filter(({ monthDay }) => monthDay !== undefined);
    expect(dated.map(({ line, kind, rule, monthDay, year }) => [line, kind, rule, monthDay, year])).toEqual([
      [59, 'half-year', 'before', '06-15', 2023],
      [59, 'year', 'before', '12-15', 2023],
    ]);
    expect(dated.map(({ content }) => content?.length)).toEqual([2, 2]);
    expect(rules.filter(({ rule }) => rule === 'none').map(({ line, kind }) => [line, kind])).toEqual([
      [57, 'incident'],
      [59, 'half-year'],
      [61, 'ad-hoc'],
    ]);
  });

  test('keeps an action month to which it gives no days', () => {
    expect(campaigns.map(({ line, undated, from, to }) => [line, undated, from, to])).toEqual([
      [41, true, '11-15', '12-15'],
    ]);
    expect(tasks.filter((task) => task.campaigns?.length).map(({ line }) => line)).toEqual([41]);
  });
});
