/** Who must do what: a plan's tasks, indicators and reports by agency. */
import { describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { agencyKey, dutiesByAgency } from '#domain/agency-duties.ts';
import type { TableName } from '#domain/tables.ts';
import { recordOf } from '#domain/values.ts';

const recordsIn = <T extends TableName>(table: T) =>
  mutationsOfPlan(dongTuyen2024)
    .flat()
    .flatMap((change) => {
      const fields = change.table === table ? recordOf(table, change.values) : undefined;
      return fields === undefined ? [] : [{ id: change.id, fields }];
    });
const duties = dutiesByAgency({
  tasks: recordsIn('task'),
  indicators: recordsIn('indicator'),
  rules: recordsIn('rule'),
});
const of = (name: string) => {
  const found = duties.find(({ key }) => key === agencyKey(name));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('who must do what by the plan of Đồng Tuyển', () => {
  test('gives the police both of its tasks, one to help with and one to lead', () => {
    expect(of('Công an xã').tasks.map(({ of: task, role }) => [task.fields.section, task.id, role])).toEqual([
      ['IV.6', '001.task.IV.6-1a', 'coordinate'],
      ['IV.6', '001.task.IV.6-1b', 'lead'],
    ]);
  });

  test('keeps whom the officer only helps apart from what the officer leads', () => {
    const byRole = (role: string) => of('Công chức Văn hóa - LĐTBXH').tasks.filter((duty) => duty.role === role).length;
    expect([byRole('lead'), byRole('coordinate')]).toEqual([10, 3]);
  });

  test('names the health station beside the indicator whose figures it hands in, and the board beside its reports', () => {
    expect(of('Trạm Y tế xã').indicators.map(({ of: one, role }) => [one.id, role])).toEqual([
      ['001.indicator.sex-ratio', 'data'],
    ]);
    expect(of('Thành viên Ban VSTBPN xã').rules.map(({ id }) => id)).toEqual([
      '001.rule.outer-half-year',
      '001.rule.outer-year',
    ]);
  });

  test('loses no task and no indicator that names anyone, and names each once for each agency', () => {
    const told = duties.flatMap(({ key, tasks }) => tasks.map(({ of: task }) => `${key} ${task.id}`));
    expect(new Set(told).size).toBe(told.length);
    const named = recordsIn('task').filter(({ fields }) => (fields.agencies ?? []).length > 0);
    expect(new Set(told.map((one) => one.split(' ')[1]))).toEqual(new Set(named.map(({ id }) => id)));
  });
});

describe('agencies by their printed names', () => {
  const task = (id: string, agencies: readonly { agency: string; role: 'lead' | 'coordinate' | 'data' }[]) => ({
    id,
    fields: {
      plan: 'p',
      section: '1',
      text: id,
      recurrence: 'once' as const,
      order: '001V',
      agencies: [...agencies],
      campaigns: {},
      indicators: {},
      parentIndicators: {},
      parentTasks: {},
    },
  });

  test('are one however the dash, the accents and the case are typed', () => {
    const found = dutiesByAgency({
      tasks: [
        task('a', [{ agency: 'Công chức Văn hóa - LĐTBXH', role: 'lead' }]),
        task('b', [{ agency: 'Công chức Văn hoá – LĐTBXH', role: 'lead' }]),
      ],
      indicators: [],
      rules: [],
    });
    expect(found.map(({ key, name, tasks }) => [key, name, tasks.length])).toEqual([
      ['cong-chuc-van-hoa-ldtbxh', 'Công chức Văn hóa - LĐTBXH', 2],
    ]);
  });

  test('that stand twice beside one task stand once, by the role that weighs most', () => {
    const both = task('a', [
      { agency: 'Công an xã', role: 'data' },
      { agency: 'Công an xã', role: 'lead' },
    ]);
    const [police] = dutiesByAgency({ tasks: [both], indicators: [], rules: [] });
    expect(police?.tasks.map(({ role }) => role)).toEqual(['lead']);
  });
});
