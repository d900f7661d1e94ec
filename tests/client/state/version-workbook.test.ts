/** A plan as it stood when a version was issued, under the ids that every version has. */
import { createRoot } from 'solid-js';
import { describe, expect, test, vi } from 'vitest';
import type { Indicator, Plan } from '#domain/records/plan.ts';
import type { Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { createVersionList, createVersionWorkbook } from '#client/state/version-workbook.ts';
import type { Saved, Workbook } from '#client/state/workbook.ts';
import { createFakeDoor } from '#tests/support/fake-workbook.ts';

const above: Scope = 'tinh/issued';
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
const plan = (id: string, scope: Scope, fields: Partial<Plan>): Saved<'plan'> => ({
  scope,
  table: 'plan',
  id,
  fields: { ...head, ...fields },
  state: 'sent',
});
const indicator = (id: string, of: string, text: string, scope = above): Saved<'indicator'> => ({
  scope,
  table: 'indicator',
  id,
  fields: { plan: of, text, order: '1V', parents: {} } satisfies Indicator,
  state: 'sent',
});

const stored: readonly Saved<TableName>[] = [
  plan('p:1', above, { title: 'Bản đầu', version: 1 }),
  plan('p:2', above, { title: 'Bản sửa', version: 2 }),
  plan('p:3', above, { title: 'Đang đến', complete: false }),
  plan('p:1', 'noi-khac/issued', { title: 'Của tỉnh khác' }),
  indicator('i:1', 'p:1', 'Chỉ tiêu cũ'),
  indicator('i:2', 'p:2', 'Chỉ tiêu mới'),
  indicator('i:1', 'p:1', 'Của tỉnh khác', 'noi-khac/issued'),
];

const opened = () =>
  createRoot((dispose) => {
    const workbook = createFakeDoor().workbook();
    if (workbook === undefined) throw new Error('no workbook');
    const everyVersion = <T extends TableName>(table: T): Promise<readonly Saved<T>[]> =>
      Promise.resolve(stored.filter((one): one is Saved<T> => one.table === table));
    const own: Workbook = { ...workbook, everyVersion };
    const asked = () => ({ scope: above, plan: 'p', version: 1 });
    return { dispose, own, list: createVersionList(own, asked), old: createVersionWorkbook(own, asked) };
  });

describe('a version of a plan', () => {
  test('is one of those that are whole, newest first, in the scope that is asked', async () => {
    const { list, dispose } = opened();
    await vi.waitFor(() => {
      expect(list()?.map(({ id }) => id)).toEqual(['p:2', 'p:1']);
    });
    dispose();
  });

  test('shows the plan and its parts as they stood then, and nothing of another version or unit', async () => {
    const { old, dispose } = opened();
    await vi.waitFor(() => {
      expect(
        old
          .list('plan')()
          ?.map(({ id, fields }) => [id, fields.title]),
      ).toEqual([['p', 'Bản đầu']]);
      expect(
        old
          .list('indicator')()
          ?.map(({ id, fields }) => [id, fields.plan, fields.text]),
      ).toEqual([['i', 'p', 'Chỉ tiêu cũ']]);
    });
    dispose();
  });

  test('leaves everything else as it is now', async () => {
    const { own, old, dispose } = opened();
    const [now, known] = [own.list('agency'), old.list('agency')];
    await vi.waitFor(() => {
      expect(known()?.length).toBeGreaterThan(0);
      expect(known()).toEqual(now());
    });
    expect(old.today()).toBe(own.today());
    dispose();
  });
});
