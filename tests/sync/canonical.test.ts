import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '#domain/change.ts';
import { canonical } from '#sync/canonical.ts';
import { values } from './arbitraries.ts';

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const turnedRound = (value: Value): Value => {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(turnedRound);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turnedRound(item)]),
  );
};

describe('the canonical text of a value', () => {
  test('does not depend on the order in which its keys were written', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonical(turnedRound(value))).toBe(canonical(value));
      }),
    );
  });

  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        // -0 has no JSON of its own.
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
