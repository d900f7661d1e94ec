/** What the screens compute from a workbook, on the sample: lists, campaigns, deadlines, tasks, refused records. */
import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import { campaignsCounting, measuresCounting } from '#domain/counted-once.ts';
import { deadlinesOf } from '#domain/deadlines.ts';
import { byMonth, cutTo, matching } from '#client/features/activities/grouping.ts';
import { mayEdit, mayRecord } from '#client/state/may-record.ts';
import { explanation, shownFigure } from '#client/features/indicators/figure-words.ts';
import { printedHead } from '#client/features/plans/printed-head.ts';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { registerCodes } from '#catalogue/register-codes.ts';
import { topics } from '#catalogue/topics.ts';
import { asText, fieldsInWords } from '#client/texts/record-words.ts';
import { wayOn } from '#client/features/sync/way-on.ts';
import { worthShowing } from '#client/features/today/worth-showing.ts';
import { tasksWithoutActivity } from '#client/features/today/OpenTasks.tsx';
import { createJudgements } from '#client/state/judgements.ts';
import { isInForce, isOwnPlan, shownPlans, yearInPlan, yearsOfPlans } from '#client/state/plan-kinship.ts';
import type { Workbook } from '#client/state/workbook.ts';
import { createFakeDoor, createFakeWorkbook, type FakeOptions } from '#tests/support/fake-workbook.ts';

const TODAY = '2024-11-21';
const ACTION_MONTH = '001.campaign.action-month';

/** Runs a look at the sample's workbook and cleans up after it. */
const look = <T>(see: (workbook: Workbook) => T, options: FakeOptions = {}): T =>
  createRoot((dispose) => {
    const seen = see(createFakeWorkbook(options));
    dispose();
    return seen;
  });
const everything = (workbook: Workbook) =>
  workbook.activitiesBetween(() => ({ from: '2024-01-01', to: '2024-12-31' }))() ?? [];
const noFilter = { type: '', campaign: '', task: '', agency: '', unit: '' };

describe('the list of activities', () => {
  test('adds a month up without what is planned or refused', () => {
    const [december, november] = look((workbook) => byMonth(everything(workbook), TODAY));
    expect(december).toMatchObject({ month: '2024-12', counted: 0 });
    expect(november).toMatchObject({ month: '2024-11', counted: 4, attendances: 264, female: 148 });
    expect(november?.activities).toHaveLength(5);
    expect(november?.splits).toEqual({
      activities: { sent: 1, onDevice: 3, toFix: 0, apart: 1 },
      people: { sent: 120, onDevice: 144, toFix: 0, apart: 0 },
    });
  });

  test('adds up an accepted activity whose edit was refused', () => {
    const november = look((workbook) => {
      const accepted = everything(workbook).map(({ onlyRefused: _never, ...one }) => one);
      return byMonth(accepted, TODAY).find((group) => group.month === '2024-11');
    });
    expect(november?.activities.map((one) => one.state)).toContain('to-fix');
    expect(november?.counted).toBe(5);
  });

  test('lists an activity that lasts over the end of a month in both', () => {
    const months = look((workbook) => {
      const [first] = everything(workbook);
      return first ? byMonth([{ ...first, from: '2024-11-30', to: '2024-12-01' }], TODAY) : [];
    });
    expect(months.map((group) => group.month)).toEqual(['2024-12', '2024-11']);
  });

  test('finds the action month by date, and other campaigns by link', () => {
    const titles = (campaign: string) =>
      look((workbook) =>
        matching(everything(workbook), { ...noFilter, campaign }, workbook.list('campaign')() ?? []).map(
          (activity) => activity.from,
        ),
      );
    expect(titles(ACTION_MONTH).every((day) => day >= '2024-11-15' && day <= '2024-12-15')).toBe(true);
    expect(titles(ACTION_MONTH)).toHaveLength(6);
  });

  test('is cut to so many rows without losing a month line', () => {
    const groups = look((workbook) => cutTo(byMonth(everything(workbook), TODAY), 3));
    expect(groups.map((group) => group.activities.length)).toEqual([1, 2]);
  });
});

