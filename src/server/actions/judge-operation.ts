/**
 * Whether one operation of a mutation may be applied: known, well formed, allowed, and not guarded.
 * The first problem decides; what only concurrency can break is not asked.
 */
import * as v from 'valibot';
import { CREATED, type Value, type Values } from '#domain/change.ts';
import { frozenProblem } from '#domain/plan-versions.ts';
import type { Problem } from '#domain/problem.ts';
import { checkChecked } from '#domain/reading-status.ts';
import { ConflictKind, type ConflictState } from '#domain/records/conflict.ts';
import type { Relation } from '#domain/relations.ts';
import { mayWrite, mayWriteAll, type Actor } from '#domain/rights.ts';
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
  readonly person: string;
  readonly scope: Scope;
  readonly relation: Relation;
  /** Whether the measure's figures may not stand in this compartment. */
  readonly isGuarded: (measure: string) => boolean;
  /** The record belongs to a plan that was issued whole. */
  readonly isFrozen: boolean;
}

const MAX_ID = 400;

export const isRecordId = (id: string): boolean => /^[\w.~:-]+$/u.test(id) && id.length <= MAX_ID;

/** The measure of a reading: by its field, or by its id, which begins with it. */
export const measureOf = ({ id, values }: Pick<Judged, 'id' | 'values'>): string => {
  const named = values['measure'];
  return typeof named === 'string' ? named : (id.split('~')[0] ?? '');
};

/** Asked before a database sees the names: what is written here, no database need refuse. */
export const judgeName = (scope: Scope, { table, id }: Pick<Judged, 'table' | 'id'>): Problem | undefined => {
  if (!isTableName(table) || !isHeldIn(scope, table)) return { code: 'sync/unknown-table' };
  return isRecordId(id) ? undefined : { code: 'sync/wrong-id' };
};

export const judgeOperation = (operation: Judged, judgement: Judgement): Problem | undefined => {
  const { table, id, before, values } = operation;
  if (!isTableName(table)) return { code: 'sync/unknown-table' };
  const exists = before[CREATED] === true;
  const creating = !exists && values[CREATED] === true;
  // Guarded first: what other problems say may hold a figure.
  return (
    guardProblem(table, operation, judgement) ??
    checkValues(table, values, { creating, id }) ??
    (table === 'conflict' ? settlingProblem(operation) : undefined) ??
    (exists || creating ? rightsProblem(table, operation, judgement) : goneProblem(judgement)) ??
    frozenProblem({ scope: judgement.scope, table, values, isWhole: judgement.isFrozen })
  );
};

export const isHeldIn = (scope: Scope, table: TableName): boolean => {
  const held: readonly TableName[] = tablesOfCompartment[compartmentOf(scope)];
  return held.includes(table);
};

const rightsProblem = (
  table: TableName,
  operation: Judged,
  { actor, person, scope, relation }: Judgement,
): Problem | undefined => {
  if (table === 'conflict') {
    if (isOwnRefusal(operation, person)) return undefined;
    if (endsOthersWork(operation, person)) return mayWriteAll(actor, { scope, relation });
  }
  const recordAt = (values: Values): RecordIn<TableName> | undefined => recordOf(table, values, { evenDeleted: true });
  const [before, after] = [recordAt(operation.before), recordAt(operation.after)];
  return (
    mayWrite(actor, { scope, relation, table, before, after }) ??
    (table === 'reading'
      ? checkChecked(actor.role, operation.before['checked'], operation.after['checked'])
      : undefined)
  );
};

/** Whose record it was cannot be told any more; whoever writes here at all is told that it is gone. */
const goneProblem = ({ actor, scope, relation }: Judgement): Problem =>
  mayWrite(actor, { scope, relation, table: 'conflict', before: undefined, after: undefined }) ?? {
    code: 'sync/record-gone',
  };

const guardProblem = (table: TableName, operation: Judged, { isGuarded }: Judgement): Problem | undefined => {
  if (table !== 'reading') return undefined;
  const { id, values, after } = operation;
  return [values, after, {}].some((said) => isGuarded(measureOf({ id, values: said })))
    ? { code: 'reading/guarded' }
    : undefined;
};

const forbidden: Problem = { code: 'rights/forbidden' };

/** How a person may say that a conflict was settled, by its kind. What is held is released by the server alone. */
const settledBy: Readonly<Record<ConflictKind, readonly ConflictState[]>> = {
  field: ['open', 'kept', 'taken', 'merged'],
  delete: ['open', 'kept', 'taken', 'merged'],
  orphan: ['open', 'kept', 'taken', 'merged', 'dropped'],
  held: ['dropped'],
};

/** Conflicts are the server's own words; a person says only what became of them. */
const settlingProblem = ({ before, values }: Judged): Problem | undefined => {
  if (before[CREATED] !== true || Object.keys(values).some((field) => field !== 'state')) return forbidden;
  const kind = v.safeParse(ConflictKind, before['kind']);
  const allowed: readonly Value[] = kind.success ? settledBy[kind.output] : [];
  if (allowed.includes(values['state'] ?? null)) return undefined;
  return { code: 'sync/bad-value', field: 'state', problem: { code: 'field/unknown-value' } };
};

/** Of what was merged nothing is lost, whoever says how it was settled; what is held or gone waits there alone. */
const endsOthersWork = ({ before }: Judged, person: string): boolean =>
  (before['kind'] === 'held' || before['kind'] === 'orphan') && before['loserBy'] !== person;

/** What a person was refused they may always take back, also where they may not write. */
const isOwnRefusal = ({ before, values }: Judged, person: string): boolean =>
  (before['kind'] === 'held' || before['kind'] === 'orphan') &&
  before['loserBy'] === person &&
  values['state'] === 'dropped';
