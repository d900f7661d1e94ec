/**
 * A list whose rows stay the same things when its items are read anew: told apart by a key, each row follows its item.
 * Without it every refresh would take the focus, and what is being typed, out of the hands.
 */
import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js';

interface KeyedProps<T> {
  readonly each: readonly T[];
  readonly by: (item: T) => string;
  readonly children: (item: Accessor<T>) => JSX.Element;
}

export const Keyed = <T extends object>(props: KeyedProps<T>) => {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])));
  return <For each={[...byKey().keys()]}>{(key) => <Show when={byKey().get(key)}>{props.children}</Show>}</For>;
};
