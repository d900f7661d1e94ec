/** The list of a register: what stands in it in a year, in which order, and by which words it is found. */
import type { Register } from '#catalogue/registers.ts';
import { yearOf } from '#domain/dates.ts';
import { matchesQuery } from '#domain/folding.ts';
import type { RegisterName } from '#domain/register-names.ts';
import type { Saved } from '#client/state/workbook.ts';

export type RegisterRow = Saved<RegisterName>;
export type Given = Readonly<Record<string, unknown>>;

/** A row's fields by their names, whichever register it is of. */
export const given = (row: Pick<RegisterRow, 'fields'>): Given => ({ ...row.fields });

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const yearIn = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? yearOf(value) : undefined;
};

interface Years {
  readonly from: number | undefined;
  /** `undefined`: it is still there. */
  readonly to: number | undefined;
}

const yearsOf = (register: Register, fields: Given): Years => {
  const { from, to, lasting } = register.days;
  const [first, last] = [yearIn(fields[from]), to === undefined ? undefined : yearIn(fields[to])];
  return lasting === true ? { from: first, to: last } : { from: first ?? last, to: last ?? first };
};

/** What has no day at all may be of any year: it is left out of none. */
export const isOfYear = (register: Register, fields: Given, year: number): boolean => {
  const { from, to } = yearsOf(register, fields);
  if (register.days.lasting === true) return (from ?? year) <= year && year <= (to ?? year);
  return from === undefined || to === undefined || (from <= year && year <= to);
};

/** The years that can be chosen: from the first that a row belongs to until this one, and any later; newest first. */
export const yearsIn = (register: Register, rows: readonly RegisterRow[], thisYear: number): readonly number[] => {
  const all = rows.flatMap((row) => {
    const { from, to } = yearsOf(register, given(row));
    return [from, to].filter((year) => year !== undefined);
  });
  if (all.length === 0) return [];
  const [first, last] = [Math.min(thisYear, ...all), Math.max(thisYear, ...all)];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
};

/** Things that stay are found by their names; what happened, by its last day, newest first. */
const compare =
  (register: Register) =>
  (a: RegisterRow, b: RegisterRow): number => {
    const [one, other] = [given(a), given(b)];
    const byTitle =
      textOf(one[register.title]).localeCompare(textOf(other[register.title]), 'vi') || (a.id < b.id ? -1 : 1);
    if (register.days.lasting === true) return byTitle;
    const [day, otherDay] = [lastDay(register, one), lastDay(register, other)];
    return day === otherDay ? byTitle : day < otherDay ? 1 : -1;
  };

/** A row without any day is the newest: it asks for one. */
const lastDay = ({ days }: Register, fields: Given): string => {
  const [to, from] = [days.to === undefined ? undefined : fields[days.to], fields[days.from]];
  return textOf(to) || textOf(from) || String(numberOf(from) ?? '9');
};

export interface Found {
  readonly query: string;
  readonly year: number | undefined;
}

/** `folded` are a row's folded words, as the screen shows them: codes and agencies by their names. */
export const foundIn = (
  register: Register,
  rows: readonly RegisterRow[],
  { query, year }: Found,
  folded: (row: RegisterRow) => string,
): readonly RegisterRow[] =>
  rows
    .filter((row) => year === undefined || isOfYear(register, given(row), year))
    .filter((row) => query.trim() === '' || matchesQuery(folded(row), query))
    .sort(compare(register));

/** What of a row still asks for something. */
export type Open = 'waits-for-answer' | 'to-fix' | 'overdue';

export const openOf = (register: Register, fields: Given, today: string): Open | undefined => {
  if (register.table === 'difficulty') return textOf(fields['answer']) === '' ? 'waits-for-answer' : undefined;
  if (register.table !== 'inspection' || textOf(fields['followUp']) === '' || textOf(fields['followedUpOn']) !== '')
    return undefined;
  const by = textOf(fields['followUpBy']);
  return by !== '' && by < today ? 'overdue' : 'to-fix';
};

/** It ended, and when it did is past. */
export const isOver = (register: Register, fields: Given, today: string): boolean => {
  const to = register.days.to === undefined ? '' : textOf(fields[register.days.to]);
  return register.days.lasting === true && to !== '' && to < today.slice(0, to.length);
};
