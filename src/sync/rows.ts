/**
 * The server's half of a pull: records in the order of their seq, written as lines that can be cut anywhere.
 *
 * - `c` ends a group: what came before may be shown. It is written when a record of another group follows and enough was
 *   written since the last mark, and at the head.
 * - A device that was cut inside a group has staged its rows up to `at`; if that group turns out to be whole,
 *   the first line is its commit mark.
 * - A long row travels in slices; a device that holds `chars` of one gets the rest. Such a row never names what the device
 *   sent itself, because its rest may be asked for in a later request.
 */
import type { StoredRecord } from './merge.ts';
import { SLICE_CHARS } from './version.ts';
import { FROM_NOTHING, writeRow, type Before, type EchoOf, type RowToWrite } from './row-form.ts';

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

/** A mark for every row would cost more than the row: a cut costs at most what was written since the last one. */
const MARK_ROWS = 64;
const MARK_CHARS = 8 * 1024;

export const createRowWriter = (from: Standpoint, echoOf: EchoOf = () => undefined): RowWriter => {
  let last = from.at;
  let group: number | undefined;
  let before = FROM_NOTHING;
  let rows = 0;
  let chars = 0;

  const mark = (): string => {
    rows = 0;
    chars = 0;
    return commitLine(last);
  };

  return {
    row: (record) => {
      const resumes = group === undefined && last > from.done && record.grp > last;
      const endsGroup = group !== undefined && record.grp !== group && (rows >= MARK_ROWS || chars >= MARK_CHARS);
      const lines = resumes || endsGroup ? [mark()] : [];
      const [written, after] = linesOfRow(record, from, before, echoOf);
      lines.push(...written);
      last = record.seq;
      group = record.grp;
      before = after;
      rows += 1;
      chars += written.reduce((sum, line) => sum + line.length, 0);
      return lines;
    },
    end: (headSeq, digest) => [...(last > from.done ? [commitLine(last)] : []), JSON.stringify(['e', headSeq, digest])],
  };
};

const commitLine = (seq: number): string => JSON.stringify(['c', seq]);

const linesOfRow = (
  record: StoredRecord,
  from: Standpoint,
  before: Before,
  echoOf: EchoOf,
): readonly [lines: readonly string[], after: Before] => {
  const row = rowOf(record, from.done);
  const [short, after] = writeRow(row, before, echoOf);
  if (short.length <= 2 * SLICE_CHARS) return [[short], after];
  const [text] = writeRow(row, FROM_NOTHING, () => undefined);
  const held = from.inner?.[0] === record.seq && from.inner[1] < text.length ? from.inner[1] : 0;
  const slices = slicesOf(text, held);
  return [slices.map(([offset, chars]) => JSON.stringify(['t', record.seq, offset, text.length, chars])), before];
};

/** A full row replaces what the device holds of the record; otherwise it carries only what changed since `done`. */
const rowOf = (record: StoredRecord, done: number): RowToWrite => {
  const full = record.inc > done;
  return {
    record,
    full,
    fields: Object.entries(record.registers).filter(([, register]) => full || register[4] > done),
  };
};

/** `[offset, characters]` of the rest of a text from `held` on, in slices of SLICE_CHARS. */
export const slicesOf = (text: string, held: number): readonly (readonly [offset: number, chars: string])[] => {
  const slices: (readonly [number, string])[] = [];
  for (let offset = held; offset < text.length; offset += SLICE_CHARS) {
    slices.push([offset, text.slice(offset, offset + SLICE_CHARS)]);
  }
  return slices;
};
