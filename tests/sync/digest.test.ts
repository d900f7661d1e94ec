import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDigests, digestOfRegister, hash52, subtractDigest } from '#sync/digest.ts';
import { fields, registers } from './arbitraries.ts';

const hashes = fc.oneof(
  fc.constantFrom(0, 1, 2 ** 52 - 1),
  fc.maxSafeNat().map((n) => n % 2 ** 52),
);

describe('the hash', () => {
  test('stays within 52 bits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hash = hash52(text);
        expect(Number.isSafeInteger(hash) && hash >= 0 && hash < 2 ** 52).toBe(true);
      }),
    );
  });

  test('hardly ever gives two short texts one number', () => {
    const seen = new Set<number>();
    for (let i = 0; i < 100_000; i += 1) seen.add(hash52(`reading|${i.toString(36)}|numerator|${i}`));
    expect(seen.size).toBe(100_000);
  });

  test('spreads over its upper and lower bits alike', () => {
    const upper = new Set<number>();
    const lower = new Set<number>();
    for (let i = 0; i < 4_096; i += 1) {
      const hash = hash52(String(i));
      upper.add(Math.floor(hash / 2 ** 40));
      lower.add(hash % 4_096);
    }
    // Thrown at random into 4,096 boxes, as many balls leave 63 % of them filled.
    expect(upper.size).toBeGreaterThan(2_400);
    expect(lower.size).toBeGreaterThan(2_400);
  });

  test('is for ever: a device that was off for months must still agree', () => {
    expect([hash52(''), hash52('Lễ phát động')]).toMatchInlineSnapshot(`
      [
        1530043746288363,
        4481041930315949,
      ]
    `);
  });
});

describe('a digest', () => {
  test('does not depend on the order in which it was summed', () => {
    fc.assert(
      fc.property(fc.array(hashes), fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((hash) => [hash, keys.next().value] as const)
          .toSorted(([, a], [, b]) => Number(a) - Number(b))
          .map(([hash]) => hash);
        expect(shuffled.reduce(addDigests, 0)).toBe(list.reduce(addDigests, 0));
      }),
    );
  });

  test('takes away what it added, and stays within 52 bits', () => {
    fc.assert(
      fc.property(hashes, hashes, (a, b) => {
        const sum = addDigests(a, b);
        expect(subtractDigest(sum, b)).toBe(a);
        expect(sum >= 0 && sum < 2 ** 52).toBe(true);
      }),
    );
  });

  test('changes with the table, the record, the field, and each part of the register', () => {
    fc.assert(
      fc.property(fields, registers, (field, [value, ms, ctr, alias]) => {
        const digests = [
          digestOfRegister('activity', 'a', field, [value, ms, ctr, alias]),
          digestOfRegister('reading', 'a', field, [value, ms, ctr, alias]),
          digestOfRegister('activity', 'b', field, [value, ms, ctr, alias]),
          digestOfRegister('activity', 'a', `${field}s`, [value, ms, ctr, alias]),
          digestOfRegister('activity', 'a', field, [[value], ms, ctr, alias]),
          digestOfRegister('activity', 'a', field, [value, ms + 1, ctr, alias]),
          digestOfRegister('activity', 'a', field, [value, ms, ctr + 1, alias]),
          digestOfRegister('activity', 'a', field, [value, ms, ctr, alias + 1]),
        ];
        expect(new Set(digests).size).toBe(digests.length);
      }),
    );
  });
});
