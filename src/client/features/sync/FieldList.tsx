/** Fields and what they say, one below the other; `narrow` beside another list of its kind. */
import { For } from 'solid-js';
import type { FieldWords } from '#client/texts/record-words.ts';

export const FieldList = (props: { readonly fields: readonly FieldWords[]; readonly narrow?: boolean }) => (
  <dl class="pairs" classList={{ narrow: props.narrow === true }}>
    <For each={props.fields}>
      {(field) => (
        <>
          <dt>{field.name}</dt>
          <dd class="lines">{field.value}</dd>
        </>
      )}
    </For>
  </dl>
);
