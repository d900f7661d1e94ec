import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import { type FullStamp, type IncomingOperation, mergeOperation, type StoredRecord } from '#sync/merge.ts';
import { fields, values } from './arbitraries.ts';

type Write = readonly [operation: IncomingOperation, stamp: FullStamp];

const small = fc.nat(2);
const writes: fc.Arbitrary<readonly Write[]> = fc.array(
  fc.tuple(
    fc.record({
      table: fc.constantFrom('activity', 'reading'),
      id: fc.constantFrom('a', 'b'),
      values: fc
        .array(fc.tuple(fields, fc.oneof(values, fc.nat(1))), { minLength: 1, maxLength: 4 })
        .map((entries) => Object.fromEntries(entries)),
    }),
    fc.record({ ms: small, ctr: small, alias: small, n: fc.constant(1) }),
  ),
  { minLength: 1, maxLength: 8 },
);

interface Merged {
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly digest: number;
  readonly seq: number;
}

const mergeAll = (list: readonly Write[]): Merged => {
  const records = new Map<string, StoredRecord>();
  let digest = 0;
  let seq = 0;
  for (const [operation, stamp] of list) {
    const key = `${operation.table} ${operation.id}`;
    const merged = mergeOperation(records.get(key), operation, stamp, seq + 1, seq + 1);
    if (merged.changes.length === 0) continue;
    seq += 1;
    records.set(key, merged.record);
    digest = addDigests(digest, merged.digestDelta);
  }
  return { records, digest, seq };
};

/** What devices compare: everything but the numbers, which tell of the order of arrival. */
const contentOf = ({ records }: Merged): unknown =>
  [...records]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { deleted, registers }]) => [
      key,
      deleted,
      Object.entries(registers)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, [value, ms, ctr, alias]]) => [field, JSON.stringify(value), ms, ctr, alias]),
    ]);

const digestOf = ({ records }: Merged): number => {
  let digest = 0;
  for (const { table, id, registers } of records.values())
    for (const [field, [value, ms, ctr, alias]] of Object.entries(registers))
      digest = addDigests(digest, digestOfRegister(table, id, field, [value, ms, ctr, alias]));
  return digest;
};

const shuffledAndRepeated = (list: readonly Write[]): fc.Arbitrary<readonly Write[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...list], { minLength: list.length }),
      fc.array(fc.constantFrom(...list), { maxLength: 6 }),
    )
    .chain(([order, again]) => fc.shuffledSubarray([...order, ...again], { minLength: order.length + again.length }));

describe('merging', () => {
  test('ends in the same registers and digest in any order and with any repetition', () => {
    fc.assert(
      fc.property(
        writes.chain((list) => fc.tuple(fc.constant(list), shuffledAndRepeated(list))),
        ([list, other]) => {
          const once = mergeAll(list);
          const again = mergeAll(other);
          expect(contentOf(again)).toEqual(contentOf(once));
          expect(again.digest).toBe(once.digest);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test('takes no number for a write that it already has', () => {
    fc.assert(
      fc.property(writes, (list) => {
        expect(mergeAll([...list, ...list]).seq).toBe(mergeAll(list).seq);
      }),
    );
  });

  test('keeps the digest of the records without reading them again', () => {
    fc.assert(
      fc.property(writes, (list) => {
        const merged = mergeAll(list);
        expect(merged.digest).toBe(digestOf(merged));
      }),
      { numRuns: 500 },
    );
  });

  test('gives a record the number of its last change, and each register that of its own', () => {
    fc.assert(
      fc.property(writes, (list) => {
        for (const { seq, inc, registers } of mergeAll(list).records.values()) {
          const numbers = Object.values(registers).map((register) => register[4]);
          expect(numbers.every((number) => number >= inc && number <= seq)).toBe(true);
        }
      }),
    );
  });
});

const stamp = (ms: number): FullStamp => ({ ms, ctr: 0, alias: 1, n: ms });
const write = (written: IncomingOperation['values']): IncomingOperation => ({
  table: 'activity',
  id: 'sample',
  values: written,
});

describe('an operation', () => {
  const first = mergeOperation(undefined, write({ $c: true, title: 'Lễ phát động' }), stamp(5), 1, 1);

  test('that loses everywhere changes nothing', () => {
    const late = mergeOperation(first.record, write({ title: 'Lễ mít tinh' }), stamp(4), 2, 2);
    const losses = [{ field: 'title', kept: 'Lễ phát động', lost: 'Lễ mít tinh', seq: 1 }];
    expect(late).toEqual({ record: first.record, changes: [], losses, digestDelta: 0 });
    expect(mergeOperation(first.record, write({ title: 'Lễ phát động' }), stamp(4), 2, 2).losses).toEqual([]);
  });

  test('that loses one field still wins its other', () => {
    const late = mergeOperation(first.record, write({ title: 'Lễ mít tinh', place: 'Nhà văn hóa' }), stamp(4), 2, 2);
    expect(late.changes).toEqual([{ field: 'place', before: undefined, after: 'Nhà văn hóa' }]);
    expect(late.losses.map(({ field, lost }) => [field, lost])).toEqual([['title', 'Lễ mít tinh']]);
    expect(late.record.registers['title']?.[0]).toBe('Lễ phát động');
  });

  test('tells what a field held before', () => {
    const next = mergeOperation(first.record, write({ title: 'Lễ mít tinh' }), stamp(6), 2, 2);
    expect(next.changes).toEqual([{ field: 'title', before: 'Lễ phát động', after: 'Lễ mít tinh' }]);
    expect(next.record).toMatchObject({ seq: 2, inc: 1, grp: 2 });
  });

  test('deletes, and a later one brings back with everything that the record held', () => {
    const gone = mergeOperation(first.record, write({ $d: true }), stamp(6), 2, 2);
    const back = mergeOperation(gone.record, write({ $d: false }), stamp(7), 3, 3);
    expect([gone.record.deleted, back.record.deleted]).toEqual([true, false]);
    expect(back.record.registers['title']?.[0]).toBe('Lễ phát động');
  });
});

describe('a counter', () => {
  const add = (alias: number, n: number, increment: number, before = first().record) =>
    mergeOperation(before, write({ '+reached': increment }), { ms: 9, ctr: 0, alias, n }, 2, 2);
  const first = () => mergeOperation(undefined, write({ $c: true }), stamp(5), 1, 1);

  test('holds the sum of each replica’s increments, and the last mutation in it', () => {
    const once = add(1, 4, 5);
    expect(once.changes).toEqual([{ field: '+reached/1', before: undefined, after: [5, 4] }]);
    const twice = add(1, 7, 2, once.record);
    expect(twice.record.registers['+reached/1']?.[0]).toEqual([7, 7]);
    const other = add(3, 1, 10, twice.record);
    expect(other.record.registers['+reached/1']?.[0]).toEqual([7, 7]);
    expect(other.record.registers['+reached/3']?.[0]).toEqual([10, 1]);
  });

  test('takes an increment also when its stamp is not the latest', () => {
    const late = mergeOperation(add(1, 4, 5).record, write({ '+reached': 1 }), { ms: 1, ctr: 0, alias: 1, n: 5 }, 3, 3);
    expect(late.record.registers['+reached/1']?.[0]).toEqual([6, 5]);
  });
});
