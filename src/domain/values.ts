/**
 * Between a record, as rules and screens see it, and its flat registers, as they are stored and sent.
 *
 * - `recordOf(valuesOf(record))` is the record; registers before, with `changedValues` laid over them, are registers after.
 * - Reading is generous (read-record.ts); writing is strict: `checkValues` refuses what this version does not know.
 */
import { CREATED, DELETED, type Value, type Values } from './change.ts';
import { checkField } from './field-checks.ts';
import { MAX_ACTIVITY_DAYS } from './activity-rules.ts';
import { addDays, daysBetween } from './dates.ts';
import { tables } from './every-table.ts';
import type { Problem } from './problem.ts';
import { placeOf, readRecord, type ReadOptions } from './read-record.ts';
import { readingId } from './records/measure.ts';
import { checkWhole } from './record-checks.ts';
import type { Table } from './table.ts';
import type { RecordIn, TableName, Tables } from './tables.ts';

/** The record of a table by its name; `undefined` where `readRecord` has none. */
export const recordOf = <T extends TableName>(
  name: T,
  values: Values,
  options?: ReadOptions,
): RecordIn<T> | undefined => {
  const table: Tables[T] = tables[name];
  return readRecord(table, values, options);
};

/** JSON without the keys that are absent. */
const plain = (value: unknown): Value => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(kept.map(([key, part]) => [key, plain(part)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** The record's registers, without `$c`. */
export const valuesOf = <T extends TableName>(name: T, record: RecordIn<T>): Values => {
  const table: Table = tables[name];
  const values: Record<string, Value> = {};
  for (const [field, value] of Object.entries(record)) {
    if (Object.hasOwn(table.single, field) && value !== undefined) values[field] = plain(value);
    if (!Object.hasOwn(table.sets, field) || typeof value !== 'object') continue;
    for (const [element, held] of Object.entries(value)) values[`${field}/${element}`] = plain(held);
  }
  return values;
};

const same = (a: Value | undefined, b: Value | undefined): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [first, second] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return first.size === second.size && [...first].every(([key, value]) => same(value, second.get(key)));
};

/** Only what differs; `null` for what was cleared or taken away. A new record (`before` absent) carries `$c` as well. */
export const changedValues = <T extends TableName>(
  name: T,
  before: RecordIn<T> | undefined,
  after: RecordIn<T>,
): Values => {
  const was = before ? valuesOf(name, before) : {};
  const is = valuesOf(name, after);
  const changed: Record<string, Value> = before ? {} : { [CREATED]: true };
  for (const [register, value] of Object.entries(is)) if (!same(was[register], value)) changed[register] = value;
  for (const register of Object.keys(was)) if (!Object.hasOwn(is, register)) changed[register] = null;
  return changed;
};

const bad = (field: string, problem: Problem): Problem => ({ code: 'sync/bad-value', field, problem });

const checkRegister = (table: Table, register: string, value: Value): Problem | undefined => {
  if (register === CREATED) return value === true ? undefined : bad(register, { code: 'field/unknown-value' });
  if (register === DELETED)
    return typeof value === 'boolean' ? undefined : bad(register, { code: 'field/unknown-value' });
  if (register.startsWith('+') && table.counters?.includes(register.slice(1)) === true)
    return typeof value === 'number' ? undefined : bad(register, { code: 'field/not-a-number' });
  const place = placeOf(table, register);
  if (!place) return { code: 'sync/unknown-field', field: register };
  if (value === null) return table.required.includes(register) ? bad(register, { code: 'field/required' }) : undefined;
  const problem = checkField(place.schema, value);
  return problem && bad(register, problem);
};

/** A reading's key follows from four fields, which may therefore never say anything else. */
const checkReadingKey = (id: string, values: Values): Problem | undefined => {
  const parts = [values['measure'], values['unit'], values['agency'], values['period']];
  const [measure, unit, agency, period] = parts.map((part) => (typeof part === 'string' ? part : undefined));
  if (parts.every((part) => part === undefined)) return undefined;
  const isWhole = measure !== undefined && unit !== undefined && agency !== undefined && period !== undefined;
  return isWhole && readingId({ measure, unit, agency, period }) === id ? undefined : { code: 'sync/wrong-id' };
};

const EARLIEST = '2000-01-01';
const LATEST = '2100-12-31';

const checkDays = (values: Values): Problem | undefined => {
  const [from, to] = [values['from'], values['to']];
  for (const [field, day] of Object.entries({ from, to })) {
    if (typeof day === 'string' && (day < EARLIEST || day > LATEST))
      return bad(field, { code: 'activity/date-out-of-range', from: EARLIEST, to: LATEST });
  }
  if (typeof from !== 'string' || typeof to !== 'string' || Math.abs(daysBetween(from, to)) <= MAX_ACTIVITY_DAYS)
    return undefined;
  return bad('to', { code: 'activity/date-out-of-range', from, to: addDays(from, MAX_ACTIVITY_DAYS) });
};

export interface CheckOptions {
  /** The change makes the record: everything it must have is asked for, and its fields must fit together. */
  readonly creating: boolean;
  /** Asked of readings, whose id is their natural key. */
  readonly id?: string;
}

/** Whether a change may be written; the first problem, `undefined` when there is none. */
export const checkValues = (name: TableName, values: Values, { creating, id }: CheckOptions): Problem | undefined => {
  const table: Table = tables[name];
  for (const [register, value] of Object.entries(values)) {
    const problem = checkRegister(table, register, value);
    if (problem) return problem;
  }
  if (name === 'activity') {
    const problem = checkDays(values);
    if (problem) return problem;
  }
  if (name === 'reading' && id !== undefined) {
    const problem = checkReadingKey(id, values);
    if (problem) return problem;
  }
  if (!creating) return undefined;

  const missing = table.required.find((field) => values[field] === undefined);
  if (missing !== undefined) return bad(missing, { code: 'field/required' });
  const whole = recordOf(name, { ...values, [CREATED]: true }, { evenDeleted: true });
  const first = whole && checkWhole(name, whole)[0];
  return first && bad(first.field, first.problem);
};
