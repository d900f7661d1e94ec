/** Chance that can be repeated: the same seed, the same records, on every machine. */
export interface Chance {
  /** 0 ≤ number < 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** Few are taken often, many seldom, as with the words of a language. */
  readonly oneOfOften: <T>(list: readonly T[]) => T;
  readonly id: (length: number) => string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';

export const createChance = (seed: number): Chance => {
  let state = seed;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const first = Math.imul(state ^ (state >>> 15), 1 | state);
    const second = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first;
    return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new Error('a choice from an empty list');
    return found;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one: (list) => at(list, Math.floor(next() * list.length)),
    oneOfOften: (list) => at(list, Math.floor(list.length * next() ** 2.5)),
    id: (length) => Array.from({ length }, () => LETTERS.charAt(Math.floor(next() * 64))).join(''),
  };
};
