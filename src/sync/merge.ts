/**
 * The one rule for concurrent edits, run by the server alone: each register is kept or replaced by the later write.
 *
 * - Merging is commutative, associative and idempotent over any order and repetition of operations with given stamps;
 *   but for counters (counters.ts), whose increments commute and are each applied once by number.
 * - An operation that loses everywhere changes nothing and takes no sequence number; what it would have said is told.
 * - A record's `seq` is that of its last change; a register's is that of its own.
 */
import { DELETED, type Value, type Values } from '#domain/change.ts';
import { canonical } from './canonical.ts';
import { addToComponent, componentOf, isCounter } from './counters.ts';
import { addDigests, digestOfRegister, subtractDigest } from './digest.ts';
import { compareRegisters } from './register.ts';

/** `[value, ms, ctr, alias, seq]`. */
export type StoredRegister = readonly [value: Value, ms: number, ctr: number, alias: number, seq: number];

export interface StoredRecord {
  readonly table: string;
  readonly id: string;
  readonly seq: number;
  /** The seq at which this incarnation of the record began. */
  readonly inc: number;
  /** The first seq of the mutation that changed it last. */
  readonly grp: number;
  readonly deleted: boolean;
  readonly registers: Readonly<Record<string, StoredRegister>>;
}

export interface FieldChange {
  readonly field: string;
  readonly before: Value | undefined;
  readonly after: Value;
}

/** A write that was not used: something that was written later stands, under the number `seq`. */
export interface FieldLoss {
  readonly field: string;
  readonly kept: Value;
  readonly lost: Value;
  readonly seq: number;
}

export interface Merged {
  readonly record: StoredRecord;
  /** Registers that the operation won, with the value they had; empty when it lost everywhere: then nothing is stored. */
  readonly changes: readonly FieldChange[];
  /** Registers of which it would have said something else. */
  readonly losses: readonly FieldLoss[];
  /** What the scope's digest grows by, modulo 2^52. */
  readonly digestDelta: number;
}

export interface IncomingOperation {
  readonly table: string;
  readonly id: string;
  readonly values: Values;
}

export interface FullStamp {
  readonly ms: number;
  readonly ctr: number;
  readonly alias: number;
  /** The mutation's number; 0 for the server's own writes. */
  readonly n: number;
}

/** `seq` is the number that the record takes if the operation wins anything; `grp` the first of its mutation. */
export const mergeOperation = (
  stored: StoredRecord | undefined,
  operation: IncomingOperation,
  stamp: FullStamp,
  seq: number,
  grp: number,
): Merged => {
  const { table, id } = operation;
  // A map, because a field may bear the name of something that every object inherits.
  const registers = new Map(Object.entries(stored?.registers ?? {}));
  const changes: FieldChange[] = [];
  const losses: FieldLoss[] = [];
  let digestDelta = 0;

  for (const [name, value] of Object.entries(operation.values)) {
    const field = isCounter(name) ? componentOf(name, stamp.alias) : name;
    const before = registers.get(field);
    const after = isCounter(name) ? addToComponent(before?.[0], value, stamp.n) : value;
    const written: StoredRegister = [after, stamp.ms, stamp.ctr, stamp.alias, seq];
    if (!isCounter(name) && before !== undefined && compareRegisters(short(written), short(before)) <= 0) {
      const [kept, , , , since] = before;
      if (canonical(value) !== canonical(kept)) losses.push({ field, kept, lost: value, seq: since });
      continue;
    }
    registers.set(field, written);
    changes.push({ field, before: before?.[0], after });
    if (before !== undefined)
      digestDelta = subtractDigest(digestDelta, digestOfRegister(table, id, field, short(before)));
    digestDelta = addDigests(digestDelta, digestOfRegister(table, id, field, short(written)));
  }

  if (changes.length === 0 && stored !== undefined) return { record: stored, changes, losses, digestDelta: 0 };
  const deleted = registers.get(DELETED)?.[0] === true;
  return {
    record: { table, id, seq, inc: stored?.inc ?? seq, grp, deleted, registers: Object.fromEntries(registers) },
    changes,
    losses,
    digestDelta,
  };
};

const short = (register: StoredRegister): readonly [Value, number, number, number] => [
  register[0],
  register[1],
  register[2],
  register[3],
];
