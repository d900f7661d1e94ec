/** Both wrote one field: the two values beside each other, and which of them shall stand, or something made of both. */
import { createMemo, createSignal, Show } from 'solid-js';
import type { Value, Values } from '#domain/change.ts';
import type { ConflictState } from '#domain/records/conflict.ts';
import { valuesOf } from '#domain/values.ts';
import { maySettle } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import { fieldName, valueWords, type RecordWords } from '#client/texts/record-words.ts';
import { valueIn } from '#client/state/conflict-values.ts';
import { s } from '#client/texts/screens.ts';
import { ConflictHead } from './ConflictHead.tsx';
import {
  choiceWords,
  sameValue,
  settling,
  tableOf,
  valuesBefore,
  valuesTaken,
  whoWords,
  type Conflict,
} from './conflict-sides.ts';
import { ConflictSide } from './ConflictSide.tsx';
import { createSettle } from './create-settle.ts';
import { HistoryLink } from './HistoryLink.tsx';
import { mergeKindOf } from './merged-value.ts';
import { MergeForm } from './MergeForm.tsx';

interface FieldConflictProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
}

export const FieldConflict = (props: FieldConflictProps) => {
  const workbook = useWorkbook();
  const settle = createSettle();
  const [merges, setMerges] = createSignal(false);
  const activity = workbook.activity(() =>
    props.conflict.fields.table === 'activity' ? props.conflict.fields.record : '',
  );
  const fields = () => props.conflict.fields;
  const field = () => fields().field ?? '';
  const winner = createMemo(() => valueIn(fields().winner));
  const loser = createMemo(() => valueIn(fields().loser));
  const listed = createMemo((): Values | undefined => {
    const table = tableOf(props.conflict);
    if (table === undefined || table === 'activity') return undefined;
    const record = workbook
      .list(table)()
      ?.find((one) => one.id === fields().record);
    return record && valuesOf(table, record.fields);
  });
  /** Somebody may have written the field again since; what is used now is what stands in the record. */
  const current = createMemo((): Value | undefined => {
    const record = activity()?.fields;
    const values = record ? valuesOf('activity', record) : listed();
    return values && (values[field()] ?? null);
  });
  const inUse = () => current() ?? winner();
  const isChangedSince = () => current() !== undefined && !sameValue(inUse(), winner());
  const mergeKind = () => mergeKindOf(field(), inUse(), loser());
  const labels = () => choiceWords(fields(), workbook.me().id, props.words.nameOf);
  const who = (person: string | undefined) => whoWords(person, workbook.me().id, props.words.nameOf);

  const choose = (state: ConflictState, values: Readonly<Record<string, Value>>) => {
    const back = settling(props.conflict, 'open', state === 'kept' ? {} : valuesBefore(props.conflict, current()));
    return settle(props.conflict, settling(props.conflict, state, values), back);
  };

  return (
    <article class="card">
      <ConflictHead conflict={props.conflict} words={props.words} field={field()} />
      <div class="sides">
        <ConflictSide
          label={s().conflict.inUse}
          value={valueWords(field(), inUse(), props.words)}
          who={isChangedSince() ? s().conflict.changedSince : s().conflict.wrote(who(fields().winnerBy))}
          inUse
        />
        <ConflictSide
          label={s().conflict.other}
          value={valueWords(field(), loser(), props.words)}
          who={s().conflict.wrote(who(fields().loserBy))}
        />
      </div>
      <Show when={maySettle(workbook.me(), props.conflict)} fallback={<p class="s dim">{s().conflict.readOnly}</p>}>
        <Show when={!merges()}>
          <div class="line">
            <button type="button" class="btn" onClick={() => void choose('kept', {})}>
              {isChangedSince() ? s().conflict.keepPlain : labels().keep}
            </button>
            <button type="button" class="btn" onClick={() => void choose('taken', valuesTaken(props.conflict))}>
              {labels().take}
            </button>
            <Show when={mergeKind()}>
              <button type="button" class="btn plain" onClick={() => setMerges(true)}>
                {s().conflict.merge}
              </button>
            </Show>
          </div>
        </Show>
        <Show when={merges() && tableOf(props.conflict)}>
          {(table) => (
            <Show when={mergeKind()}>
              {(kind) => (
                <MergeForm
                  id={`merge-${props.conflict.id}`}
                  label={s().conflict.mergeLabel(fieldName(field(), props.words))}
                  table={table()}
                  field={field()}
                  kind={kind()}
                  inUse={inUse()}
                  other={loser()}
                  onMerged={(value) => choose('merged', { [field()]: value })}
                  onCancel={() => setMerges(false)}
                />
              )}
            </Show>
          )}
        </Show>
      </Show>
      <HistoryLink conflict={props.conflict} />
    </article>
  );
};