describe('an activity', () => {
  test('tells what it counts into by itself', () => {
    const activity = { from: '2024-11-20', to: '2024-11-20', outputs: { 'news-item': 2 }, campaigns: [] };
    const counted = look((workbook) => ({
      campaigns: campaignsCounting(activity, workbook.list('campaign')() ?? []).map((one) => one.campaign.id),
      measures: measuresCounting(activity, workbook.list('measure')() ?? []).map((one) => [one.period, one.amount]),
    }));
    expect(counted.campaigns).toContain(ACTION_MONTH);
    expect(counted.measures).toContainEqual(['2024-11', 2]);
    expect(counted.measures).toContainEqual(['2024-Q4', 2]);
  });

  test.each([
    { person: 'sample-officer', own: true, other: true },
    { person: 'sample-recorder', own: true, other: false },
    { person: 'sample-leader', own: false, other: false },
  ])('may be edited as the rights say: $person', ({ person, own, other }) => {
    const allowed = look(
      (workbook) => {
        const ask = (id: string) => {
          const activity = workbook.activity(() => id)();
          return activity ? mayEdit(workbook.me(), activity) : undefined;
        };
        return { own: ask('sample-activity-13'), other: ask('sample-activity-16') };
      },
      { person },
    );
    expect(allowed).toEqual({ own, other });
  });

  test('may not be recorded by a recorder who belongs to no agency', () => {
    const allowed = look((workbook) => [mayRecord(workbook.me()), mayRecord({ ...workbook.me(), agency: '' })], {
      person: 'sample-recorder',
    });
    expect(allowed).toEqual([true, false]);
  });
});

