/** What is asked of any form: each field against its table, what is missing, days that lie within living memory. */
import { dayInYear, yearOf, type LocalDate } from './dates.ts';
import { checkField } from './field-checks.ts';
import type { FieldProblem, Problem } from './problem.ts';
import type { Table } from './table.ts';

const EARLIEST = '2000-01-01';
const YEARS_AHEAD = 2;

export const beside = (field: string, problem: Problem | undefined): readonly FieldProblem[] =>
  problem ? [{ field, problem }] : [];

/** At most one problem a field: the first. */
export const firstOfEach = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter((one, index) => problems.findIndex(({ field }) => field === one.field) === index);

/** Every field by itself, in the table's order. */
export const checkFields = (table: Table, fields: object): readonly FieldProblem[] => {
  const given = new Map<string, unknown>(Object.entries(fields));
  const singles = Object.entries(table.single).flatMap(([field, schema]) => {
    const value = given.get(field);
    if (value !== undefined) return beside(field, checkField(schema, value));
    return table.required.includes(field) ? beside(field, { code: 'field/required' }) : [];
  });
  const sets = Object.entries(table.sets).flatMap(([field, schema]) =>
    Object.values(given.get(field) ?? {}).flatMap((value) => beside(field, checkField(schema, value))),
  );
  return firstOfEach([...singles, ...sets]);
};

/** Not before this work began, nor further ahead than any plan reaches. */
export const checkPlausible = (day: LocalDate | undefined, today: LocalDate): Problem | undefined => {
  const latest = dayInYear(today.slice(5), yearOf(today) + YEARS_AHEAD);
  if (day === undefined || (day >= EARLIEST && day <= latest)) return undefined;
  return { code: 'activity/date-out-of-range', from: EARLIEST, to: latest };
};
