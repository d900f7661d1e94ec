import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { entriesForFile } from '#client/features/calendar/calendar-export.ts';
import { activitiesByDay, createSources } from '#client/features/calendar/create-calendar.ts';
import { dayAfterKey } from '#client/features/calendar/day-keys.ts';
import { entriesWithin, type EntrySources } from '#client/features/calendar/entries.ts';
import { placeAt } from '#client/features/calendar/place.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

const sampleSources = (): EntrySources =>
  createRoot((dispose) => {
    const sources = createSources(createFakeWorkbook())();
    dispose();
    if (sources === undefined) throw new Error('the sample is not read');
    return sources;
  });

describe('The calendar of the sample', () => {
  const entries = entriesWithin(sampleSources(), YEAR);
  const days = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ from, to }) => [from, to]);

  test('has every deadline on its last valid day', () => {
    expect(days('deadline')).toEqual([
      ['2024-06-04', '2024-06-04'],
      ['2024-06-04', '2024-06-04'],
      ['2024-11-09', '2024-11-09'],
      ['2024-12-04', '2024-12-04'],
    ]);
  });

  test('has the action month once, from the own plan, over the end of the month', () => {
    const months = entries.filter(({ look }) => look === 'action-month');
    expect(months.map(({ from, to }) => [from, to])).toEqual([['2024-11-15', '2024-12-15']]);
    expect(months[0]?.href).toBe('/lich/ngay-le/action-month');
  });

  test('has the windows of tasks, and nothing of tasks that go on all the time', () => {
    expect(days('task').length).toBeGreaterThan(0);
    expect(days('task').every(([from, to]) => (from ?? '') >= YEAR.from && (to ?? '') <= YEAR.to)).toBe(true);
  });

  test('goes into the file without tasks and without what only the catalogue knows, with alarms for deadlines alone', () => {
    const file = entriesForFile(sampleSources(), YEAR);
    expect(file.filter(({ alarms }) => alarms !== undefined).map(({ from }) => from)).toEqual([
      '2024-06-04',
      '2024-06-04',
      '2024-11-09',
      '2024-12-04',
    ]);
    expect(file).toHaveLength(4 + 4);
    expect(new Set(file.map(({ uid }) => uid)).size).toBe(file.length);
    expect(file.every(({ uid }) => /^[\w.~:-]+@so-tay-binh-dang-gioi$/u.test(uid))).toBe(true);
  });
});

describe('A day of the calendar', () => {
  test('counts an activity that lasts over it, within what is shown', () => {
    const lasting = { from: '2024-10-30', to: '2024-11-02' };
    const [one] = createRoot((dispose) => {
      const found = createFakeWorkbook().activitiesBetween(() => YEAR)() ?? [];
      dispose();
      return found;
    });
    if (one === undefined) throw new Error('the sample has no activity');
    const counts = activitiesByDay([{ ...one, ...lasting }], { from: '2024-11-01', to: '2024-11-30' });
    expect([...counts]).toEqual([
      ['2024-11-01', 1],
      ['2024-11-02', 1],
    ]);
  });

  test.each([
    ['ArrowLeft', false, '2024-02-28'],
    ['ArrowDown', false, '2024-03-07'],
    ['Home', false, '2024-02-26'],
    ['End', false, '2024-03-03'],
    ['PageDown', false, '2024-03-29'],
    ['PageUp', true, '2023-02-28'],
    ['Enter', false, undefined],
  ] as const)('is left by %s (Shift: %s) for %s', (key, withShift, wanted) => {
    expect(dayAfterKey('2024-02-29', key, withShift)).toBe(wanted);
  });
});

describe('An address of the calendar', () => {
  test('leads to the calendar, the observances, one of them, its form, or nowhere', () => {
    expect(placeAt('')).toEqual({ shows: 'calendar' });
    expect(placeAt('ngay-le')).toEqual({ shows: 'observances' });
    expect(placeAt('ngay-le/moi')).toEqual({ shows: 'new' });
    expect(placeAt('ngay-le/own.xa%3A1')).toEqual({ shows: 'observance', key: 'own.xa:1' });
    expect(placeAt('ngay-le/girls-day/sua')).toEqual({ shows: 'form', key: 'girls-day' });
    expect([placeAt('khac'), placeAt('ngay-le/a/b'), placeAt('ngay-le/a/sua/c')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
