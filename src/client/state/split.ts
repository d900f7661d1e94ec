/**
 * How much of a total the server has: confirmed, only on this phone, refused at the last edit, and what stands apart
 * because nothing of it was ever accepted.
 */
import type { ActivitySummary, RecordState } from './workbook.ts';

export interface Split {
  readonly sent: number;
  readonly onDevice: number;
  readonly toFix: number;
  /** In no total. */
  readonly apart: number;
}

interface Countable {
  readonly state: RecordState;
  readonly onlyRefused?: boolean;
}

/** `amountOf` is what one of them adds to the total; what was never accepted adds nothing. */
export const splitOf = <T extends Countable>(items: readonly T[], amountOf: (item: T) => number = () => 1): Split => {
  const split = { sent: 0, onDevice: 0, toFix: 0, apart: 0 };
  for (const item of items) {
    const amount = amountOf(item);
    if (item.onlyRefused === true) split.apart += amount;
    else if (item.state === 'to-fix') split.toFix += amount;
    if (item.state === 'sent') split.sent += amount;
    if (item.state === 'on-device' || item.state === 'sending') split.onDevice += amount;
  }
  return split;
};

/** A log is asked about for each month and each measure, and nearly all of it has been sent. */
const known = new WeakMap<readonly ActivitySummary[], ReadonlyMap<string, RecordState>>();
const unsentOf = (activities: readonly ActivitySummary[]): ReadonlyMap<string, RecordState> => {
  const held =
    known.get(activities) ??
    new Map(activities.filter(({ state }) => state !== 'sent').map(({ id, state }) => [id, state] as const));
  known.set(activities, held);
  return held;
};

/** Of what a cadence counted: each activity stands with its own amount. */
export const splitOfCounted = (
  counted: readonly { readonly id: string; readonly amount: number }[],
  activities: readonly ActivitySummary[],
): Split => {
  const states = unsentOf(activities);
  return splitOf(
    counted.map(({ id, amount }) => ({ state: states.get(id) ?? 'sent', amount })),
    ({ amount }) => amount,
  );
};
