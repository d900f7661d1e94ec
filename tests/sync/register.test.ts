import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '#sync/canonical.ts';
import { compareRegisters, laterRegister, type Register } from '#sync/register.ts';
import { registers } from './arbitraries.ts';

const same = (a: Register, b: Register): boolean =>
  canonical(a[0]) === canonical(b[0]) && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];

describe('the order of registers', () => {
  test('is total: of two that differ, exactly one is the later', () => {
    fc.assert(
      fc.property(registers, registers, (a, b) => {
        const order = compareRegisters(a, b);
        expect(Math.sign(order) + Math.sign(compareRegisters(b, a))).toBe(0);
        expect(order === 0).toBe(same(a, b));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is transitive', () => {
    fc.assert(
      fc.property(registers, registers, registers, (...drawn) => {
        const [a, b, c] = drawn.toSorted(compareRegisters);
        if (a === undefined || b === undefined || c === undefined) return false;
        return compareRegisters(a, b) <= 0 && compareRegisters(b, c) <= 0 && compareRegisters(a, c) <= 0;
      }),
      { numRuns: 1_000 },
    );
  });

  test.each<[string, Register, Register]>([
    ['time', ['a', 2, 0, 0], ['b', 1, 9, 9]],
    ['the counter within a millisecond', ['a', 1, 1, 0], ['b', 1, 0, 9]],
    ['the replica at the same stamp', ['a', 1, 0, 2], ['b', 1, 0, 1]],
  ])('asks for %s first', (_what, later, earlier) => {
    expect(laterRegister(earlier, later)).toBe(later);
  });
});

describe('taking the later register', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(registers, registers, registers, (a, b, c) => {
        expect(same(laterRegister(a, b), laterRegister(b, a))).toBe(true);
        expect(same(laterRegister(laterRegister(a, b), c), laterRegister(a, laterRegister(b, c)))).toBe(true);
        expect(laterRegister(a, a)).toBe(a);
      }),
      { numRuns: 1_000 },
    );
  });
});
