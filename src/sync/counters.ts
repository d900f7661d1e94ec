/**
 * A counter that several phones add to at once: a register `+name` of an operation is an increment, and the record holds
 * one component `+name/<alias>` a replica, `[total, n]`. The counter's value is the sum of the totals.
 *
 * A component has one writer and each of its mutations is applied once, so components need no rule for merging; `n`, the
 * last mutation in the total, tells the device which of its own increments are in it.
 */
import type { Value } from '#domain/change.ts';

export const isCounter = (register: string): boolean => register.startsWith('+');

export const componentOf = (register: string, alias: number): string => `${register}/${String(alias)}`;

/** `[total, n]`; `[0, 0]` for what is none. */
export const readComponent = (value: Value | undefined): readonly [total: number, n: number] => {
  if (!Array.isArray(value)) return [0, 0];
  const [total, n]: readonly unknown[] = value;
  return [typeof total === 'number' ? total : 0, typeof n === 'number' ? n : 0];
};

/** The component after mutation `n` added to it; one that was released later than its followers leaves their number. */
export const addToComponent = (before: Value | undefined, increment: Value, n: number): Value => [
  readComponent(before)[0] + (typeof increment === 'number' ? increment : 0),
  Math.max(readComponent(before)[1], n),
];
