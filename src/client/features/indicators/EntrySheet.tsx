/** The rows of a period on the screen. Keys: Enter and arrows from cell to cell (grid-keys.ts), Ctrl+Enter saves the row. */
import { For, Show, untrack } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { ErrorSummary } from '#client/ui/ErrorSummary.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { createEntry, type EntryOptions } from './create-entry.ts';
import { EntryRow } from './EntryRow.tsx';
import { keyInGrid } from './key-in-grid.ts';

/** Made anew for another period. */
export const EntrySheet = (props: EntryOptions) => {
  const entry = createEntry(
    useWorkbook(),
    untrack(() => ({ ...props })),
  );
  return (
    <Show when={entry.isReady()} fallback={<p class="busy">{t().loading}</p>}>
      <Show when={entry.shape().length > 0} fallback={<p class="card quiet">{s().entry.none}</p>}>
        <form
          class="stack wide"
          autocomplete="off"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            void entry.saveAll();
          }}
          ref={(form) =>
            form.addEventListener('keydown', (event) => keyInGrid(form, event, (id) => void entry.saving.run([id])))
          }
        >
          <div class="line between">
            <span aria-live="polite">
              {s().entry.progress(entry.done(), entry.entered().length)}
              <Show when={entry.unsaved() > 0}> · {s().entry.unsaved(entry.unsaved())}</Show>
            </span>
            <Show when={entry.draft.keptAt()}>
              {(at) => <StateMark icon="check" tone="good" word={s().activity.draftKept(clockWords(at()))} />}
            </Show>
          </div>
          <p class="s dim only-wide">{s().entry.keys}</p>
          <Show when={entry.wasRecovered()}>
            <p class="card warned" role="status">
              {s().activity.draftBack}
            </p>
          </Show>
          <Show when={entry.draft.problem() ?? entry.saving.problem()}>
            {(problem) => (
              <p class="summary" role="alert">
                {problemText(problem())}
              </p>
            )}
          </Show>
          <Show when={entry.attempts() > 0 && entry.wrongLines().length > 0 ? entry.attempts() : undefined} keyed>
            <ErrorSummary title={s().entry.left(entry.wrongLines().length)} lines={entry.wrongLines()} />
          </Show>
          <p>
            <button type="button" class="btn" onClick={() => showToast(s().entry.copied(entry.copyAll()))}>
              {s().entry.copyAll}
            </button>
          </p>
          <For each={entry.shape()}>
            {(plan) => (
              <section class="stack wide" aria-label={plan.title}>
                <h2>{plan.title}</h2>
                <For each={plan.parts}>
                  {(part) => (
                    <section class="stack" aria-label={part.title}>
                      <p class="s dim">{part.title}</p>
                      <For each={part.ids}>
                        {(id) => (
                          <Show when={entry.measure(id)}>
                            {(measure) => (
                              <EntryRow
                                measure={measure()}
                                period={props.period}
                                agency={entry.agency}
                                typed={entry.typed().get(id)}
                                held={entry.held().get(id)}
                                earlier={entry.earlier(id)}
                                saved={entry.kept(id)}
                                targets={entry.targets(id)}
                                tried={entry.tried().has(id)}
                                busy={entry.saving.busy()}
                                onChange={(typedPart) => entry.change(id, typedPart)}
                                onCopy={() => entry.copyInto([id])}
                                onUndo={() => entry.undo(id)}
                                onSave={() => void entry.saving.run([id])}
                              />
                            )}
                          </Show>
                        )}
                      </For>
                    </section>
                  )}
                </For>
              </section>
            )}
          </For>
          <div class="actions">
            <button
              type="submit"
              class="btn main block"
              id="entry-save-all"
              disabled={entry.saving.busy() || entry.unsaved() === 0}
            >
              {s().entry.saveAll(entry.unsaved())}
            </button>
          </div>
        </form>
      </Show>
    </Show>
  );
};
