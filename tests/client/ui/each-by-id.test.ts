/** A list by id keeps what it has drawn while its things are read anew. */
import { createRoot, createSignal, type Accessor, type JSX } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { EachById } from '#client/ui/Keyed.tsx';

interface Thing {
  readonly id: string;
  readonly words: string;
}
interface Drawn {
  readonly of: Accessor<Thing>;
  readonly at: Accessor<number>;
}

/** What is drawn stands for an element here: it is the same one, or another. */
const flat = (shown: unknown): readonly Drawn[] => {
  if (typeof shown === 'function') return flat((shown as () => unknown)());
  return Array.isArray(shown) ? shown.flatMap(flat) : [shown as Drawn];
};

const draw = (first: readonly Thing[]) =>
  createRoot(() => {
    const [things, setThings] = createSignal(first);
    const shown = EachById<Thing>({
      get each() {
        return things();
      },
      children: (of, at) => ({ of, at }) as unknown as JSX.Element,
    });
    return { setThings, drawn: () => flat(shown) };
  });

const thing = (id: string, words: string): Thing => ({ id, words });

describe('a list by id', () => {
  test('says the new words in what was drawn before, when everything is read anew', () => {
    const { drawn, setThings } = draw([thing('a', 'một'), thing('b', 'hai')]);
    const before = drawn();
    setThings([thing('a', 'một'), thing('b', 'hai, đã sửa')]);
    expect(drawn()).toEqual(before);
    expect(drawn().every((one, index) => one === before[index])).toBe(true);
    expect(drawn().map(({ of }) => of().words)).toEqual(['một', 'hai, đã sửa']);
  });

  test('moves what was drawn when the order changes, and tells each its new place', () => {
    const { drawn, setThings } = draw([thing('a', 'một'), thing('b', 'hai')]);
    const [first, second] = drawn();
    setThings([thing('b', 'hai'), thing('a', 'một')]);
    expect(drawn()[0]).toBe(second);
    expect(drawn()[1]).toBe(first);
    expect(drawn().map(({ at }) => at())).toEqual([0, 1]);
  });

  test('draws what is new, and lets go of what is gone', () => {
    const { drawn, setThings } = draw([thing('a', 'một'), thing('b', 'hai')]);
    const [, second] = drawn();
    setThings([thing('b', 'hai'), thing('c', 'ba')]);
    expect(drawn()[0]).toBe(second);
    expect(drawn().map(({ of }) => of().id)).toEqual(['b', 'c']);
  });
});
