/** A settled conflict in a few lines: both values are still readable, and how it ended. */
import { Show } from 'solid-js';
import type { RecordWords } from '#client/texts/record-words.ts';
import { asText, fieldsInWords, valueWords } from '#client/texts/record-words.ts';
import { editsIn, valueIn } from '#client/state/conflict-values.ts';
import { s } from '#client/texts/screens.ts';
import { ConflictHead } from './ConflictHead.tsx';
import { type Conflict } from './conflict-sides.ts';

interface SettledConflictProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
}

export const SettledConflict = (props: SettledConflictProps) => {
  const fields = () => props.conflict.fields;
  const isField = () => fields().kind === 'field';
  const loser = () =>
    isField()
      ? valueWords(fields().field ?? '', valueIn(fields().loser), props.words)
      : asText(fieldsInWords({ values: editsIn(fields().loser) }, props.words));
  return (
    <div class="grow stack tight">
      <ConflictHead conflict={props.conflict} words={props.words} field={isField() ? fields().field : undefined} />
      <p class="s">
        <b>{s().conflict.states[fields().state]}</b>
      </p>
      <Show when={isField()}>
        <p class="s lines">
          {s().conflict.inUse}: {valueWords(fields().field ?? '', valueIn(fields().winner), props.words)}
        </p>
      </Show>
      <Show when={loser()}>
        <p class="s dim lines">
          {s().conflict.other}: {loser()}
        </p>
      </Show>
    </div>
  );
};
