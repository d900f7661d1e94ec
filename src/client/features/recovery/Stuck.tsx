/** The browser's storage does not open: what to try, and how to save what is unsent before the last resort. */
import { For, Show } from 'solid-js';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { Copies, createCopies } from './Copies.tsx';

export const Stuck = () => {
  const door = useDoor();
  const recovery = createCopies();
  const problem = () => door.problem() ?? { code: 'store/unavailable' as const };
  const isBroken = () => problem().code === 'store/broken';
  return (
    <main class="door">
      <p class="brand">{t().productName}</p>
      <PageHeading documentTitle={t().documentTitle(t().unusable.title)}>{t().unusable.title}</PageHeading>
      <p>{problemText(problem())}</p>
      <button type="button" class="btn main block" onClick={() => window.location.reload()}>
        {t().unusable.reload}
      </button>
      <Show when={recovery()}>{(opened) => <Copies recovery={opened()} />}</Show>
      <Show when={isBroken()}>
        <section class="stack tight">
          <h2>{s().recovery.lastResort}</h2>
          <ol class="bullets">
            <For each={s().recovery.steps}>{(step) => <li>{step}</li>}</For>
          </ol>
        </section>
      </Show>
    </main>
  );
};
