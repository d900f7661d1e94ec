import { describe, expect, test } from 'vitest';
import { createEchoMemory } from '#server/actions/echo-memory.ts';
import type { Mutation } from '#sync/mutation.ts';

const aMutation = (n: number, title = 'x'): Mutation => ({
  n,
  h: n,
  ms: n,
  ctr: 0,
  schema: 2,
  operations: [['activity', 'a', 0, { title }]],
});
const numbers = (mutations: readonly Mutation[]) => mutations.map(({ n }) => n);

describe('The memory of what replicas sent', () => {
  test('gives what a replica still holds, also twice, and nobody else’s', () => {
    const memory = createEchoMemory();
    memory.remember(
      'one',
      [1, 2].map((n) => aMutation(n)),
    );
    memory.remember('one', [aMutation(3)]);
    memory.remember('other', [aMutation(1)]);
    expect(numbers(memory.recall('one', 2))).toEqual([2, 3]);
    expect(numbers(memory.recall('one', 2))).toEqual([2, 3]);
    expect(numbers(memory.recall('one', 3))).toEqual([3]);
    expect(memory.recall('nobody', 1)).toEqual([]);
  });

  test('forgets the replicas that were silent longest when it holds too much', () => {
    const memory = createEchoMemory(1_000);
    for (const name of ['first', 'second', 'third']) memory.remember(name, [aMutation(1, 'x'.repeat(300))]);
    expect(numbers(memory.recall('first', 1))).toEqual([1]);
    memory.remember('fourth', [aMutation(1, 'x'.repeat(300))]);
    expect(['first', 'second', 'third', 'fourth'].map((name) => memory.recall(name, 1).length)).toEqual([1, 0, 1, 1]);
    memory.remember('too much', [aMutation(1, 'x'.repeat(2_000))]);
    expect(memory.recall('too much', 1)).toEqual([]);
  });
});
