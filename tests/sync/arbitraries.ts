/** What the property tests draw from. */
import fc from 'fast-check';
import type { Value } from '#domain/change.ts';
import type { StoredRecord, StoredRegister } from '#sync/merge.ts';
import type { Register } from '#sync/register.ts';

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 5 }), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** From few numbers, so that equal stamps are common. */
const small = fc.nat(2);
export const registers: fc.Arbitrary<Register> = fc.tuple(fc.oneof(values, fc.nat(1)), small, small, small);

/** Some fields bear the name of what every object inherits. */
export const fields = fc.constantFrom('title', 'place', 'tasks/a', 'tasks/b', '$c', '$d', 'toString', '__proto__');

const text = fc.oneof(
  { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 6 },
  { arbitrary: fc.nat(4_000).map((length) => 'ế"😀\n'.repeat(Math.ceil(length / 5))), weight: 1 },
);

/** The records of a scope: numbered without a gap, in groups, each register at or before its record's number. */
export const scopeRecords: fc.Arbitrary<readonly StoredRecord[]> = fc
  .array(
    fc.record({
      startsGroup: fc.boolean(),
      deleted: fc.boolean(),
      began: fc.double({ min: 0, max: 1, noNaN: true }),
      registers: fc.dictionary(
        fc.constantFrom('title', 'place', 'narrative', 'tasks/a'),
        fc.tuple(text, fc.double({ min: 0, max: 1, noNaN: true })),
        { maxKeys: 4 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((drafts) => {
    let group = 1;
    return drafts.map(({ startsGroup, deleted, began, registers: drawn }, index): StoredRecord => {
      const seq = index + 1;
      if (startsGroup) group = seq;
      const inc = 1 + Math.floor(began * (seq - 1));
      const later = (share: number): number => inc + Math.floor(share * (seq - inc));
      const stored = Object.entries(drawn).map(([field, [value, share]]): [string, StoredRegister] => [
        field,
        [value, 1_700_000_000_000 + seq, 0, 1, later(share)],
      ]);
      const made: [string, StoredRegister] = ['$c', [true, 1_700_000_000_000, 0, 1, seq]];
      return {
        table: 'activity',
        id: `sample-${seq}`,
        seq,
        inc,
        grp: group,
        deleted,
        registers: Object.fromEntries([...stored, made]),
      };
    });
  });
