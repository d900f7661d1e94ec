import { describe, expect, test } from 'vitest';
import { conflictsOf } from '#sync/conflicts.ts';
import type { FullStamp, StoredRecord } from '#sync/merge.ts';

/** Replica 2 wrote the title as change 5, and the place as change 3. */
const stored: StoredRecord = {
  table: 'activity',
  id: 'sample',
  seq: 5,
  inc: 1,
  grp: 5,
  deleted: false,
  registers: {
    $c: [true, 10, 0, 2, 1],
    title: ['Của Hoa', 50, 0, 2, 5],
    place: ['Nhà văn hóa', 30, 0, 2, 3],
    '+reached/2': [[4, 1], 50, 0, 2, 5],
  },
};
const later: FullStamp = { ms: 90, ctr: 0, alias: 1, n: 1 };
const earlier: FullStamp = { ...later, ms: 20 };

describe('a write of a field that somebody else wrote meanwhile', () => {
  test('keeps what lost, whichever it was', () => {
    const operation = { values: { title: 'Của Lan' }, b: 4 };
    expect(conflictsOf(stored, operation, later)).toEqual([
      { kind: 'field', field: 'title', winner: 'Của Lan', loser: 'Của Hoa', winnerAlias: 1, loserAlias: 2 },
    ]);
    expect(conflictsOf(stored, operation, earlier)).toEqual([
      { kind: 'field', field: 'title', winner: 'Của Hoa', loser: 'Của Lan', winnerAlias: 2, loserAlias: 1 },
    ]);
  });

  test.each([
    ['its author saw it', { values: { title: 'Của Lan' }, b: 5 }],
    ['both say the same', { values: { title: 'Của Hoa' }, b: 0 }],
    ['it is another field', { values: { narrative: 'Kể' }, b: 0 }],
    ['it adds to a counter', { values: { '+reached': 3 }, b: 0 }],
    ['it only says that the record was made', { values: { $c: true }, b: 0 }],
  ])('is none when %s', (_why, operation) => {
    expect(conflictsOf(stored, operation, later)).toEqual([]);
  });

  test('is none of the author’s own, on another phone too, and none where there was nothing', () => {
    const operation = { values: { title: 'Của Lan' }, b: 0 };
    expect(conflictsOf(stored, operation, { ...later, alias: 2 })).toEqual([]);
    expect(conflictsOf(stored, operation, later, (alias) => alias < 3)).toEqual([]);
    expect(conflictsOf(undefined, operation, later)).toEqual([]);
  });
});

describe('a deletion', () => {
  test('of what somebody edited meanwhile keeps the edits', () => {
    expect(conflictsOf(stored, { values: { $d: true }, b: 3 }, later)).toEqual([
      { kind: 'delete', field: '$d', winner: true, loser: { title: 'Của Hoa' }, winnerAlias: 1, loserAlias: 2 },
    ]);
    expect(conflictsOf(stored, { values: { $d: true }, b: 5 }, later)).toEqual([]);
  });

  test('that an edit did not see keeps the edit', () => {
    const deleted: StoredRecord = {
      ...stored,
      deleted: true,
      registers: { ...stored.registers, $d: [true, 60, 0, 2, 6] },
    };
    expect(conflictsOf(deleted, { values: { narrative: 'Kể' }, b: 5 }, later)).toEqual([
      { kind: 'delete', field: '$d', winner: true, loser: { narrative: 'Kể' }, winnerAlias: 2, loserAlias: 1 },
    ]);
    expect(conflictsOf(deleted, { values: { narrative: 'Kể' }, b: 6 }, later)).toEqual([]);
    expect(conflictsOf(deleted, { values: { $d: false }, b: 5 }, later)).toEqual([]);
    expect(conflictsOf(deleted, { values: { '+reached': 1 }, b: 5 }, later)).toEqual([]);
  });
});
