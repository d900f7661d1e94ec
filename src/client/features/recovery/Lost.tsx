/** The data on this device is gone: what happened, what is safe, what can still be saved, and the way on. */
import { Show } from 'solid-js';
import { ok } from '#domain/result.ts';
import { useDoor } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { Copies, createCopies } from './Copies.tsx';

export const Lost = () => {
  const door = useDoor();
  const recovery = createCopies();
  const leaving = createTry(async () => ok(await door.leaveLoss()));
  const unsent = () => door.loss()?.unsent;
  const saved = () =>
    recovery()
      ?.copies()
      ?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <main class="door">
      <p class="brand">{t().productName}</p>
      <PageHeading documentTitle={t().documentTitle(s().recovery.lostTitle)}>{s().recovery.lostTitle}</PageHeading>
      <Show when={door.loss()}>
        {(loss) => (
          <div class="summary" role="alert">
            <h2>
              {problemText({ code: 'store/lost', how: loss().how })} {s().recovery.noticed(clockWords(loss().at))}
            </h2>
            <ul class="bullets">
              <li>{s().recovery.sentIsSafe}</li>
              <Show when={unsent() !== 0}>
                <li>{s().recovery.unsent(unsent())}</li>
                <Show when={recovery()}>
                  <li>{saved() > 0 ? s().recovery.copiesLeft(saved()) : s().recovery.noCopies}</li>
                </Show>
              </Show>
            </ul>
          </div>
        )}
      </Show>
      <Show when={recovery()}>{(opened) => <Copies recovery={opened()} />}</Show>
      <button type="button" class="btn main block" disabled={leaving.busy()} onClick={() => void leaving.run()}>
        {s().recovery.goOn}
      </button>
      <Show when={leaving.problem()}>
        {(problem) => (
          <p class="bad" role="alert">
            {problemText(problem())}
          </p>
        )}
      </Show>
      <p class="hint">{s().recovery.goOnNote}</p>
    </main>
  );
};
