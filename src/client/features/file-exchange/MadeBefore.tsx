/** Files made on this device, and whether their reply has come. */
import { For, Show } from 'solid-js';
import type { FileNote } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { agoWords, clockWords } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { createNow } from '#client/ui/now.ts';

const SHOWN = 6;

export const MadeBefore = (props: { readonly notes: readonly FileNote[] | undefined }) => {
  const now = createNow();
  return (
    <Show when={(props.notes ?? []).length > 0}>
      <section class="stack tight" aria-labelledby="made-before">
        <h2 id="made-before">{s().files.madeBefore}</h2>
        <ul class="card rows">
          <For each={(props.notes ?? []).slice(0, SHOWN)}>
            {(note) => (
              <li class="row">
                <span class="grow titled">
                  {clockWords(note.madeAt)} · {agoWords(note.madeAt, now())}
                  <span class="s dim">{s().files.noteLine(note.changes)}</span>
                  <Show
                    when={note.answeredAt !== null}
                    fallback={<StateMark icon="clock" tone="plain" word={s().files.unanswered} />}
                  >
                    <StateMark icon="check" tone="good" word={s().files.answered} />
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
