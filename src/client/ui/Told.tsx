/** What was taken out of a text, or looks wrong in it: said beside its field while it is typed, and in nobody's way. */
import { For } from 'solid-js';

export const Told = (props: { readonly lines: readonly string[] }) => (
  <div role="status">
    <For each={props.lines}>{(line) => <p class="hint">{line}</p>}</For>
  </div>
);
