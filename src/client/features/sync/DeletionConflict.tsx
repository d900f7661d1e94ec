/** One deleted what another was editing: what was edited stands here whole, and both may have their way. */
import { Show } from 'solid-js';
import { DELETED } from '#domain/change.ts';
import { maySettle } from '#client/state/conflicts.ts';
import { useWorkbook } from '#client/state/context.ts';
import { fieldsInWords, type RecordWords } from '#client/texts/record-words.ts';
import { editsIn, valueIn } from '#client/state/conflict-values.ts';
import { s } from '#client/texts/screens.ts';
import { ConflictHead } from './ConflictHead.tsx';
import { settling, whoWords, type Conflict } from './conflict-sides.ts';
import { createSettle } from './create-settle.ts';
import { createStanding } from './create-standing.ts';
import { FieldList } from './FieldList.tsx';
import { HistoryLink } from './HistoryLink.tsx';

interface DeletionConflictProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
}

export const DeletionConflict = (props: DeletionConflictProps) => {
  const workbook = useWorkbook();
  const settle = createSettle();
  const fields = () => props.conflict.fields;
  const who = (person: string | undefined) => whoWords(person, workbook.me().id, props.words.nameOf);
  const edits = () => fieldsInWords({ values: editsIn(fields().loser) }, props.words);
  const standing = createStanding(() => fields());
  /** Somebody may have restored it, or deleted it again, since. */
  const isDeleted = () => !(standing() ?? valueIn(fields().winner) === false);
  const settleAs = (state: 'kept' | 'taken', deleted: boolean) => {
    const isSo = isDeleted() === deleted;
    return settle(
      props.conflict,
      settling(props.conflict, state, isSo ? {} : { [DELETED]: deleted }),
      settling(props.conflict, 'open', isSo ? {} : { [DELETED]: !deleted }),
    );
  };
  return (
    <article class="card">
      <ConflictHead conflict={props.conflict} words={props.words} />
      <p>{s().conflict.deletedLead}</p>
      <div class="sides">
        <div class="side in-use">
          <h4>{s().conflict.deletedBy(who(fields().winnerBy))}</h4>
          <p class="said">{isDeleted() ? s().conflict.deletedNow : s().conflict.restoredSince}</p>
        </div>
        <div class="side">
          <h4>{s().conflict.editedBy(who(fields().loserBy))}</h4>
          <FieldList fields={edits()} narrow />
        </div>
      </div>
      <Show when={maySettle(workbook.me(), props.conflict)} fallback={<p class="s dim">{s().conflict.readOnly}</p>}>
        <div class="line">
          <button type="button" class="btn" onClick={() => void settleAs('kept', true)}>
            {isDeleted() ? s().conflict.leaveDeleted : s().sync.deleteAgain}
          </button>
          <button type="button" class="btn" onClick={() => void settleAs('taken', false)}>
            {isDeleted() ? s().conflict.restore : s().conflict.leaveRestored}
          </button>
        </div>
        <Show when={isDeleted()}>
          <p class="s dim">{s().conflict.restoreNote}</p>
        </Show>
      </Show>
      <HistoryLink conflict={props.conflict} />
    </article>
  );
};
