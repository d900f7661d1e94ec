/**
 * Wrong tries slow down: five are free, then 1, 2, 4, 8 and at most 15 minutes. The count stands in the key file, so a
 * reload does not forget it. A page cannot know time better than its phone: whoever holds the profile's files is
 * stopped by Argon2id alone.
 */
export interface Tries {
  readonly count: number;
  /** No further try before (ms since 1970). */
  readonly until: number;
}

export const NO_TRIES: Tries = { count: 0, until: 0 };
const FREE_TRIES = 5;
const LONGEST_MINUTES = 15;

const waitMinutes = (count: number): number =>
  count < FREE_TRIES ? 0 : Math.min(2 ** (count - FREE_TRIES), LONGEST_MINUTES);

export const afterTry = (tries: Tries, now: number): Tries => {
  const count = tries.count + 1;
  return { count, until: now + waitMinutes(count) * 60_000 };
};

/** How long to wait, in seconds. A clock that was set back does not lock anybody out for years. */
export const secondsToWait = (tries: Tries, now: number): number =>
  Math.max(0, Math.ceil(Math.min(tries.until - now, LONGEST_MINUTES * 60_000) / 1000));
