/** Whether a mutation may be applied whole, and which operation is at fault if it may not. */
import type { Problem } from '#domain/problem.ts';
import type { Relation } from '#domain/relations.ts';
import type { Actor } from '#domain/rights.ts';
import { upgradeOperations } from '#sync/lenses.ts';
import { MAX_MUTATION_BYTES, type Mutation } from '#sync/mutation.ts';
import { keyOf } from './apply-operations.ts';
import type { Refused, SentOperation } from './conflicts-as-records.ts';
import { guardedMeasures, type Place } from './guarded-measures.ts';
import { judgeName, judgeOperation } from './judge-operation.ts';
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
    const judgement = { ...bench, isGuarded: (measure: string) => guarded.has(measure) };
    const problem: Problem | undefined = judgeOperation({ ...operation, before, after }, judgement);
    if (problem !== undefined) return { problem, operation };
  }
  return undefined;
};
