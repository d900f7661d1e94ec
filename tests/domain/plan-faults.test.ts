/** What is blank or contradictory in a plan, found where it stands. */
import { describe, expect, test } from 'vitest';
import { faultsOf } from '#domain/plan-faults.ts';
import type { PlanPart } from '#domain/plan-parts.ts';
import type { PlanSource } from '#domain/plan-walk.ts';
import type { Plan, Rule, Task } from '#domain/records/plan.ts';
import type { Measure, Target } from '#domain/records/measure.ts';

const plan = (fields: Partial<Plan> = {}): PlanSource['plan'] => ({
  table: 'plan',
  id: 'p',
  fields: {
    kind: 'plan',
    title: 'Kế hoạch mẫu',
    issuer: 'UBND xã Mẫu',
    from: '2024-01-01',
    to: '2024-12-31',
    number: '12/KH-UBND',
    date: '2024-02-20',
    parents: {},
    governing: {},
    ...fields,
  },
});
const agencies = [{ agency: 'UBND xã', role: 'lead' }] as const;
const task = (fields: Partial<Task> = {}): PlanPart<'task'> => ({
  table: 'task',
  id: 't',
  fields: {
    plan: 'p',
    section: 'II.1',
    text: 'Tuyên truyền',
    recurrence: 'ongoing',
    order: '1V',
    agencies: [...agencies],
    campaigns: {},
    indicators: {},
    parentIndicators: {},
    parentTasks: {},
    ...fields,
  },
});
const rule = (id: string, fields: Partial<Rule>): PlanPart<'rule'> => ({
  table: 'rule',
  id,
  fields: { plan: 'p', kind: 'year', from: 'a', to: 'b', rule: 'before', reach: 'outer', order: '1V', ...fields },
});
const indicator: PlanPart<'indicator'> = {
  table: 'indicator',
  id: 'i',
  fields: { plan: 'p', text: 'Chỉ tiêu', order: '1V', parents: {} },
};
const measure = (fields: Partial<Measure> = {}): PlanPart<'measure'> => ({
  table: 'measure',
  id: 'm',
  fields: {
    plan: 'p',
    indicator: 'i',
    title: 'Số đo',
    kind: 'share',
    better: 'higher',
    source: 'own-log',
    order: '1V',
    parents: {},
    ...fields,
  },
});
const target = (fields: Partial<Target> = {}): PlanPart<'target'> => ({
  table: 'target',
  id: 'g',
  fields: { plan: 'p', measure: 'm', comparator: '>=', order: '1V', ...fields },
});

const found = (parts: readonly PlanPart[], head: Partial<Plan> = {}) =>
  faultsOf({ scope: 'xa/work', plan: plan(head), parts }).map(({ at, code }) => `${at} ${code}`);

describe('the head of a plan', () => {
  test('has no fault with its number and its day', () => {
    expect(found([])).toEqual([]);
  });

  test.each([
    [{ number: '/KH-UBND' }, ['p number-blank']],
    [{ number: undefined }, ['p number-blank']],
    [{ date: '2024-02' }, ['p date-partial']],
    [{ date: undefined }, ['p date-blank']],
  ])('%o: %o', (head, faults) => {
    const given = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
    const base = plan();
    const { number: _number, date: _date, ...bare } = base.fields;
    const fields = {
      ...('number' in head ? {} : { number: '12/KH' }),
      ...('date' in head ? {} : { date: '2024-02-20' }),
    };
    const source = {
      scope: 'xa/work' as const,
      plan: { ...base, fields: { ...bare, ...fields, ...given } },
      parts: [],
    };
    expect(faultsOf(source).map(({ at, code }) => `${at} ${code}`)).toEqual(faults);
  });
});

describe('indicators and measures', () => {
  test('an indicator without a measure, a measure without a target, a target not yet given', () => {
    expect(found([indicator])).toEqual(['i no-measure']);
    expect(found([indicator, measure()])).toEqual(['m no-target']);
    expect(found([indicator, measure(), target({ awaits: 'above' })])).toEqual(['g target-awaited']);
    expect(found([indicator, measure(), target({ awaits: 'above', value: 60 })])).toEqual([]);
  });

  test('a direction asks for no number', () => {
    expect(found([indicator, measure({ kind: 'direction' })])).toEqual([]);
  });
});

describe('tasks', () => {
  test('without an agency, outside the plan, and with the year before in their text', () => {
    expect(found([task({ agencies: [] })])).toEqual(['t no-agency']);
    expect(found([task({ from: '2023-12-01', to: '2024-01-31' })])).toEqual(['t outside-plan']);
    expect(found([task({ text: 'Tổng kết năm 2023' })])).toEqual(['t other-year']);
    expect(found([task({ text: 'Nghị quyết năm 2006, kế hoạch năm 2024' })])).toEqual([]);
  });
});

describe('report rules', () => {
  test('001: the units hand in on 05/12, after the commune must on 10/11', () => {
    const rules = [
      rule('outer', { monthDay: '11-10' }),
      rule('inner', { monthDay: '12-05', reach: 'inner' }),
      rule('half-outer', { kind: 'half-year', monthDay: '06-05' }),
      rule('half-inner', { kind: 'half-year', monthDay: '06-05', reach: 'inner' }),
    ];
    expect(found(rules)).toEqual(['inner inner-after-outer', 'half-inner inner-after-outer']);
  });

  test('one report asked by two days is told at both', () => {
    expect(found([rule('a', { monthDay: '11-10' }), rule('b', { monthDay: '11-15' })])).toEqual([
      'a two-deadlines',
      'b two-deadlines',
    ]);
  });
});
