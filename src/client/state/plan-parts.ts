/** Every record of one plan, live, in the order in which it is printed. */
import { createMemo, type Accessor } from 'solid-js';
import { byOrder } from '#domain/fractional-order.ts';
import type { PlanPart } from '#domain/plan-parts.ts';
import { planTables, type PlanTable } from '#domain/tables.ts';
import type { PlanSource } from '#domain/plan-walk.ts';
import type { Saved, Workbook } from './workbook.ts';

type PartTable = Exclude<PlanTable, 'plan'>;
export type PartsByTable = { readonly [T in PartTable]: readonly Saved<T>[] };

const isPartTable = (table: PlanTable): table is PartTable => table !== 'plan';
export const partTables: readonly PartTable[] = planTables.filter(isPartTable);

/** `undefined` until every table has been read. */
export const createPlanParts = (
  workbook: Pick<Workbook, 'list'>,
  plan: Accessor<Pick<Saved<'plan'>, 'id' | 'scope'> | undefined>,
): Accessor<PartsByTable | undefined> => {
  for (const table of partTables) workbook.list(table);
  const partsOf = <T extends PartTable>(table: T): readonly Saved<T>[] => {
    const of = plan();
    const all: readonly Saved<T>[] = workbook.list(table)() ?? [];
    return all.filter((one) => one.scope === of?.scope && one.fields.plan === of.id).sort(byOrder);
  };
  const isRead = () => partTables.every((table) => workbook.list(table)() !== undefined);
  return createMemo(() => {
    if (plan() === undefined || !isRead()) return undefined;
    return {
      basis: partsOf('basis'),
      objective: partsOf('objective'),
      indicator: partsOf('indicator'),
      measure: partsOf('measure'),
      target: partsOf('target'),
      task: partsOf('task'),
      rule: partsOf('rule'),
      campaign: partsOf('campaign'),
    };
  });
};

/** The plan and its parts as copying and issuing take them. */
export const sourceOf = (plan: Saved<'plan'>, parts: PartsByTable): PlanSource => ({
  scope: plan.scope,
  plan: { table: 'plan', id: plan.id, fields: plan.fields },
  parts: partTables.flatMap((table): readonly PlanPart[] =>
    parts[table].map(({ id, fields }) => ({ table, id, fields })),
  ),
});
