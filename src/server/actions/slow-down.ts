/**
 * Failures slow the next try down, per account, per address and per device: after a few, one second, doubling to 15 minutes.
 * Nobody is locked out for good, and an hour's rest starts anew.
 */
import type { Problem } from '#domain/problem.ts';
import type { SlowDowns, Tries } from './ports.ts';

const MAX_WAIT_MS = 15 * 60_000;
const REST_MS = 60 * 60_000;

export interface Key {
  readonly key: string;
  /** Failures that are free of charge. */
  readonly free: number;
}

/** An office shares one address, so it has more. */
export const accountKey = (signIn: string): Key => ({ key: `account:${signIn}`, free: 5 });
export const deviceKey = (device: string): Key => ({ key: `device:${device}`, free: 5 });
export const addressKey = (address: string): Key => ({ key: `address:${address}`, free: 20 });

const waitAfter = (count: number, free: number): number =>
  count < free ? 0 : Math.min(1_000 * 2 ** (count - free), MAX_WAIT_MS);

/**
 * Counts a try as failed before it is made, so that parallel tries are counted as well; `forgive` takes it back.
 * Answers how long to wait when it may not be made.
 */
export const startTry = async (
  slowDowns: SlowDowns,
  keys: readonly Key[],
  now: number,
): Promise<Problem | undefined> => {
  let waitMs = 0;
  await slowDowns.change(
    keys.map(({ key }) => key),
    (tries) => {
      waitMs = Math.max(0, ...[...tries.values()].map(({ until }) => until - now));
      if (waitMs > 0) return new Map();
      return new Map(
        keys.map(({ key, free }) => {
          const before = tries.get(key);
          const count = (before === undefined || now - before.until > REST_MS ? 0 : before.count) + 1;
          return [key, { count, until: now + waitAfter(count, free) }];
        }),
      );
    },
  );
  return waitMs > 0 ? { code: 'session/slow-down', seconds: Math.ceil(waitMs / 1_000) } : undefined;
};

/** Made-up names are tried once and never again; their counts go when an hour's rest has made them worthless. */
export const sweepTries = (slowDowns: SlowDowns, now: number): Promise<void> => slowDowns.sweep(now - REST_MS);

/** A success clears what belongs to the person; of a shared key only this one try is taken back. */
export const forgive = (
  slowDowns: SlowDowns,
  own: readonly Key[],
  shared: readonly Key[],
  now: number,
): Promise<void> =>
  slowDowns.change(
    [...own, ...shared].map(({ key }) => key),
    (tries) => {
      const cleared: readonly (readonly [string, Tries])[] = own.map(({ key }) => [key, { count: 0, until: 0 }]);
      const lessened = shared.map(({ key, free }): readonly [string, Tries] => {
        const count = Math.max(0, (tries.get(key)?.count ?? 1) - 1);
        return [key, { count, until: now + waitAfter(count, free) }];
      });
      return new Map([...cleared, ...lessened]);
    },
  );
