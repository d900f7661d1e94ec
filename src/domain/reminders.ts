/**
 * What a person is reminded of when the workbook opens: what falls due or begins within a week, and what was just missed.
 *
 * - Computed from what is on the device and the business day alone; nothing is asked of a server.
 * - Put off, one is silent for the rest of that day and back on the next, until its own day has passed.
 */
import { daysBetween, type LocalDate } from './dates.ts';

export type ReminderKind = 'deadline' | 'task' | 'campaign';

/** Something with a day: the last valid one of a report, the end of a task's window, the beginning of a campaign. */
export interface Dated {
  readonly kind: ReminderKind;
  readonly id: string;
  readonly day: LocalDate;
}

export interface Reminder extends Dated {
  /** The same for one item and its day, whatever else changes. */
  readonly key: string;
  /** Negative when it is over. */
  readonly daysLeft: number;
}

const AHEAD_DAYS = 7;
/** A report that was missed can still be sent, a campaign that has begun is no news. */
const BEHIND_DAYS: Readonly<Record<ReminderKind, number>> = { deadline: 7, task: 0, campaign: 0 };

/** Soonest first; of one day reports before tasks before campaigns. */
export const remindersOf = (dated: readonly Dated[], today: LocalDate): readonly Reminder[] => {
  const kinds: readonly ReminderKind[] = ['deadline', 'task', 'campaign'];
  return dated
    .map((one) => ({ ...one, key: `${one.kind}~${one.id}~${one.day}`, daysLeft: daysBetween(today, one.day) }))
    .filter(({ kind, daysLeft }) => daysLeft <= AHEAD_DAYS && daysLeft >= -BEHIND_DAYS[kind])
    .sort((a, b) => a.daysLeft - b.daysLeft || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
};

/** By the reminder's key: the day on which it was put off. */
export type PutOff = Readonly<Record<string, LocalDate>>;

export const standingReminders = (
  reminders: readonly Reminder[],
  putOff: PutOff,
  today: LocalDate,
): readonly Reminder[] => reminders.filter(({ key }) => putOff[key] !== today);

/** What was put off on other days is forgotten with it. */
export const afterPuttingOff = (putOff: PutOff, key: string, today: LocalDate): PutOff => ({
  ...Object.fromEntries(Object.entries(putOff).filter(([, day]) => day === today)),
  [key]: today,
});
