import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/change.ts';
import type { StoredRecord, StoredRegister } from '#sync/merge.ts';
import { parseResponseLine } from '#sync/messages.ts';
import { FROM_NOTHING, readRow, writeRow } from '#sync/row-form.ts';
import { values } from './arbitraries.ts';

const none = () => undefined;
const stored = (table: string, id: string, seq: number, registers: StoredRecord['registers']): StoredRecord => ({
  table,
  id,
  seq,
  inc: 1,
  grp: seq,
  deleted: false,
  registers,
});

const rows = fc.array(
  fc.record({
    table: fc.constantFrom('activity', 'reading'),
    id: fc.constantFrom('plain', 'm-1~u-1~a-1~2024-Q4', 'a~b'),
    step: fc.integer({ min: 1, max: 1e6 }),
    keyed: fc.boolean(),
    registers: fc.dictionary(
      fc.constantFrom('title', 'measure', 'unit', 'agency', 'period', '$c', 'outputs/leaflet'),
      fc.tuple(values, fc.nat(2e12), fc.nat(3), fc.nat(5)),
      { maxKeys: 6 },
    ),
  }),
  { maxLength: 6 },
);

describe('a row written shortly', () => {
  test('is read as it was, each counted from the one before', () => {
    fc.assert(
      fc.property(rows, (list) => {
        let [wrote, read] = [FROM_NOTHING, FROM_NOTHING];
        let seq = 0;
        for (const { table, id, step, keyed, registers } of list) {
          seq += step;
          const key = keyed ? keyOf(id) : {};
          const held = Object.fromEntries(
            Object.entries({ ...registers, ...key }).map(
              ([field, [value, ms, ctr, alias]]): [string, StoredRegister] => [field, [value, ms, ctr, alias, seq]],
            ),
          );
          const record = stored(table, id, seq, held);
          const [text, after] = writeRow({ record, full: keyed, fields: Object.entries(held) }, wrote, none);
          wrote = after;
          const line = parseResponseLine(text);
          if (line?.[0] !== 'r') throw new Error(`no row: ${text}`);
          const [row, next] = readRow(line, read);
          read = next;
          const expected = Object.fromEntries(
            Object.entries(held).map(([field, [value, ms, ctr, alias]]) => [field, [value, ms, ctr, alias]]),
          );
          // JSON knows no −0.
          expect(row).toEqual({
            table,
            id,
            seq,
            full: keyed,
            registers: JSON.parse(JSON.stringify(expected)),
            echoes: [],
          });
        }
        expect(read).toEqual(wrote);
      }),
      { numRuns: 400 },
    );
  });

  test('names the key of a reading once, and in full when a part of it was written apart', () => {
    const id = 'm-1~u-1~a-1~2024';
    const whole: Readonly<Record<string, StoredRegister>> = Object.fromEntries(
      Object.entries({ $c: true, measure: 'm-1', unit: 'u-1', agency: 'a-1', period: '2024', numerator: 5 }).map(
        ([field, value]) => [field, [value, 9, 0, 1, 3]],
      ),
    );
    const write = (registers: typeof whole) =>
      writeRow(
        { record: stored('reading', id, 3, registers), full: true, fields: Object.entries(registers) },
        FROM_NOTHING,
        none,
      )[0];
    expect(write(whole)).toBe(`["r","reading","${id}",3,1,[[1,0,9,{"~":true,"numerator":5}]]]`);
    expect(write({ ...whole, $c: [true, 8, 0, 1, 3] })).toContain('"measure":"m-1"');
  });

  test('names what the device sent itself', () => {
    const record = stored('activity', 'a', 4, { title: ['Lễ', 9, 0, 2, 4], place: ['Nhà văn hóa', 9, 0, 2, 4] });
    const [text] = writeRow(
      { record, full: false, fields: Object.entries(record.registers) },
      FROM_NOTHING,
      (_r, field) => (field === 'title' ? 7 : undefined),
    );
    expect(text).toBe('["r","activity","a",4,0,[[2,0,9,{"place":"Nhà văn hóa"}],[7,["title"]]]]');
  });
});

const keyOf = (id: string): Readonly<Record<string, readonly [Value, number, number, number]>> => {
  const [measure, unit, agency, period] = id.split('~');
  if (measure === undefined || unit === undefined || agency === undefined || period === undefined) return {};
  const key = { $c: true, measure, unit, agency, period };
  return Object.fromEntries(Object.entries(key).map(([field, value]) => [field, [value, 1_000, 0, 1]]));
};
