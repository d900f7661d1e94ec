/** All that stands in the way, at once, on top of the form; each line leads to its field. It takes the focus when it appears. */
import { For, onMount, Show } from 'solid-js';
import { focusField } from './focus-field.ts';

export interface SummaryLine {
  /** The id of the field, or "" for the whole form. */
  readonly target: string;
  readonly words: string;
}

export const ErrorSummary = (props: { readonly title: string; readonly lines: readonly SummaryLine[] }) => {
  let box: HTMLDivElement | undefined;
  onMount(() => box?.focus());
  const goTo = (event: MouseEvent, target: string) => {
    if (focusField(target)) event.preventDefault();
  };
  return (
    <div ref={(element) => (box = element)} class="summary" role="alert" tabindex="-1">
      <h2>{props.title}</h2>
      <Show when={props.lines.length > 0}>
        <ul>
          <For each={props.lines}>
            {(line) => (
              <li>
                {line.target === '' ? (
                  line.words
                ) : (
                  <a href={`#${line.target}`} onClick={(event) => goTo(event, line.target)}>
                    {line.words}
                  </a>
                )}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
};
