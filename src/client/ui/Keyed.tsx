/**
 * Lists whose rows stay the same things when their items are read anew: told apart by a key, each row follows its item.
 * Without it every refresh would take the focus, what is being typed, and the button under the finger away.
 */
import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js';

interface EachByIdProps<T> {
  readonly each: readonly T[];
  readonly children: (item: Accessor<T>, index: Accessor<number>) => JSX.Element;
}

interface KeyedProps<T> extends EachByIdProps<T> {
  readonly by: (item: T) => string;
}

export const Keyed = <T extends object>(props: KeyedProps<T>) => {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), item] as const)));
  return (
    <For each={[...byKey().keys()]}>
      {(key, index) => <Show when={byKey().get(key)}>{(item) => props.children(item, index)}</Show>}
    </For>
  );
};

/** The same of things that have ids. */
export const EachById = <T extends { readonly id: string }>(props: EachByIdProps<T>) => (
  <Keyed each={props.each} by={({ id }) => id}>
    {props.children}
  </Keyed>
);
