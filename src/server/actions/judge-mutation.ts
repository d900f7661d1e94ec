/** Whether a mutation may be applied whole, and which operation is at fault if it may not. */
import type { Problem } from '#domain/problem.ts';
import type { Values } from '#domain/change.ts';
import type { Relation } from '#domain/relations.ts';
import type { Actor } from '#domain/rights.ts';
import { compartmentOf } from '#domain/scope.ts';
import { upgradeOperations } from '#sync/lenses.ts';
import { MAX_MUTATION_BYTES, type Mutation } from '#sync/mutation.ts';
import { keyOf } from './apply-operations.ts';
import type { Refused, SentOperation } from './conflicts-as-records.ts';
import { guardedMeasures, type Place } from './guarded-measures.ts';
import { isRecordId, judgeName, judgeOperation } from './judge-operation.ts';
import { valuesOfStored } from './units.ts';

/** In whose right a mutation is judged, and where. */
export interface Bench extends Place {
  readonly actor: Actor;
  readonly person: string;
  readonly relation: Relation;
}

/** The operations as the schema of today has them. */
export const operationsOf = ({ operations, schema }: Mutation): readonly SentOperation[] =>
  upgradeOperations(operations, schema).map(([table, id, b, values]) => ({ table, id, b, values }));

/** Two writes of one field would share a stamp: what is stored need not be what was judged. */
const repeated = (operations: readonly SentOperation[]): SentOperation | undefined => {
  const keys = new Set<string>();
  return operations.find((operation) => keys.size === keys.add(keyOf(operation)).size);
};

/** Whether the record is, or belongs to, a plan that was whole before this mutation. */
const isOfWholePlan = async (
  { draft, scope }: Bench,
  { table, id, values }: SentOperation,
  after: Values,
): Promise<boolean> => {
  if (compartmentOf(scope) !== 'issued') return false;
  const before = valuesOfStored(draft.stored.get(keyOf({ table, id })));
  const named = table === 'plan' ? [id] : [before['plan'], values['plan'], after['plan']];
  const keys = named.flatMap((plan) =>
    typeof plan === 'string' && isRecordId(plan) ? [{ table: 'plan', id: plan }] : [],
  );
  await draft.read(keys);
  return keys.some((key) => valuesOfStored(draft.stored.get(keyOf(key)))['complete'] === true);
};

/** The first problem of any operation. */
export const judgeMutation = async (
  bench: Bench,
  operations: readonly SentOperation[],
  text: string,
): Promise<Refused | undefined> => {
  if (new TextEncoder().encode(text).length > MAX_MUTATION_BYTES)
    return { problem: { code: 'sync/too-large', max: MAX_MUTATION_BYTES }, operation: operations[0] };
  for (const operation of operations) {
    const problem = judgeName(bench.scope, operation);
    if (problem !== undefined) return { problem, operation };
  }
  const twice = repeated(operations);
  if (twice !== undefined) return { problem: { code: 'sync/malformed' }, operation: twice };
  await bench.draft.read(operations);
  const guarded = await guardedMeasures(bench, operations);
  for (const operation of operations) {
    const before = valuesOfStored(bench.draft.stored.get(keyOf(operation)));
    const after = { ...before, ...operation.values };
    const isFrozen = await isOfWholePlan(bench, operation, after);
    const judgement = { ...bench, isFrozen, isGuarded: (measure: string) => guarded.has(measure) };
    const problem: Problem | undefined = judgeOperation({ ...operation, before, after }, judgement);
    if (problem !== undefined) return { problem, operation };
  }
  return undefined;
};
