/**
 * How long to leave a dead link in peace: 1 s, 2 s, 4 s … 5 min, spread over half its length,
 * so that a commune's phones do not all come back in the same second. Chance is an argument, 0 ≤ chance < 1.
 */
const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/** `attempt` counts from 1. In milliseconds. */
export const retryDelayMs = (attempt: number, chance: number): number => {
  const full = Math.min(FIRST_MS * 2 ** Math.min(attempt - 1, 20), LONGEST_MS);
  return Math.round(full / 2 + (full / 2) * chance);
};
