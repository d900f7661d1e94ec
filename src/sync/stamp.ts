/**
 * A hybrid logical clock: orders writes by time where clocks agree, and by cause where they do not.
 *
 * - A replica's next stamp is greater than every stamp it has made or seen, whatever its clock does.
 * - `now` is an argument: this module owns no clock.
 * - `ms` estimates the server's time; business dates never come from here.
 */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly ms: number;
  /** Tells apart the stamps of one millisecond, 0 … MAX_CTR. */
  readonly ctr: number;
}

export const MAX_CTR = 65_535;
/** The server stores no stamp further ahead of its own clock than this. */
export const MAX_AHEAD_MS = 60_000;

export const FIRST_STAMP: Stamp = { ms: 0, ctr: 0 };

export const compareStamps = (a: Stamp, b: Stamp): number => a.ms - b.ms || a.ctr - b.ctr;

/** The stamp of the next write after `last`. */
export const nextStamp = (last: Stamp, now: number): Stamp => {
  if (now > last.ms) return { ms: now, ctr: 0 };
  return last.ctr < MAX_CTR ? { ms: last.ms, ctr: last.ctr + 1 } : { ms: last.ms + 1, ctr: 0 };
};

/** The clock after a foreign stamp was seen. */
export const laterStamp = (a: Stamp, b: Stamp): Stamp => (compareStamps(a, b) >= 0 ? a : b);

export const isTooFarAhead = (stamp: Stamp, serverNow: number): boolean => stamp.ms > serverNow + MAX_AHEAD_MS;
