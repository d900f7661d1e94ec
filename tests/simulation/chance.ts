/** Chance from one number: the same seed draws the same, whatever machine it runs on (sfc32). */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** 0 ≤ whole < end. */
  readonly below: (end: number) => number;
  readonly between: (least: number, most: number) => number;
  /** True with that probability. */
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of several by their weights. */
  readonly weigh: <T>(from: readonly (readonly [weight: number, what: T])[]) => T;
  readonly bytes: (into: Uint8Array) => void;
}

export const createChance = (seed: number, stream = 0): Chance => {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88 ^ stream;
  let c = 0xb7e15162 ^ Math.floor(seed / 2 ** 32);
  let counter = 1;
  const raw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) raw();

  const next = (): number => raw() / 2 ** 32;
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (probability) => next() < probability,
    pick,
    weigh: (from) => {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, what] of from) {
        left -= weight;
        if (left < 0) return what;
      }
      return pick(from)[1];
    },
    bytes: (into) => {
      for (let i = 0; i < into.length; i += 1) into[i] = raw() & 0xff;
    },
  };
};
