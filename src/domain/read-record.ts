/**
 * From flat registers, as they are stored and sent, to a record of a table.
 * Reading is generous: a register that this version does not know, or cannot read, is left out and stays in the store,
 * so a phone that was off for months shows what it can and destroys nothing.
 */
import { CREATED, DELETED, type Value, type Values } from './change.ts';
import { readField } from './field-checks.ts';
import type { RecordOf, Schema, Table } from './table.ts';

/** Names an element of a set; `__proto__` would vanish from an object. */
const isElement = (name: string): boolean => /^[\w.~:/-]{1,160}$/u.test(name) && name !== '__proto__';

interface Place {
  readonly set: string | undefined;
  /** A single field's name, or the element's. */
  readonly field: string;
  readonly schema: Schema;
}

/** Where a register belongs: a single field, or an element of a set (`tasks/abc`). */
export const placeOf = (table: Table, register: string): Place | undefined => {
  const slash = register.indexOf('/');
  if (slash < 0) {
    const schema = Object.hasOwn(table.single, register) ? table.single[register] : undefined;
    return schema && { set: undefined, field: register, schema };
  }
  const set = register.slice(0, slash);
  const field = register.slice(slash + 1);
  const schema = Object.hasOwn(table.sets, set) ? table.sets[set] : undefined;
  return schema && isElement(field) ? { set, field, schema } : undefined;
};

const isShown = (values: Values, evenDeleted: boolean): boolean =>
  Boolean(values[CREATED]) && (evenDeleted || !values[DELETED]);

/** A counter's component, `+reached/3` = `[total, n]`: one for each phone that added. */
const componentPattern = /^\+([^/]+)\//u;
const totalOf = (component: Value): number => {
  const total: unknown = Array.isArray(component) ? component[0] : undefined;
  return typeof total === 'number' ? total : 0;
};

export interface ReadOptions {
  readonly evenDeleted?: boolean;
}

/**
 * The record; `undefined` if it was never made, is deleted, or lacks what it must have.
 * `evenDeleted` is for judging rights: who may write to a record does not change while it is deleted.
 */
export const readRecord = <T extends Table>(
  table: T,
  values: Values,
  { evenDeleted = false }: ReadOptions = {},
): RecordOf<T> | undefined => {
  if (!isShown(values, evenDeleted)) return undefined;
  const single: Record<string, unknown> = {};
  const sets: Record<string, Record<string, unknown>> = {};
  for (const set of Object.keys(table.sets)) sets[set] = {};

  const counted: Record<string, number> = {};
  for (const [register, value] of Object.entries(values)) {
    const counter = componentPattern.exec(register)?.[1];
    if (counter !== undefined && table.counters?.includes(counter) === true)
      counted[counter] = (counted[counter] ?? 0) + totalOf(value);
    const place = value === null ? undefined : placeOf(table, register);
    if (!place) continue;
    const read = readField(place.schema, value);
    const target = place.set === undefined ? single : sets[place.set];
    if (read.ok && target) target[place.field] = read.value;
  }
  if (table.required.some((field) => single[field] === undefined)) return undefined;
  // Every field was parsed by the table's own schema; the compiler cannot follow that.
  return { ...single, ...sets, ...counted } as RecordOf<T>;
};
