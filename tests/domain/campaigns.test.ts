import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, inCampaign, occurrenceOf, occurrencesTouching, running } from '#domain/campaigns.ts';
import { addDays } from '#domain/dates.ts';
import { days } from './arbitraries.ts';

const actionMonth = { from: '11-15', to: '12-15' };
const overNewYear = { from: '12-20', to: '01-10' };
const on = (day: string, campaigns: readonly string[] = []) => ({ from: day, to: day, campaigns });

describe('The action month', () => {
  const occurrence = occurrenceOf(actionMonth, 2024);

  test('acceptance 3: lasts 31 days from 15/11 to 15/12/2024, both inside, the days around it outside', () => {
    expect(occurrence).toEqual({ from: '2024-11-15', to: '2024-12-15', days: 31 });
    expect(inCampaign(on('2024-11-15'), 'c1', occurrence)).toBe(true);
    expect(inCampaign(on('2024-12-15'), 'c1', occurrence)).toBe(true);
    expect(inCampaign(on('2024-11-14'), 'c1', occurrence)).toBe(false);
    expect(inCampaign(on('2024-12-16'), 'c1', occurrence)).toBe(false);
  });

  test('holds an activity of several days if any of them falls inside', () => {
    expect(inCampaign({ from: '2024-11-12', to: '2024-11-15', campaigns: {} }, 'c1', occurrence)).toBe(true);
  });

  test('holds one outside its days by link, in its own year only', () => {
    expect(inCampaign(on('2024-11-10', ['c1']), 'c1', occurrence)).toBe(true);
    expect(inCampaign({ ...on('2024-11-10'), campaigns: { c1: true } }, 'c1', occurrence)).toBe(true);
    expect(inCampaign(on('2024-11-10', ['c2']), 'c1', occurrence)).toBe(false);
    expect(inCampaign(on('2023-11-20', ['c1']), 'c1', occurrence)).toBe(false);
  });

  test('tells which of its days today is', () => {
    expect(running(actionMonth, '2024-11-14')).toBeUndefined();
    expect(running(actionMonth, '2024-11-15')).toEqual({ occurrence, day: 1 });
    expect(running(actionMonth, '2024-12-15')?.day).toBe(31);
    expect(running(actionMonth, '2024-12-16')).toBeUndefined();
  });

  test('lists its days for the strip', () => {
    expect(daysOf(occurrence)).toHaveLength(31);
    expect(daysOf(occurrence).at(-1)).toBe('2024-12-15');
  });
});

describe('A campaign over New Year', () => {
  test('ends in the year after it began', () => {
    expect(occurrenceOf(overNewYear, 2024)).toEqual({ from: '2024-12-20', to: '2025-01-10', days: 22 });
    expect(running(overNewYear, '2025-01-10')?.day).toBe(22);
  });

  test('is found from both years', () => {
    expect(occurrencesTouching(overNewYear, { from: '2025-01-01', to: '2025-12-31' }).map(({ from }) => from)).toEqual([
      '2024-12-20',
      '2025-12-20',
    ]);
  });

  test('runs on a day exactly when an occurrence holds that day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), (day, length) => {
        const range = { from: day, to: addDays(day, length) };
        const held = occurrencesTouching(overNewYear, range).length > 0;
        const ran = Array.from({ length: length + 1 }, (_, n) => running(overNewYear, addDays(day, n))).some(Boolean);
        expect(held).toBe(ran);
      }),
    );
  });
});

describe('An observance of one day', () => {
  test('lasts one day', () => {
    expect(occurrenceOf({ from: '03-08', to: '03-08' }, 2024)).toEqual({
      from: '2024-03-08',
      to: '2024-03-08',
      days: 1,
    });
  });
});
