/** How far a task is: turns, quotas, windows, what is overdue and what nobody has begun. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOfDay } from '#domain/periods.ts';
import type { Task } from '#domain/records/plan.ts';
import { taskProgress, type LinkedActivity } from '#domain/task-progress.ts';

const plan = { from: '2024-01-01', to: '2024-12-31' };
const TODAY = '2024-11-21';

const aTask = (fields: Partial<Task>): Task => ({
  plan: '001.plan',
  section: 'II.1',
  text: 'Việc mẫu',
  recurrence: 'ongoing',
  order: '001V',
  campaigns: {},
  indicators: {},
  parentIndicators: {},
  parentTasks: {},
  ...fields,
});
const on = (from: string, to = from, outputs: LinkedActivity['outputs'] = {}): LinkedActivity => ({
  id: `${from}~${to}`,
  from,
  to,
  outputs,
});
const progress = (fields: Partial<Task>, activities: readonly LinkedActivity[], today = TODAY) =>
  taskProgress(aTask(fields), plan, activities, today);
const told = ({ turns }: ReturnType<typeof progress>) =>
  turns.map(({ period, amount, need, state }) => [period, amount, need, state]);

describe('a task that returns', () => {
  test('is due once in each half-year; a half-year that ended without it is late', () => {
    const once = progress({ recurrence: 'half-year' }, [on('2024-11-08')]);
    expect(told(once)).toEqual([
      ['2024-H1', 0, 1, 'short'],
      ['2024-H2', 1, 1, 'met'],
    ]);
    expect(once.state).toBe('late');
    expect(progress({ recurrence: 'half-year' }, [on('2024-06-03'), on('2024-11-08')]).state).toBe('met');
    expect(progress({ recurrence: 'half-year' }, [on('2024-06-03')]).state).toBe('open');
  });

  test('is due as often as its quota says, counted by its outputs', () => {
    const quota = { amount: 4, outputs: ['news-item', 'article'] };
    const { current, state } = progress({ recurrence: 'quarter', quota }, [
      on('2024-10-02', '2024-10-02', { 'news-item': 1, broadcast: 3 }),
      on('2024-11-05', '2024-11-05', { article: 2 }),
    ]);
    expect([current?.period, current?.amount, current?.need, current?.state]).toEqual(['2024-Q4', 3, 4, 'open']);
    // The three quarters before had nothing.
    expect(state).toBe('late');
  });

  test('counts what lasts over the end of a turn where its last day falls', () => {
    const { turns } = progress({ recurrence: 'half-year' }, [on('2024-06-28', '2024-07-02')]);
    expect(turns.map(({ amount }) => amount)).toEqual([0, 1]);
  });
});

describe('a task with a window', () => {
  const womensDay = { recurrence: 'window', from: '2024-03-08', to: '2024-03-08' } as const;

  test('is met by what prepared it, whenever that was', () => {
    expect(progress(womensDay, [on('2024-02-23')]).state).toBe('met');
  });

  test('is late once the window is over, and coming before it begins', () => {
    expect(progress(womensDay, []).state).toBe('late');
    expect(progress(womensDay, [], '2024-03-07').state).toBe('coming');
    expect(progress(womensDay, [], '2024-03-08').state).toBe('nothing');
  });

  test('returns every year of its plan where only month and day are said, over New Year as well', () => {
    const { turns } = taskProgress(
      aTask({ recurrence: 'window', windowFrom: '12-20', windowTo: '01-10' }),
      { from: '2023-01-01', to: '2024-12-31' },
      [on('2024-01-05'), on('2024-12-21')],
      '2025-02-01',
    );
    expect(turns.map(({ from, to, amount }) => [from, to, amount])).toEqual([
      ['2023-12-20', '2024-01-10', 1],
      ['2024-12-20', '2025-01-10', 1],
    ]);
  });
});

describe('any task', () => {
  test('that goes on all the time is never late nor done, and says when nothing has begun', () => {
    expect(progress({}, []).state).toBe('nothing');
    expect(progress({}, [on('2024-03-01')]).state).toBe('open');
    expect(progress({}, [on('2024-11-15', '2024-12-15')]).state).toBe('open');
  });

  test('keeps what is planned, what runs and what is done apart', () => {
    const found = progress({}, [on('2024-12-01'), on('2024-11-15', '2024-12-15'), on('2024-05-01')]);
    expect([found.done, found.running, found.planned]).toEqual([
      ['2024-05-01~2024-05-01'],
      ['2024-11-15~2024-12-15'],
      ['2024-12-01~2024-12-01'],
    ]);
  });

  test('that only has something planned says so', () => {
    expect(progress({}, [on('2024-12-01')]).state).toBe('planned');
  });

  test('tells how much of its goal was done in all turns together', () => {
    const goal = { amount: 3, outputs: ['class'] };
    const { goal: reached } = progress({ recurrence: 'quarter', goal }, [
      on('2024-02-01', '2024-02-01', { class: 1 }),
      on('2024-08-01', '2024-08-01', { class: 1 }),
    ]);
    expect(reached).toEqual({ amount: 2, need: 3 });
  });

  test('counts nothing that the server refused, or that lies outside the plan', () => {
    const { done } = progress({}, [{ ...on('2024-05-01'), onlyRefused: true }, on('2023-12-31'), on('2025-01-01')]);
    expect(done).toEqual([]);
  });

  test('that was dropped, or said to be done, is not late', () => {
    expect(progress({ recurrence: 'half-year', state: 'dropped' }, []).state).toBe('dropped');
    expect(progress({ recurrence: 'half-year', state: 'done' }, []).state).toBe('done');
  });
});

const day = fc.integer({ min: 0, max: 365 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const anActivity = fc
  .tuple(fc.uuid(), day, day)
  .map(([id, a, b]): LinkedActivity => ({ id, from: a < b ? a : b, to: a < b ? b : a, outputs: {} }));

describe('laws of progress', () => {
  test('each activity is done, running or planned, and one that is done counts in one turn, whatever the order', () => {
    fc.assert(
      fc.property(
        fc.array(anActivity, { maxLength: 12 }),
        fc.constantFrom('month', 'quarter', 'half-year', 'year' as const),
        day,
        (activities, recurrence, today) => {
          const found = progress({ recurrence }, activities, today);
          const sorted = [...found.done, ...found.running, ...found.planned];
          expect(sorted.toSorted()).toEqual(activities.map(({ id }) => id).toSorted());
          expect(found.turns.flatMap((turn) => turn.activities).toSorted()).toEqual(found.done.toSorted());
          for (const one of activities.filter(({ to }) => to <= today))
            expect(found.turns.find(({ period }) => period === periodOfDay(one.to, recurrence))?.activities).toContain(
              one.id,
            );
          expect(progress({ recurrence }, activities.toReversed(), today)).toEqual(found);
        },
      ),
    );
  });
});
