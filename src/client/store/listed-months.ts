/** The months in which an activity is listed: asked of every record that is written, while the log itself may be unread. */
import { CREATED, DELETED, type Value, type Values } from '#domain/change.ts';
import { isLocalDate, monthOf, monthsBetween, type DayRange } from '#domain/dates.ts';
import type { Register } from '#sync/register.ts';

/**
 * The days that an activity touches. Two edits that are each right, one of its first day and one of its last, may be
 * merged into an end before the start; it is then listed on the days between the two, where somebody can mend it.
 */
export const daysOf = ({ from, to }: DayRange): DayRange => (to < from ? { from: to, to: from } : { from, to });

/** The months in which an activity with these values is listed; a look at its days, because a first sync asks it of thousands. */
export const monthsOfActivity = (values: Values): readonly string[] =>
  monthsListed(values[CREATED], values[DELETED], values['from'], values['to']);

/** The same of a record as it stands in the base. */
export const monthsOfRegisters = (registers: Readonly<Record<string, Register>>): readonly string[] =>
  monthsListed(registers[CREATED]?.[0], registers[DELETED]?.[0], registers['from']?.[0], registers['to']?.[0]);

type Held = Value | undefined;

const monthsListed = (created: Held, deleted: Held, from: Held, to: Held): readonly string[] => {
  if (created !== true || deleted === true || typeof from !== 'string' || typeof to !== 'string') return [];
  if (!isLocalDate(from)) return [];
  if (from === to) return [monthOf(from)];
  if (!isLocalDate(to)) return [];
  const days = daysOf({ from, to });
  return monthsBetween(days.from, days.to);
};
