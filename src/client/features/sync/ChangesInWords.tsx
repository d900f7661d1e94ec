/** What a mutation says, field by field; of more than one record each under its kind. */
import { For, Show } from 'solid-js';
import type { Change } from '#domain/change.ts';
import { fieldsInWords, type RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { FieldList } from './FieldList.tsx';

interface ChangesInWordsProps {
  readonly changes: readonly Change[];
  readonly words: RecordWords;
}

export const ChangesInWords = (props: ChangesInWordsProps) => (
  <For each={props.changes}>
    {(change) => (
      <>
        <Show when={props.changes.length > 1}>
          <h4>{s().tables[change.table]}</h4>
        </Show>
        <FieldList fields={fieldsInWords(change, props.words)} />
      </>
    )}
  </For>
);