describe('the plans', () => {
  test('are the own one and the one above it', () => {
    const own = look((workbook) => {
      const plans = shownPlans(workbook.list('plan')() ?? []);
      return plans.map((plan) => [plan.id, isOwnPlan(plan, plans, workbook.me().unit)]);
    });
    expect(Object.fromEntries(own)).toEqual({ 'parent.plan': false, '001.plan': true });
  });

  test('are in force from their first day to their last', () => {
    const plan = { from: '2024-01-01', to: '2024-12-31' };
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'];
    expect(days.map((day) => isInForce(plan, day))).toEqual([false, true, true, false]);
  });

  test('print a deadline in this year, or in the nearest of their own', () => {
    const plan = { from: '2022-01-01', to: '2024-12-31' };
    expect(['2021-06-01', '2023-06-01', '2025-06-01'].map((day) => yearInPlan(plan, day))).toEqual([2022, 2023, 2024]);
  });

  test('offer their years up to today, and always today’s own', () => {
    const plans = [
      { from: '2021-01-01', to: '2030-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ];
    expect(yearsOfPlans(plans, '2024-11-21')).toEqual([2024, 2023, 2022, 2021]);
    expect(yearsOfPlans(plans.slice(1), '2026-02-01')).toEqual([2026, 2024]);
    expect(yearsOfPlans([], '2026-02-01')).toEqual([2026]);
  });

  test('say in words what was left blank', () => {
    expect(printedHead({ number: '/KH-UBND', date: '2024-02', datePrinted: 'ngày tháng 02 năm 2024' })).toBe(
      'Số: /KH-UBND · ngày tháng 02 năm 2024 — số và ngày còn để trống',
    );
    expect(printedHead({ number: '82/KH-UBND', date: '2021-04-08' })).toBe('Số: 82/KH-UBND · 08/04/2021');
  });
});

describe('Hôm nay', () => {
  test('shows what is due within two months, and what was missed', () => {
    const days = look((workbook) =>
      worthShowing(
        deadlinesOf(
          (workbook.list('rule')() ?? []).filter((rule) => rule.fields.plan === '001.plan'),
          TODAY,
        ),
      ).map((deadline) => deadline.lastDay),
    );
    expect(days).toEqual(['2024-12-04', '2024-11-09']);
  });

  test('offers tasks whose window is open before those that never end, and none that has an activity', () => {
    const seen = look((workbook) => {
      const tasks = (workbook.list('task')() ?? []).filter((task) => task.fields.plan === '001.plan');
      const [activity] = everything(workbook);
      const within = { today: TODAY, periods: new Map([['001.plan', { from: '2024-01-01', to: '2024-12-31' }]]) };
      const open = tasksWithoutActivity(tasks, [], within);
      const first = open[0];
      const after = (from: string) =>
        first && activity
          ? tasksWithoutActivity(tasks, [{ ...activity, from, to: from, tasks: [first.id] }], within).length
          : -1;
      return {
        open: open.length,
        after: after('2024-01-01'),
        afterLastYears: after('2023-12-31'),
        ofNoPlan: tasksWithoutActivity(tasks, [], { ...within, periods: new Map() }).length,
        hasWindow: first?.fields.to !== undefined,
      };
    });
    expect(seen.hasWindow).toBe(true);
    expect(seen.after).toBe(seen.open - 1);
    expect(seen.afterLastYears).toBe(seen.open);
    expect(seen.ofNoPlan).toBe(0);
  });
});

describe('a measure counted from the log', () => {
  test('names the periods that fell short', () => {
    const seen = look((workbook) => {
      const judgements = createJudgements(workbook);
      const measure = workbook
        .list('measure')()
        ?.find((one) => one.id === 'parent.measure.000.6.3a');
      if (!measure) return undefined;
      const judged = judgements.of(measure);
      return {
        state: judged.judgement.state,
        figure: shownFigure(measure.fields, judged),
        why: explanation(measure.fields, judged)[0],
      };
    });
    expect(seen).toMatchObject({ state: 'not-met', figure: '1 / 1 tin, bài tháng 11/2024' });
    expect(seen?.why).toContain('tháng 5/2024');
  });

  test('is judged for a year that is over as that year ended, from that year’s log', async () => {
    const seen: unknown[] = [];
    await createRoot(async (dispose) => {
      const workbook = createFakeWorkbook();
      const measure = workbook
        .list('measure')()
        ?.find((one) => one.id === 'parent.measure.000.6.3a');
      await workbook.moveSampleDay('2025-01-15');
      for (const year of [2024, 2025]) {
        const judged = measure && createJudgements(workbook, () => year).of(measure);
        const fell = judged?.tally?.periods.filter((period) => period.state === 'not-met').map((one) => one.period);
        seen.push([judged?.judgement.state, judged?.judgement.period, fell]);
      }
      dispose();
    });
    expect(seen).toEqual([
      ['not-met', '2024-12', ['2024-05', '2024-12']],
      ['not-due', '2025-01', []],
    ]);
  });

  test('has no tally, and so no month that fell short, while the log is being read', () => {
    const judged = look((workbook) => {
      const reading: Workbook = { ...workbook, activitiesBetween: () => () => undefined };
      const measure = workbook
        .list('measure')()
        ?.find((one) => one.id === 'parent.measure.000.6.3a');
      return measure && createJudgements(reading).of(measure);
    });
    expect(judged?.tally).toBeUndefined();
    expect(judged?.judgement.state).not.toBe('not-met');
  });

  test('follows an activity that is deleted and brought back', async () => {
    const totals: (number | undefined)[] = [];
    await createRoot(async (dispose) => {
      const workbook = createFakeWorkbook();
      const judgements = createJudgements(workbook);
      const measure = workbook
        .list('measure')()
        ?.find((one) => one.id === 'parent.measure.000.6.3a');
      const total = () => measure && judgements.of(measure).judgement.value;
      totals.push(total());
      await workbook.save([{ table: 'activity', id: 'sample-activity-12', values: { $d: true } }]);
      totals.push(total());
      await workbook.save([{ table: 'activity', id: 'sample-activity-12', values: { $d: false } }]);
      totals.push(total());
      dispose();
    });
    expect(totals).toEqual([1, 0, 1]);
  });
});

describe('a refused record', () => {
  test('is shown in the words of the form', () => {
    const words = fieldsInWords(
      {
        values: {
          $c: true,
          title: 'Lễ phát động',
          type: 'launch',
          from: '2024-11-15',
          'outputs/leaflet': 1200,
          place: null,
        },
      },
      { types: activityTypes, outputs, topics, codes: registerCodes, nameOf: () => undefined },
    );
    expect(asText(words).split('\n')).toEqual([
      'Tên: Lễ phát động',
      'Loại: Lễ phát động, mít tinh',
      'Từ ngày: 15/11/2024',
      'Kết quả: tờ rơi: 1.200',
      'Nơi: để trống',
    ]);
  });
});

describe('the way on for a refused record', () => {
  const refused = (change: Change) => wayOn({ scope: 'unit:u/work', n: 3, changes: [change] });

  test('is its own form; the measure of an edited reading stands in its id', () => {
    const id = 'parent.measure.1~u~a~2024';
    const way = refused({ table: 'reading', id, values: { numerator: 9 } });
    expect(way).toEqual({ is: 'form', href: '/chi-tieu/parent.measure.1?sua=unit%3Au%2Fwork~3' });
    expect(refused({ table: 'activity', id: 'a', values: { title: 'Sửa' } })).toMatchObject({ is: 'form' });
  });

  test('of a deletion is to delete once more, never an empty form', () => {
    expect(refused({ table: 'activity', id: 'a', values: { $d: true } })).toEqual({ is: 'delete-again' });
  });

  test('of what has no form here is none', () => {
    expect(refused({ table: 'task', id: 't', values: { text: 'x' } })).toEqual({ is: 'none' });
  });
});

test('the door of the fake opens and locks', async () => {
  await createRoot(async (dispose) => {
    const door = createFakeDoor({ phase: 'locked', slots: ['a'] });
    expect(await door.unlock('a', '000000')).toMatchObject({ ok: false });
    await door.unlock('a', '135790');
    expect(door.phase()).toBe('open');
    door.lock();
    expect(door.phase()).toBe('locked');
    dispose();
  });
});
