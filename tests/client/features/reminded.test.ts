import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { farWords, remindedOf, type RemindedSources } from '#client/features/today/reminded.ts';
import { ownRules } from '#client/state/own-rules.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const sample = createRoot((dispose): RemindedSources => {
  const workbook = createFakeWorkbook();
  const all = workbook.list('plan')() ?? [];
  const plans = all.filter(({ id }) => id === '001.plan');
  const sources = {
    rules: ownRules(workbook.list('rule')() ?? [], plans, all),
    tasks: workbook.list('task')() ?? [],
    campaigns: workbook.list('campaign')() ?? [],
    plans,
    activities: workbook.activitiesBetween(() => ({ from: '2024-01-01', to: '2024-12-31' }))() ?? [],
  };
  dispose();
  return sources;
});
const on = (today: string, fields: Partial<RemindedSources> = {}) =>
  remindedOf({ ...sample, ...fields }, today).map(({ kind, day, daysLeft }) => [kind, day, daysLeft]);

describe('The officer of the sample is reminded', () => {
  test('of the report that is due in two days, by its last valid day', () => {
    expect(on('2024-12-02')).toContainEqual(['deadline', '2024-12-04', 2]);
    expect(on('2024-11-26')).not.toContainEqual(expect.arrayContaining(['deadline', '2024-12-04']));
  });

  test('of the report that was missed, for a week', () => {
    expect(on('2024-11-16')).toContainEqual(['deadline', '2024-11-09', -7]);
    expect(on('2024-11-17')).not.toContainEqual(expect.arrayContaining(['deadline', '2024-11-09']));
  });

  test('of a rule that yields to a chosen one never', () => {
    const rules = sample.rules.map((rule) => ({ ...rule, standing: 'yields' as const }));
    expect(on('2024-12-02', { rules }).filter(([kind]) => kind === 'deadline')).toEqual([]);
  });

  test('that the action month begins, once, however many plans speak of it', () => {
    const campaigns = [...sample.campaigns, ...sample.campaigns.map((one) => ({ ...one, id: `${one.id}-again` }))];
    expect(on('2024-11-12', { campaigns }).filter(([kind]) => kind === 'campaign')).toEqual([
      ['campaign', '2024-11-15', 3],
    ]);
  });

  test('of a task whose time ends without any activity in it, and of none that has one', () => {
    const [task] = sample.tasks.filter(({ fields }) => fields.to === '2024-12-15');
    const [activity] = sample.activities;
    if (task === undefined || activity === undefined) throw new Error('the sample lacks a task or an activity');
    const ending = { tasks: [task], activities: [] };
    expect(on('2024-12-12', ending)).toContainEqual(['task', '2024-12-15', 3]);
    const inTime = { ...activity, from: '2024-12-01', to: '2024-12-01', tasks: [task.id] };
    expect(on('2024-12-12', { ...ending, activities: [inTime] }).filter(([kind]) => kind === 'task')).toEqual([]);
    const tooEarly = { ...inTime, from: '2024-11-01', to: '2024-11-01' };
    expect(on('2024-12-12', { ...ending, activities: [tooEarly] })).toContainEqual(['task', '2024-12-15', 3]);
  });

  test('in words that say how far it is', () => {
    expect([-2, 0, 1, 5].map(farWords)).toEqual(['quá 2 ngày', 'hôm nay', 'ngày mai', 'còn 5 ngày']);
  });
});
