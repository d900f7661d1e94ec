/**
 * A mutation: what a person did at once, and what the server accepts or refuses at once.
 *
 * - `n` counts a replica's mutations in a scope from 1, without a gap, and is never used twice.
 * - `ms`/`ctr` is its stamp (stamp.ts); every register that it writes bears that stamp and the replica's alias.
 * - `b` of an operation is the largest sequence number of the record that the person could have seen.
 */
import * as v from 'valibot';
import type { Value, Values } from '#domain/change.ts';

export const MAX_MUTATION_BYTES = 32 * 1024;
export const MAX_OPERATIONS = 100;

const MAX_VALUE_DEPTH = 8;

/**
 * Written by hand: a union of schemas tries every branch again at each level, so that a few nested brackets from a
 * stranger would keep the server busy for ever.
 */
export const isValue = (value: unknown, depth = 0): boolean => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === MAX_VALUE_DEPTH) return false;
  return Object.values(value).every((item) => isValue(item, depth + 1));
};

export const ValueSchema: v.GenericSchema<Value> = v.custom<Value>((value) => isValue(value));

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** On the wire: `[table, id, b, { register: value }]`. */
export const Operation = v.strictTuple([
  v.pipe(v.string(), v.maxLength(20)),
  v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  whole,
  v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), ValueSchema),
]);
export type Operation = readonly [table: string, id: string, b: number, values: Values];

export interface Mutation {
  readonly n: number;
  /** Hash of the chain up to and with this mutation (chain.ts). */
  readonly h: number;
  readonly ms: number;
  readonly ctr: number;
  /** The schema version of the app that made it (messages.ts). */
  readonly schema: number;
  readonly operations: readonly Operation[];
}

/** The line in which a mutation travels. */
export const lineOfMutation = ({ n, h, ms, ctr, operations, schema }: Mutation): string =>
  JSON.stringify(['m', n, h, ms, ctr, operations, schema]);
