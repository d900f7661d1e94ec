/**
 * Lists whose rows stay the same things when their items are read anew: told apart by a key, each row follows its item.
 * Without it every refresh would take the focus, what is being typed, and the button under the finger away.
 */
import { createMemo, createSignal, For, onCleanup, type Accessor, type JSX, type Setter } from 'solid-js';

interface EachByIdProps<T> {
  readonly each: readonly T[];
  readonly children: (item: Accessor<T>, index: Accessor<number>) => JSX.Element;
}

interface KeyedProps<T> extends EachByIdProps<T> {
  readonly by: (item: T) => string;
}

export const Keyed = <T extends object>(props: KeyedProps<T>) => {
  /** Each row follows its own item alone: of a thousand rows only those are looked at whose item has changed. */
  const items = new Map<string, readonly [item: Accessor<T>, set: Setter<T>]>();
  const keys = createMemo(() => {
    const byKey = new Map(props.each.map((item) => [props.by(item), item] as const));
    for (const [key, item] of byKey) {
      const held = items.get(key);
      if (held === undefined) items.set(key, createSignal(item));
      else held[1](() => item);
    }
    return [...byKey.keys()];
  });
  return (
    <For each={keys()}>
      {(key, index) => {
        const held = items.get(key);
        onCleanup(() => items.delete(key));
        return held && props.children(held[0], index);
      }}
    </For>
  );
};

/** The same of things that have ids. */
export const EachById = <T extends { readonly id: string }>(props: EachByIdProps<T>) => (
  <Keyed each={props.each} by={({ id }) => id}>
    {props.children}
  </Keyed>
);
