/** Why nothing came of a file. */
import { Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { fileProblemText } from './file-words.ts';

export const FileProblem = (props: { readonly problem: Problem | undefined }) => (
  <Show when={props.problem}>
    {(why) => (
      <p class="bad" role="alert">
        {fileProblemText(why())}
      </p>
    )}
  </Show>
);
