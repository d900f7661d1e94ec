/**
 * One record's part of what a person did at once: flat register values, as they are stored and sent.
 * `title` is a single field, `tasks/abc` an element of a set; `null` clears or takes away.
 */
import type { TableName } from './tables.ts';

/** A register's value: JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** The record was made; every new record carries it. */
export const CREATED = '$c';
/** The record is deleted; undone by writing `false`. */
export const DELETED = '$d';

export interface Change {
  readonly table: TableName;
  readonly id: string;
  readonly values: Values;
}
