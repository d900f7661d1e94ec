/**
 * A list of things that have ids. What is drawn for one stays as long as it is in the list, however often it is read anew: whoever types
 * in it, or stands on it with the keyboard, goes on; only its words change.
 */
import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js';

interface EachByIdProps<T extends { readonly id: string }> {
  readonly each: readonly T[];
  readonly children: (item: Accessor<T>, index: Accessor<number>) => JSX.Element;
}

export const EachById = <T extends { readonly id: string }>(props: EachByIdProps<T>) => {
  const byId = createMemo(() => new Map(props.each.map((one) => [one.id, one] as const)));
  return (
    <For each={[...byId().keys()]}>
      {(id, index) => <Show when={byId().get(id)}>{(item) => props.children(item, index)}</Show>}
    </For>
  );
};
