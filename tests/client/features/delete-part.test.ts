/** What goes with a record of a plan when it is taken away. */
import { describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import { recordOf } from '#domain/values.ts';
import type { RecordIn } from '#domain/tables.ts';
import { withDescendants } from '#client/features/plans/editor/descendants.ts';
import type { partTables, PartsByTable } from '#client/state/plan-parts.ts';
import type { Saved } from '#client/state/workbook.ts';

type Table = (typeof partTables)[number];
const changes = mutationsOfPlan(dongTuyen2024).flat();
const of = <T extends Table>(table: T): readonly Saved<T>[] =>
  changes.flatMap((change) => {
    const fields: RecordIn<T> | undefined = change.table === table ? recordOf(table, change.values) : undefined;
    return fields === undefined
      ? []
      : [{ scope: 'xa/work' as const, table, id: change.id, fields, state: 'sent' as const }];
  });
const parts: PartsByTable = {
  basis: of('basis'),
  objective: of('objective'),
  indicator: of('indicator'),
  measure: of('measure'),
  target: of('target'),
  task: of('task'),
  rule: of('rule'),
  campaign: of('campaign'),
};

describe('taking a record away', () => {
  test('a task goes alone', () => {
    expect(withDescendants({ table: 'task', id: parts.task[0]?.id ?? '' }, parts)).toHaveLength(1);
  });

  test('an objective goes with its indicators, their measures and targets, and no others', () => {
    const objective = parts.objective.find((one) => parts.indicator.some(({ fields }) => fields.objective === one.id));
    const indicators = parts.indicator.filter(({ fields }) => fields.objective === objective?.id);
    const ids = new Set(indicators.map(({ id }) => id));
    const measures = parts.measure.filter(({ fields }) => ids.has(fields.indicator));
    const gone = withDescendants({ table: 'objective', id: objective?.id ?? '' }, parts);
    expect(gone.filter(({ table }) => table === 'indicator')).toHaveLength(indicators.length);
    expect(gone.filter(({ table }) => table === 'measure')).toHaveLength(measures.length);
    expect(gone.map(({ id }) => id)).toEqual([...new Set(gone.map(({ id }) => id))]);
    expect(indicators.length).toBeGreaterThan(0);
  });

  test('a plan goes with every part, its own record apart from them', () => {
    const gone = withDescendants({ table: 'plan', id: '001.plan' }, parts);
    expect(gone).toHaveLength(changes.length);
    expect(gone.at(-1)).toEqual({ table: 'plan', id: '001.plan' });
  });
});
