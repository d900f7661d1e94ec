/** What stands under a record of a plan, and goes and comes back with it. */
import { partTables, type PartsByTable } from '#client/state/plan-parts.ts';
import type { PlanTable } from '#domain/tables.ts';

export interface Named {
  readonly table: PlanTable;
  readonly id: string;
}

/** The field by which a record stands under another. */
const under: Readonly<Partial<Record<PlanTable, string>>> = {
  indicator: 'objective',
  measure: 'indicator',
  target: 'measure',
};

/** The record and all under it. */
export const withDescendants = (record: Named, parts: PartsByTable): readonly Named[] => {
  if (record.table === 'plan')
    return [...partTables.flatMap((table) => parts[table].map(({ id }) => ({ table, id }))), record];
  const found: Named[] = [record];
  const ids = new Set([record.id]);
  for (const table of ['indicator', 'measure', 'target'] as const) {
    for (const part of parts[table]) {
      const above: unknown = Object.entries(part.fields).find(([field]) => field === under[table])?.[1];
      if (typeof above !== 'string' || !ids.has(above)) continue;
      ids.add(part.id);
      found.push({ table, id: part.id });
    }
  }
  return found;
};
