import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/dates.ts';
import { afterPuttingOff, remindersOf, standingReminders, type Dated } from '#domain/reminders.ts';
import { days } from './arbitraries.ts';

const TODAY = '2024-11-21';
const at = (kind: Dated['kind'], day: string, id: string = kind): Dated => ({ kind, id, day });
const named = (dated: readonly Dated[]) => remindersOf(dated, TODAY).map(({ id }) => id);

describe('A reminder', () => {
  test('stands from a week before until the day itself', () => {
    const daysAhead = [8, 7, 1, 0].map((n) => at('task', addDays(TODAY, n), `t${String(n)}`));
    expect(named(daysAhead)).toEqual(['t0', 't1', 't7']);
  });

  test('of a report that was missed stands a week longer; of what has begun or ended it does not', () => {
    const past = (n: number) => addDays(TODAY, -n);
    expect(named([at('deadline', past(7)), at('task', past(1)), at('campaign', past(1))])).toEqual(['deadline']);
    expect(named([at('deadline', past(8))])).toEqual([]);
    expect(remindersOf([at('deadline', past(7))], TODAY)[0]?.daysLeft).toBe(-7);
  });

  test('comes soonest first, and of one day the report before the task before the campaign', () => {
    const soon = addDays(TODAY, 2);
    expect(named([at('campaign', soon), at('task', soon), at('deadline', soon), at('task', TODAY, 'first')])).toEqual([
      'first',
      'deadline',
      'task',
      'campaign',
    ]);
  });
});

describe('A reminder that was put off', () => {
  const [reminder] = remindersOf([at('deadline', '2024-11-25')], TODAY);
  const key = reminder?.key ?? '';
  const standingOn = (day: string) =>
    standingReminders(remindersOf([at('deadline', '2024-11-25')], day), afterPuttingOff({}, key, TODAY), day);

  test('is silent for that day only', () => {
    expect(standingOn(TODAY)).toEqual([]);
    expect(standingOn('2024-11-22')).toHaveLength(1);
  });

  test('stands again at once when its day has changed', () => {
    const moved = remindersOf([at('deadline', '2024-11-24')], TODAY);
    expect(standingReminders(moved, afterPuttingOff({}, key, TODAY), TODAY)).toHaveLength(1);
  });

  test('leaves others alone, and what was put off on other days is not kept for ever', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), days), days, (before, today) => {
        const after = afterPuttingOff(before, 'x', today);
        expect(after['x']).toBe(today);
        expect(Object.values(after).every((day) => day === today)).toBe(true);
        const ofToday = Object.keys(before).filter((other) => before[other] === today);
        expect(Object.keys(after)).toEqual(expect.arrayContaining(ofToday));
      }),
    );
  });
});
