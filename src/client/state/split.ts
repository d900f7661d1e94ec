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
  const sum = (isOne: (item: T) => boolean): number =>
    items.reduce((total, item) => (isOne(item) ? total + amountOf(item) : total), 0);
  return {
    sent: sum((item) => item.state === 'sent'),
    onDevice: sum((item) => item.state === 'on-device' || item.state === 'sending'),
    toFix: sum((item) => item.state === 'to-fix' && item.onlyRefused !== true),
    apart: sum((item) => item.onlyRefused === true),
  };
};

/** Of what a cadence counted: each activity stands with its own amount. */
export const splitOfCounted = (
  counted: readonly { readonly id: string; readonly amount: number }[],
  activities: readonly ActivitySummary[],
): Split => {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return splitOf(
    counted.map(({ id, amount }) => ({ state: byId.get(id)?.state ?? 'sent', amount })),
    ({ amount }) => amount,
  );
};
