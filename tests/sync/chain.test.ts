import { describe, expect, test } from 'vitest';
import { chainHash } from '#sync/chain.ts';
import type { Mutation } from '#sync/mutation.ts';

const mutation: Omit<Mutation, 'h'> = {
  n: 1,
  ms: 1_700_000_000_000,
  ctr: 0,
  schema: 2,
  operations: [['activity', 'sample', 0, { title: 'Lễ phát động', place: 'Nhà văn hóa' }]],
};

describe('the chain over a replica’s mutations', () => {
  test('goes on from what came before', () => {
    expect(chainHash(1, mutation)).not.toBe(chainHash(0, mutation));
  });

  test.each<[string, Omit<Mutation, 'h'>]>([
    ['number', { ...mutation, n: 2 }],
    ['time', { ...mutation, ms: mutation.ms + 1 }],
    ['counter', { ...mutation, ctr: 1 }],
    ['operations', { ...mutation, operations: [['activity', 'sample', 0, { title: 'Lễ phát động' }]] }],
    ['sight', { ...mutation, operations: mutation.operations.map(([table, id, , values]) => [table, id, 1, values]) }],
  ])('parts when the %s of a mutation differs', (_what, other) => {
    expect(chainHash(0, other)).not.toBe(chainHash(0, mutation));
  });

  test('is the same on both ends, in whatever order a mutation’s fields were written', () => {
    const turned: Omit<Mutation, 'h'> = {
      ...mutation,
      operations: [['activity', 'sample', 0, { place: 'Nhà văn hóa', title: 'Lễ phát động' }]],
    };
    expect(chainHash(7, turned)).toBe(chainHash(7, mutation));
  });
});
