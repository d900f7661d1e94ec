/**
 * The server's half of a pull: records in the order of their seq, written as lines that can be cut anywhere.
 *
 * - `c` ends a group: what came before may be shown. It is written when a record of another group follows, or at the head.
 * - A device that was cut inside a group has staged its rows up to `at`; if that group turns out to be whole,
 *   the first line is its commit mark.
 * - A long row travels in slices; a device that holds `chars` of one gets the rest.
 */
import type { StoredRecord } from './merge.ts';
import { SLICE_CHARS } from './messages.ts';

export interface Standpoint {
  /** The device has everything up to here. */
  readonly done: number;
  /** The device has staged or shown every row up to here. */
  readonly at: number;
  /** The row after `at` of which the device holds the first `chars` characters. */
  readonly inner: readonly [seq: number, chars: number] | null;
}

export interface RowWriter {
  /** The lines of the next record, each without its line feed. */
  readonly row: (record: StoredRecord) => readonly string[];
  /** The closing lines, once no record is left. */
  readonly end: (headSeq: number, digest: number) => readonly string[];
}

export const createRowWriter = (from: Standpoint): RowWriter => {
  let last = from.at;
  let group: number | undefined;

  return {
    row: (record) => {
      const lines: string[] = [];
      const endsGroup = group === undefined ? last > from.done && record.grp > last : record.grp !== group;
      if (endsGroup) lines.push(commitLine(last));
      lines.push(...linesOfRow(record, from));
      last = record.seq;
      group = record.grp;
      return lines;
    },
    end: (headSeq, digest) => [...(last > from.done ? [commitLine(last)] : []), JSON.stringify(['e', headSeq, digest])],
  };
};

const commitLine = (seq: number): string => JSON.stringify(['c', seq]);

const linesOfRow = (record: StoredRecord, from: Standpoint): readonly string[] => {
  const text = rowText(record, from.done);
  if (text.length <= 2 * SLICE_CHARS) return [text];
  const held = from.inner?.[0] === record.seq && from.inner[1] < text.length ? from.inner[1] : 0;
  return slicesOf(text, held).map(([offset, chars]) => JSON.stringify(['t', record.seq, offset, text.length, chars]));
};

/** A full row replaces what the device holds of the record; otherwise it carries only what changed since `done`. */
const rowText = (record: StoredRecord, done: number): string => {
  const full = record.inc > done;
  const registers = Object.entries(record.registers)
    .filter(([, register]) => full || register[4] > done)
    .map(([field, [value, ms, ctr, alias]]) => [field, [value, ms, ctr, alias]]);
  return JSON.stringify(['r', record.table, record.id, record.seq, full ? 1 : 0, Object.fromEntries(registers)]);
};

/** `[offset, characters]` of the rest of a text from `held` on, in slices of SLICE_CHARS. */
export const slicesOf = (text: string, held: number): readonly (readonly [offset: number, chars: string])[] => {
  const slices: (readonly [number, string])[] = [];
  for (let offset = held; offset < text.length; offset += SLICE_CHARS) {
    slices.push([offset, text.slice(offset, offset + SLICE_CHARS)]);
  }
  return slices;
};
