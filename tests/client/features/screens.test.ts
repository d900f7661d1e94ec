/** What the screens compute from a workbook, on the sample: lists, campaigns, deadlines, tasks, refused records. */
import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '#domain/deadlines.ts';
import { campaignsOf, measuresOf } from '#client/features/activities/counted-into.ts';
import { byMonth, cutTo, matching } from '#client/features/activities/grouping.ts';
import { mayEdit } from '#client/state/may-record.ts';
import { explanation, shownFigure } from '#client/features/indicators/figure-words.ts';
import { printedHead } from '#client/features/plans/printed-head.ts';
import { asText, fieldsInWords } from '#client/features/sync/refused-words.ts';
import { worthShowing } from '#client/features/today/Due.tsx';
import { tasksWithoutActivity } from '#client/features/today/OpenTasks.tsx';
import { createJudgements } from '#client/state/judgements.ts';
import { isOwnPlan, shownPlans } from '#client/state/plan-kinship.ts';
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
const noFilter = { type: '', campaign: '', task: '', agency: '' };

describe('the list of activities', () => {
  test('adds a month up without what is planned or refused', () => {
    const [december, november] = look((workbook) => byMonth(everything(workbook), TODAY));
    expect(december).toMatchObject({ month: '2024-12', counted: 0 });
    expect(november).toMatchObject({ month: '2024-11', counted: 4, attendances: 264, female: 148 });
    expect(november?.activities).toHaveLength(5);
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
      campaigns: campaignsOf(activity, workbook.list('campaign')() ?? []).map((one) => one.campaign.id),
      measures: measuresOf(activity, workbook.list('measure')() ?? []).map((one) => [one.period, one.amount]),
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
});

describe('the plans', () => {
  test('are the own one and the one above it', () => {
    const own = look((workbook) => {
      const plans = shownPlans(workbook.list('plan')() ?? []);
      return plans.map((plan) => [plan.id, isOwnPlan(plan, plans, workbook.me().unit)]);
    });
    expect(Object.fromEntries(own)).toEqual({ 'parent.plan': false, '001.plan': true });
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
      const open = tasksWithoutActivity(tasks, [], TODAY);
      const first = open[0];
      const after = first && activity ? tasksWithoutActivity(tasks, [{ ...activity, tasks: [first.id] }], TODAY) : [];
      return { open: open.length, after: after.length, hasWindow: first?.fields.to !== undefined };
    });
    expect(seen.hasWindow).toBe(true);
    expect(seen.after).toBe(seen.open - 1);
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
        table: 'activity',
        id: 'a',
        values: {
          $c: true,
          title: 'Lễ phát động',
          type: 'launch',
          from: '2024-11-15',
          'outputs/leaflet': 1200,
          place: null,
        },
      },
      () => undefined,
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
