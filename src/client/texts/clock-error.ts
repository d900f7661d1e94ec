/** How far a clock is off, in the largest unit that still says it. */
import { s } from './screens.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const clockErrorWords = (ms: number): string => {
  const words = s().clock;
  const size = Math.abs(ms);
  if (size < 90 * MINUTE_MS) return words.minutes(Math.round(size / MINUTE_MS));
  if (size < 36 * HOUR_MS) return words.hours(Math.round(size / HOUR_MS));
  if (size < 45 * DAY_MS) return words.days(Math.round(size / DAY_MS));
  if (size < 548 * DAY_MS) return words.months(Math.round(size / (30.44 * DAY_MS)));
  return words.years(Math.round(size / (365.25 * DAY_MS)));
};
