/** What somebody else sent and the server holds: who, what, why; taken in or refused by those who may, with a network. */
import { createSignal, Show } from 'solid-js';
import type { Change } from '#domain/change.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import type { RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { focusAfter } from '#client/ui/focus-field.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { ChangesInWords } from './ChangesInWords.tsx';
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
    return (await workbook.online())[verb]({ scope: props.conflict.scope, ...name() });
  });
  const reading = createTry(async () => (await workbook.online()).held({ scope: props.conflict.scope, ...name() }));
  const [shown, setShown] = createSignal<readonly Change[] | null>();
  const show = async () => {
    const read = await reading.run();
    if (read?.ok === true) setShown(read.value.changes);
    else if (read !== undefined) showToast(problemText(read.problem));
  };
  const fields = () => props.conflict.fields;
  const name = () => ({ alias: fields().alias ?? 0, n: fields().n ?? 0 });
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
      <Show
        when={shown() !== undefined}
        fallback={
          <button
            type="button"
            class="btn"
            disabled={reading.busy() || !workbook.sync().online}
            onClick={() => void show()}
          >
            {s().conflict.heldShow}
          </button>
        }
      >
        <div role="group" aria-label={s().conflict.heldSays}>
          <Show when={shown()} fallback={<p class="s dim">{s().conflict.heldUntold}</p>}>
            {(changes) => <ChangesInWords changes={changes()} words={props.words} />}
          </Show>
        </div>
      </Show>
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
