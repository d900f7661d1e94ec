/**
 * What a person sees of a record: the base, and their own mutations laid over it in their order.
 *
 * - A waiting value always shows: an edit never leaves the screen before the server's answer holds it.
 * - A refused value shows too, marked as such, until it is settled; but it never covers a later write of the field.
 */
import type { Value, Values } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
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
  /** When this device learned of it (ms since 1970). */
  readonly at: number;
}

/** A mutation of this replica that the base does not hold yet. */
export interface Entry {
  readonly mutation: Mutation;
  /** The server refused it and holds it; it waits for the person. */
  readonly refusal?: Refusal;
}

export interface View {
  readonly values: Values;
  /** Fields whose shown value was refused. */
  readonly refused: Values;
}

export const viewOf = (base: BaseRecord | undefined, entries: readonly Entry[], table: string, id: string): View => {
  const values: Record<string, Value> = {};
  const refused: Record<string, Value> = {};
  for (const [field, register] of Object.entries(base?.registers ?? {})) values[field] = register[0];

  for (const { mutation, refusal } of entries) {
    for (const [itsTable, itsId, , written] of mutation.operations) {
      if (itsTable !== table || itsId !== id) continue;
      for (const [field, value] of Object.entries(written)) {
        const register = base?.registers[field];
        const covered =
          refusal !== undefined &&
          register !== undefined &&
          compareStamps({ ms: register[1], ctr: register[2] }, mutation) > 0;
        if (covered) continue;
        values[field] = value;
        if (refusal === undefined) delete refused[field];
        else refused[field] = value;
      }
    }
  }
  return { values, refused };
};

/** `entries` are those that touch the record; `sendingN` the last mutation of the running request. */
export const stateOf = (entries: readonly Entry[], ackN: number, sendingN: number): RecordState => {
  if (entries.some((entry) => entry.refusal !== undefined)) return 'to-fix';
  const waiting = entries.filter((entry) => entry.mutation.n > ackN);
  if (waiting.length === 0) return 'sent';
  return waiting.some((entry) => entry.mutation.n <= sendingN) ? 'sending' : 'on-device';
};

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
