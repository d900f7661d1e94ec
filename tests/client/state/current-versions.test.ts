/** What a device shows of issued plans: the newest whole version of each, under ids that hold from version to version. */
import { describe, expect, test } from 'vitest';
import type { Indicator, Plan, Task } from '#domain/records/plan.ts';
import type { Scope } from '#domain/scope.ts';
import { currentOf } from '#client/state/current-versions.ts';
import type { Saved } from '#client/state/workbook.ts';

const head: Plan = {
  kind: 'plan',
  title: 'Kế hoạch tỉnh',
  issuer: 'UBND tỉnh',
  from: '2024-01-01',
  to: '2024-12-31',
  complete: true,
  parents: {},
  governing: {},
};
const plan = (id: string, scope: Scope, fields: Partial<Plan> = {}): Saved<'plan'> => ({
  scope,
  table: 'plan',
  id,
  fields: { ...head, ...fields },
  state: 'sent',
});
const indicator = (id: string, of: string, scope: Scope, fields: Partial<Indicator> = {}): Saved<'indicator'> => ({
  scope,
  table: 'indicator',
  id,
  fields: { plan: of, text: id, order: '1V', parents: {}, ...fields },
  state: 'sent',
});
const task = (id: string, of: string, scope: Scope, fields: Partial<Task>): Saved<'task'> => ({
  scope,
  table: 'task',
  id,
  fields: {
    plan: of,
    section: 'I',
    text: id,
    recurrence: 'ongoing',
    order: '1V',
    campaigns: {},
    indicators: {},
    parentIndicators: {},
    parentTasks: {},
    ...fields,
  },
  state: 'sent',
});

const above: Scope = 'tinh/issued';
const plans = [
  plan('p:1', above, { version: 1 }),
  plan('p:2', above, { version: 2 }),
  plan('p:3', above, { version: 3, complete: false }),
  plan('old', above),
  plan('q', 'xa/work'),
  plan('q:1', 'xa/issued'),
];
const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('plans on a device', () => {
  test('are the newest whole version of each above, and the own work without its issued copies', () => {
    expect(idsOf(currentOf(plans, plans, 'xa'))).toEqual(['p', 'old', 'q']);
    expect(currentOf(plans, plans, 'xa')[0]?.fields.version).toBe(2);
  });

  test('parts come with their version alone, and point at each other without it', () => {
    const parts = [indicator('i:1', 'p:1', above), indicator('i:2', 'p:2', above), indicator('i:3', 'p:3', above)];
    expect(currentOf(parts, plans, 'xa')).toMatchObject([{ id: 'i', fields: { plan: 'p', text: 'i:2' } }]);
    const tasks = [task('t:2', 'p:2', above, { indicators: { 'i:2': true, 'n:7': true } })];
    expect(currentOf(tasks, plans, 'xa')[0]?.fields.indicators).toEqual({ i: true, n: true });
  });

  test('the own work, and what other tables hold, is as it was', () => {
    const own = [indicator('i', 'q', 'xa/work', { parents: { 'tinh/issued~i': 2 } })];
    expect(currentOf(own, plans, 'xa')).toEqual(own);
  });
});
