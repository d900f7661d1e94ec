/**
 * Argon2id, which makes every guess at an unlock secret cost time and memory. Its parameters stand in the wrap, so that
 * a stronger setting can come without locking anybody out.
 */
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';

const bounded = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const ArgonParams = v.object({
  name: v.literal('argon2id'),
  memoryKiB: bounded(8, 1_048_576),
  passes: bounded(1, 64),
  lanes: bounded(1, 16),
});
export type ArgonParams = v.InferOutput<typeof ArgonParams>;

export const DEFAULT_ARGON: ArgonParams = { name: 'argon2id', memoryKiB: 19 * 1024, passes: 2, lanes: 1 };

/** 32 bytes from a secret. A port: the app derives in a worker, a test where it stands. */
export type Derive = (secret: string, salt: Bytes, params: ArgonParams) => Promise<Bytes>;

export interface ArgonRequest {
  readonly secret: string;
  readonly salt: Bytes;
  readonly params: ArgonParams;
}
