/**
 * One walk over the records of a plan, for every way of taking it over: new ids, references that follow, fields left behind.
 *
 * - References inside the plan follow to the new records; what points outside stays as it is.
 * - The plan's own record comes last: a plan of which half has arrived is not shown.
 */
import type { Change } from './change.ts';
import { isReference, isReferenceSet, type PlanPart } from './plan-parts.ts';
import type { Plan } from './records/plan.ts';
import type { Scope } from './scope.ts';
import { firstTables, type PlanTable, type RecordIn } from './tables.ts';
import { changedValues } from './values.ts';

export interface PlanSource {
  readonly scope: Scope;
  readonly plan: PlanPart<'plan'>;
  /** Every record of the plan but its own. */
  readonly parts: readonly PlanPart[];
}

type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Walk {
  readonly idOf: (id: string) => string;
  readonly isOwn: (id: string) => boolean;
  /** `undefined` leaves the field behind. */
  readonly field?: (table: PlanTable, field: string, value: unknown) => unknown;
}

const walkSet = (walk: Walk, set: string, value: Fields): Fields =>
  isReferenceSet(set)
    ? Object.fromEntries(Object.entries(value).map(([id, held]) => [walk.isOwn(id) ? walk.idOf(id) : id, held]))
    : value;

const walkField = (walk: Walk, table: PlanTable, field: string, value: unknown): unknown => {
  if (isReference(field) && typeof value === 'string') return walk.isOwn(value) ? walk.idOf(value) : undefined;
  const isSet = Object.hasOwn(firstTables[table].sets, field);
  const kept = walk.field ? walk.field(table, field, value) : value;
  if (isSet) return isObject(kept) ? walkSet(walk, field, kept) : {};
  return kept;
};

export const walked = <T extends PlanTable>(walk: Walk, { table, id, fields }: PlanPart<T>): PlanPart<T> => {
  const entries = Object.entries(fields)
    .map(([field, value]) => [field, walkField(walk, table, field, value)] as const)
    .filter(([, value]) => value !== undefined);
  // Each value is of its own field, or a day, a year or an id in place of one; the compiler cannot follow that through names.
  return { table, id: walk.idOf(id), fields: Object.fromEntries(entries) as RecordIn<T> };
};

const changeOf = ({ table, id, fields }: PlanPart): Change => ({
  table,
  id,
  values: changedValues(table, undefined, fields),
});

/** The plan's own record last. */
export const changesOf = (parts: readonly PlanPart[], id: string, fields: Plan): readonly Change[] => [
  ...parts.map(changeOf),
  { table: 'plan', id, values: changedValues('plan', undefined, fields) },
];

const idsOf = ({ plan, parts }: PlanSource): ReadonlySet<string> => new Set([plan.id, ...parts.map(({ id }) => id)]);

export const isPartOf = (source: PlanSource): ((id: string) => boolean) => {
  const ids = idsOf(source);
  return (id) => ids.has(id);
};

/** Whether all that a part must point at is there: a measure without its indicator stands on no page and in no copy. */
const stands = ({ table, fields }: PlanPart, ids: ReadonlySet<string>): boolean =>
  Object.entries(fields).every(
    ([field, id]: [string, unknown]) =>
      !isReference(field) || !firstTables[table].required.some((one) => one === field) || ids.has(String(id)),
  );

/** Without what was left over when an objective, an indicator or a measure was deleted, and what hangs on that. */
export const standing = (source: PlanSource): PlanSource => {
  const ids = idsOf(source);
  const parts = source.parts.filter((part) => stands(part, ids));
  return parts.length === source.parts.length ? source : standing({ ...source, parts });
};

/** A new id for each record, the same for the same record however often it is asked. */
export const renewed = (newId: () => string): ((id: string) => string) => {
  const ids = new Map<string, string>();
  return (id) => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
};
