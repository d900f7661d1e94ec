/** What somebody else sent and the server holds: who, what, why; taken in or refused by those who may, with a network. */
import { Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import type { RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { focusAfter } from '#client/ui/focus-field.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { ConflictHead } from './ConflictHead.tsx';
import { whoWords, type Conflict } from './conflict-sides.ts';
import { CONFLICTS } from './places.ts';

interface HeldConflictProps {
  readonly conflict: Conflict;
  readonly words: RecordWords;
}

const reasonWords = (code: string): string => {
  const known: Readonly<Record<string, string>> = s().conflict.heldReasons;
  return known[code] ?? s().conflict.heldOther(code);
};

export const HeldConflict = (props: HeldConflictProps) => {
  const workbook = useWorkbook();
  const deciding = createTry(async (verb: 'release' | 'refuse') => {
    const { alias = 0, n = 0 } = fields();
    return (await workbook.online())[verb]({ scope: props.conflict.scope, alias, n });
  });
  const fields = () => props.conflict.fields;
  const decide = async (verb: 'release' | 'refuse', done: string) => {
    const decided = await deciding.run(verb);
    if (decided === undefined) return;
    if (decided.ok) focusAfter(CONFLICTS);
    showToast(decided.ok ? done : problemText(decided.problem));
  };
  return (
    <article class="card">
      <ConflictHead conflict={props.conflict} words={props.words} />
      <p>{s().conflict.heldLead(whoWords(fields().loserBy, workbook.me().id, props.words.nameOf))}</p>
      <p class="warn">{reasonWords(fields().field ?? '')}</p>
      <div class="line">
        <button
          type="button"
          class="btn"
          disabled={deciding.busy() || !workbook.sync().online}
          onClick={() => void decide('release', s().conflict.released)}
        >
          {s().conflict.heldRelease}
        </button>
        <button
          type="button"
          class="btn"
          disabled={deciding.busy() || !workbook.sync().online}
          onClick={() => void decide('refuse', s().conflict.refusedHeld)}
        >
          {s().conflict.heldRefuse}
        </button>
      </div>
      <Show when={!workbook.sync().online}>
        <p class="s dim">{s().conflict.heldOnline}</p>
      </Show>
    </article>
  );
};
