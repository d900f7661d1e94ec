/**
 * Whether one operation of a mutation may be applied: known, well formed, allowed, and not guarded.
 * The first problem decides; what only concurrency can break is not asked.
 */
import { CREATED, type Value, type Values } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { Relation } from '#domain/relations.ts';
import { mayWrite, type Actor } from '#domain/rights.ts';
import { compartmentOf, type Scope } from '#domain/scope.ts';
import { isTableName, tablesOfCompartment, type RecordIn, type TableName } from '#domain/tables.ts';
import { checkValues, recordOf } from '#domain/values.ts';

export interface Judged {
  readonly table: string;
  readonly id: string;
  /** The record's values before the operation, and as they would be after it. */
  readonly before: Values;
  readonly after: Values;
  readonly values: Values;
}

export interface Judgement {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly relation: Relation;
  /** Whether the measure's figures may not stand in this compartment. */
  readonly isGuarded: (measure: string) => boolean;
}

const MAX_ID = 400;

/** Asked before a database sees the names: what is written here, no database need refuse. */
export const judgeName = (scope: Scope, { table, id }: Pick<Judged, 'table' | 'id'>): Problem | undefined => {
  if (!isTableName(table) || !isHeldIn(scope, table)) return { code: 'sync/unknown-table' };
  return /^[\w.~:-]+$/u.test(id) && id.length <= MAX_ID ? undefined : { code: 'sync/wrong-id' };
};

export const judgeOperation = (operation: Judged, judgement: Judgement): Problem | undefined => {
  const { table, id, values } = operation;
  if (!isTableName(table)) return { code: 'sync/unknown-table' };
  const creating = operation.before[CREATED] !== true;
  const problem = checkValues(table, values, { creating, id });
  if (problem !== undefined) return problem;
  if (creating && values[CREATED] !== true)
    return { code: 'sync/bad-value', field: CREATED, problem: { code: 'field/required' } };

  return rightsProblem(table, operation, judgement) ?? guardProblem(table, operation.after, judgement);
};

const isHeldIn = (scope: Scope, table: TableName): boolean => {
  const held: readonly TableName[] = tablesOfCompartment[compartmentOf(scope)];
  return held.includes(table);
};

const rightsProblem = (
  table: TableName,
  { before, after }: Judged,
  { actor, scope, relation }: Judgement,
): Problem | undefined => {
  const recordAt = (values: Values): RecordIn<TableName> | undefined => recordOf(table, values, { evenDeleted: true });
  return mayWrite(actor, { scope, relation, table, before: recordAt(before), after: recordAt(after) });
};

const guardProblem = (table: TableName, after: Values, { isGuarded }: Judgement): Problem | undefined => {
  if (table !== 'reading') return undefined;
  const measure: Value | undefined = after['measure'];
  return typeof measure === 'string' && isGuarded(measure) ? { code: 'reading/guarded' } : undefined;
};
