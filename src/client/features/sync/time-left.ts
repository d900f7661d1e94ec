/**
 * How long the running exchange will still take. The estimate is calm: it falls as it will, and rises only when it was
 * clearly too low, so that a person never sees it jump to and fro.
 */
import type { Progress } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';

export interface TimeLeft {
  readonly startedAt: number;
  readonly leftMs: number;
}

/** Sooner nothing is known of the link. */
const MIN_ELAPSED_MS = 3_000;
const MIN_SHARE = 0.02;
const CLEARLY_MORE = 1.5;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const nextTimeLeft = (
  before: TimeLeft | undefined,
  progress: Progress | undefined,
  now: number,
): TimeLeft | undefined => {
  if (progress === undefined || (progress.toReceive === 0 && progress.received > 0)) return undefined;
  const { startedAt } = progress;
  const all = progress.toSend + progress.toReceive;
  const done = Math.min(progress.sent + progress.received, all);
  const known = before?.startedAt === startedAt ? before : undefined;
  const elapsed = now - startedAt;
  if (all === 0 || elapsed < MIN_ELAPSED_MS || done / all < MIN_SHARE) return known;
  const leftMs = (elapsed / done) * (all - done);
  return known !== undefined && leftMs > known.leftMs && leftMs < known.leftMs * CLEARLY_MORE
    ? known
    : { startedAt, leftMs };
};

export const timeLeftWords = ({ leftMs }: TimeLeft): string => {
  const words = s().progress;
  if (leftMs < 10_000) return words.seconds;
  if (leftMs < MINUTE_MS) return words.underMinute;
  const minutes = Math.ceil(leftMs / MINUTE_MS);
  return minutes <= 90 ? words.minutes(minutes) : words.hours(Math.round(leftMs / HOUR_MS));
};
