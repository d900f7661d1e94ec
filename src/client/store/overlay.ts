/**
 * What a person sees of a record: the base, and their own mutations laid over it in their order.
 *
 * - A waiting value always shows: an edit never leaves the screen before the server's answer holds it.
 * - A refused value shows too, marked as such, until it is settled; but it never covers a later write of the field.
 */
import type { Value, Values } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { addToComponent, componentOf, isCounter, readComponent } from '#sync/counters.ts';
import type { Mutation } from '#sync/mutation.ts';
import type { Register } from '#sync/register.ts';
import { compareStamps } from '#sync/stamp.ts';
import type { RecordState } from './shown.ts';

export interface BaseRecord {
  readonly table: string;
  readonly id: string;
  readonly seq: number;
  readonly registers: Readonly<Record<string, Register>>;
}

export interface Refusal {
  readonly problem: Problem;
  /** Under which alias the server holds it; together with the mutation's number it names what is held. */
  readonly alias: number;
  /** When this device learned of it (ms since 1970). */
  readonly at: number;
  /** What later own mutations, that were accepted, wrote over it: `table|id|field`. */
  readonly covered?: readonly string[];
}

/** A mutation of this replica that the base does not hold yet. */
export interface Entry {
  /** The local number; the mutation's own is that on the wire. */
  readonly n: number;
  readonly mutation: Mutation;
  /** The server refused it and holds it; it waits for the person. */
  readonly refusal?: Refusal;
}

export interface View {
  readonly values: Values;
  /** Fields whose shown value was refused. */
  readonly refused: Values;
}

/** What is needed to tell which of the own increments a base holds. */
export interface Own {
  readonly alias: number;
  readonly shift: number;
}

/** Increments that the base does not hold yet, as one more component of their counter. */
const addPending = (values: Record<string, Value>, field: string, increment: Value, entry: Entry, own: Own): void => {
  const held = readComponent(values[componentOf(field, own.alias)])[1];
  if (entry.refusal !== undefined || entry.n <= own.shift || entry.mutation.n <= held) return;
  const pending = `${field}/pending`;
  values[pending] = addToComponent(values[pending], increment, 0);
};

/** By somebody's later write, or by an own one: that may bear an earlier stamp, if the phone's clock had run ahead. */
const isCovered = ({ covered }: Refusal, mutation: Mutation, register: Register | undefined, key: string): boolean => {
  if (covered?.includes(key) === true) return true;
  return register !== undefined && compareStamps({ ms: register[1], ctr: register[2] }, mutation) > 0;
};

export const viewOf = (
  base: BaseRecord | undefined,
  entries: readonly Entry[],
  table: string,
  id: string,
  own: Own,
): View => {
  const values: Record<string, Value> = {};
  const refused: Record<string, Value> = {};
  for (const [field, register] of Object.entries(base?.registers ?? {})) values[field] = register[0];

  for (const entry of entries) {
    const { mutation, refusal } = entry;
    for (const [itsTable, itsId, , written] of mutation.operations) {
      if (itsTable !== table || itsId !== id) continue;
      for (const [field, value] of Object.entries(written)) {
        if (isCounter(field)) {
          addPending(values, field, value, entry, own);
          continue;
        }
        const register = base?.registers[field];
        if (refusal !== undefined && isCovered(refusal, mutation, register, fieldKey(table, id, field))) continue;
        values[field] = value;
        if (refusal === undefined) delete refused[field];
        else refused[field] = value;
      }
    }
  }
  return { values, refused };
};

/** `entries` are those that touch the record; `sendingN` the last mutation of the running request; both by local number. */
export const stateOf = (entries: readonly Entry[], ackN: number, sendingN: number): RecordState => {
  if (entries.some((entry) => entry.refusal !== undefined)) return 'to-fix';
  const waiting = entries.filter((entry) => entry.n > ackN);
  if (waiting.length === 0) return 'sent';
  return waiting.some((entry) => entry.n <= sendingN) ? 'sending' : 'on-device';
};

export const fieldKey = (table: string, id: string, field: string): string => `${table}|${id}|${field}`;

export const recordKey = (table: string, id: string): string => `${table}|${id}`;

/** The entries that touch each record, by `recordKey`, in their order. */
export const entriesByRecord = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const byRecord = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(entry.mutation.operations.map(([table, id]) => recordKey(table, id)))) {
      const list = byRecord.get(key) ?? [];
      list.push(entry);
      byRecord.set(key, list);
    }
  }
  return byRecord;
};
