import { describe, expect, test } from 'vitest';
import { addToComponent, componentOf, isCounter, readComponent } from '#sync/counters.ts';

describe('a counter’s component', () => {
  test('belongs to one replica', () => {
    expect(isCounter('+reached')).toBe(true);
    expect(isCounter('reached')).toBe(false);
    expect(componentOf('+reached', 3)).toBe('+reached/3');
  });

  test.each([[undefined], ['text'], [null], [{ 0: 1 }], [['a', 'b']]])('is nothing when it holds %j', (value) => {
    expect(readComponent(value)).toEqual([0, 0]);
  });

  test('adds numbers, and of anything else nothing', () => {
    expect(addToComponent([5, 2], 3, 4)).toEqual([8, 4]);
    expect(addToComponent(undefined, 'much', 4)).toEqual([0, 4]);
  });
});
