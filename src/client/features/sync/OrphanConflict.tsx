/**
 * An edit of a record that is gone for good: it can be copied, or recorded anew. There is no way back from either, for the
 * server keeps no such conflict open again; what was edited stays readable among those that are settled.
 */
import { createMemo, Show } from 'solid-js';
import { registerOf } from '#catalogue/registers.ts';
import { CREATED, type Change } from '#domain/change.ts';
import { copyText } from '#client/device/text.ts';
import { useWorkbook } from '#client/state/context.ts';
import { asText, fieldsInWords, type RecordWords } from '#client/texts/record-words.ts';
import { editsIn } from '#client/state/conflict-values.ts';
import { s } from '#client/texts/screens.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { ConflictHead } from './ConflictHead.tsx';
import { settling, stateChange, whoWords, type Conflict } from './conflict-sides.ts';
import { createSettle } from './create-settle.ts';
import { FieldList } from './FieldList.tsx';

interface OrphanConflictProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
}

/** A reading's id is its key: with the figures beside it, it is whole again. */
const readingAnew = ({ fields }: Conflict): Change | undefined => {
  const [measure, unit, agency, period] = fields.record.split('~');
  if (fields.table !== 'reading' || !measure || !unit || !agency || !period) return undefined;
  const values = { ...editsIn(fields.loser), measure, unit, agency, period, [CREATED]: true };
  return { table: 'reading', id: fields.record, values };
};

/** Where it is recorded anew, by a form that opens on what was edited. */
const formFor = (table: string): string | undefined => {
  const register = registerOf(table);
  if (register) return `/so/${register.path}/moi`;
  return table === 'activity' ? '/hoat-dong/moi' : undefined;
};

export const OrphanConflict = (props: OrphanConflictProps) => {
  const workbook = useWorkbook();
  const settle = createSettle();
  const fields = () => props.conflict.fields;
  const edits = createMemo(() => fieldsInWords({ values: editsIn(fields().loser) }, props.words));
  const reading = createMemo(() => readingAnew(props.conflict));
  const copy = async () => {
    showToast((await copyText(asText(edits()))) ? s().copied : s().notCopied);
  };
  return (
    <article class="card">
      <ConflictHead conflict={props.conflict} words={props.words} />
      <p>{s().conflict.orphanLead}</p>
      <div class="side">
        <h4>{s().conflict.editedBy(whoWords(fields().loserBy, workbook.me().id, props.words.nameOf))}</h4>
        <FieldList fields={edits()} narrow />
      </div>
      <div class="line">
        <Show when={formFor(fields().table)}>
          {(form) => (
            <a class="btn" href={`${form()}?tu=${encodeURIComponent(props.conflict.id)}`}>
              {s().sync.makeAnew}
            </a>
          )}
        </Show>
        <Show when={reading()}>
          {(change) => (
            <button
              type="button"
              class="btn"
              onClick={() => void settle(props.conflict, [change(), stateChange(props.conflict, 'taken')])}
            >
              {s().sync.makeAnew}
            </button>
          )}
        </Show>
        <button type="button" class="btn" onClick={() => void copy()}>
          {s().sync.copyText}
        </button>
        <button
          type="button"
          class="btn plain"
          onClick={() => void settle(props.conflict, settling(props.conflict, 'dropped', {}))}
        >
          {s().conflict.orphanDrop}
        </button>
      </div>
    </article>
  );
};
