import { describe, expect, test } from 'vitest';
import { upgradeOperations } from '#sync/lenses.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import type { Operation } from '#sync/mutation.ts';

const written = (values: Operation[3]): readonly Operation[] => [['activity', 'sample', 4, values]];

describe('a mutation of the first schema', () => {
  test('has its texts composed, wherever they stand, and nothing else changed', () => {
    const apart = 'Lễ phát động'.normalize('NFD');
    const values = { title: apart, $c: true, cost: 5, place: null, nested: { inner: [apart, 1] } };
    expect(upgradeOperations(written(values), 1)).toEqual(
      written({ title: 'Lễ phát động', $c: true, cost: 5, place: null, nested: { inner: ['Lễ phát động', 1] } }),
    );
  });
});

describe('a mutation of today, or of a newer app', () => {
  test.each([SCHEMA_VERSION, SCHEMA_VERSION + 3])('is left as it is: schema %d', (schema) => {
    const operations = written({ title: 'Lễ phát động'.normalize('NFD') });
    expect(upgradeOperations(operations, schema)).toBe(operations);
  });
});
