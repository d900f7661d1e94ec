/** Which deadlines the first page shows: those that are near, those that were missed, and always the next one. */
import type { Deadline } from '#domain/deadlines.ts';

/** Further ahead a deadline is a date, not a task; the nearest one is always shown. */
const AHEAD_DAYS = 60;

export const worthShowing = (deadlines: readonly Deadline[]): readonly Deadline[] => {
  const coming = deadlines.filter((deadline) => deadline.daysLeft >= 0);
  const near = coming.filter((deadline) => deadline.daysLeft <= AHEAD_DAYS);
  const missed = deadlines.filter((deadline) => deadline.daysLeft < 0);
  return near.length > 0 ? [...near, ...missed] : [...missed, ...coming.slice(0, 1)];
};
