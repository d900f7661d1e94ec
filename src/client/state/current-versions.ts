/**
 * What was issued, as screens see it: of each plan the newest whole version, under the ids that it has in every version, so
 * that links and readings hold whatever version comes. Fetched when something with a version is on the device.
 *
 * The own unit's issued copies are left out: the work that they were made of stands there already.
 */
import { isReference, isReferenceSet } from '#domain/plan-parts.ts';
import { isNewestVersion, isVersioned, stableId } from '#domain/plan-versions.ts';
import { compartmentOf, unitOfScope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import type { Saved } from '#client/store/shown.ts';

const inPlace = (field: string, value: unknown): unknown => {
  if (isReference(field) && typeof value === 'string') return stableId(value);
  if (!isReferenceSet(field) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([id, held]) => [stableId(id), held]));
};

const planOf = ({ table, id, fields }: Saved<TableName>): string => {
  if (table === 'plan') return id;
  return 'plan' in fields && typeof fields.plan === 'string' ? fields.plan : '';
};

export const currentOf = <T extends TableName>(
  records: readonly Saved<T>[],
  plans: readonly Saved<'plan'>[],
  unit: string,
): readonly Saved<T>[] => {
  const newest = new Set(plans.filter((plan) => isNewestVersion(plan, plans)).map(({ scope, id }) => `${scope}~${id}`));
  return records.flatMap((record): readonly Saved<T>[] => {
    if (compartmentOf(record.scope) !== 'issued' || !isVersioned(record.id)) return [record];
    if (unitOfScope(record.scope) === unit || !newest.has(`${record.scope}~${planOf(record)}`)) return [];
    const entries = Object.entries(record.fields).map(([field, value]) => [field, inPlace(field, value)] as const);
    // Each field keeps its kind: an id stands in place of an id.
    return [{ ...record, id: stableId(record.id), fields: Object.fromEntries(entries) as typeof record.fields }];
  });
};
