/** What is asked of one seed, and what it came to; for threads on both sides of the pool. */
export const modes = ['liveness', 'safety', 'link'] as const;
export type Mode = (typeof modes)[number];

/**
 * `liveness`: faults end, and everything must come to rest. `safety`: they never end, and are more. `link`: every
 * connection dies after 4 KB in either direction, for ever, and everything must come to rest nevertheless.
 */
const actions: Readonly<Record<Mode, number>> = { liveness: 420, safety: 420, link: 80 };

export const optionsOf = (mode: Mode): SeedOptions => ({ mode, actions: actions[mode], trace: false });

export interface SeedOptions {
  readonly mode: Mode;
  readonly actions: number;
  readonly trace: boolean;
  /** After how many actions the laws are asked. */
  readonly checkEvery?: number | undefined;
}

export interface SeedResult {
  readonly seed: number;
  readonly breaches: readonly string[];
  readonly hash: string;
  readonly faults: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly trace: readonly string[];
}
