/** A document's number and date as they are typed: both may be blank; a date that is there must be one. */
import { formatPartialDate } from '#domain/dates.ts';
import { parsePrintedDate, type PrintedDate } from '#domain/partial-dates.ts';
import type { Problem } from '#domain/problem.ts';
import type { Plan } from '#domain/records/plan.ts';

export const dateTyped = ({ date, datePrinted }: Pick<Plan, 'date' | 'datePrinted'>): string =>
  datePrinted ?? (date === undefined ? '' : formatPartialDate(date));

interface NumberAndDate {
  readonly number: string | undefined;
  readonly date: PrintedDate | undefined;
}

export const readHead = (
  number: string,
  date: string,
): { readonly head: NumberAndDate; readonly problem?: Problem } => {
  const read = date.trim() === '' ? undefined : parsePrintedDate(date);
  const head = { number: number.trim() === '' ? undefined : number.trim(), date: read?.ok ? read.value : undefined };
  return read?.ok === false ? { head, problem: read.problem } : { head };
};
