/** What a conflict is about: the record, which field, and when the server saw it. */
import { Show, untrack } from 'solid-js';
import type { Change } from '#domain/change.ts';
import { useWorkbook } from '#client/state/context.ts';
import { fieldName, type RecordWords } from '#client/texts/record-words.ts';
import { editsIn } from '#client/state/conflict-values.ts';
import { s } from '#client/texts/screens.ts';
import { tableOf, type Conflict } from './conflict-sides.ts';
import { momentWords } from './moment-words.ts';
import { createRecordTitle, type RecordTitle } from './record-title.ts';

interface ConflictHeadProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
  /** Left out where the whole record is meant. */
  readonly field?: string | undefined;
}

const nothing: RecordTitle = { title: () => s().conflict.gone, about: () => '', href: () => undefined };

export const ConflictHead = (props: ConflictHeadProps) => {
  const workbook = useWorkbook();
  const title = untrack(() => {
    const table = tableOf(props.conflict);
    if (table === undefined) return nothing;
    return createRecordTitle(workbook, props.words, (): Change => ({
      table,
      id: props.conflict.fields.record,
      values: editsIn(props.conflict.fields.loser),
    }));
  });
  return (
    <header>
      <h3>
        <Show when={title.href()} fallback={title.title()}>
          {(href) => <a href={href()}>{title.title()}</a>}
        </Show>
        <Show when={props.field}>{(field) => <>: {fieldName(field(), props.words)}</>}</Show>
      </h3>
      <p class="s dim">
        {[title.about(), s().conflict.seenAt(momentWords(props.conflict.fields.at))].filter(Boolean).join(' · ')}
      </p>
    </header>
  );
};
