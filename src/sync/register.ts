/**
 * A register: the latest write of one field, `[value, ms, ctr, alias]`.
 *
 * The later of two is the one with the higher stamp, then the higher alias, then the higher hash of its value.
 * That order is total on different registers, so taking the later is commutative, associative and idempotent.
 */
import type { Value } from '#domain/change.ts';
import { canonical } from './canonical.ts';
import { hash52 } from './digest.ts';

export type Register = readonly [value: Value, ms: number, ctr: number, alias: number];

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

export const compareRegisters = (a: Register, b: Register): number => {
  const order = a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
  if (order !== 0) return order;
  const left = canonical(a[0]);
  const right = canonical(b[0]);
  return hash52(left) - hash52(right) || compareTexts(left, right);
};

export const laterRegister = <R extends Register>(a: R, b: R): R => (compareRegisters(a, b) >= 0 ? a : b);
