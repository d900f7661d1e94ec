/** On top of every page while another unit's work is open: whose, as of when, that it is read only, and the way out. */
import { createSignal, Show } from 'solid-js';
import { formatDate, todayAt } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import type { OpenUnit } from '#client/state/open-unit.ts';
import { unitName } from '#client/state/unit-names.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { showToast } from '#client/ui/toasts.tsx';
import '#client/ui/opened-strip.css';
import { isLinkProblem, openingProblem } from './opening-problem.ts';

/** "22/11": the year goes without saying, for it is never long ago. */
const dayWords = (ms: number): string => formatDate(todayAt(ms)).slice(0, 5);

export const OpenedStrip = (props: { readonly opened: OpenUnit }) => {
  const workbook = useWorkbook();
  const [said, setSaid] = createSignal('');
  const refreshing = createTry(() => props.opened.refresh());
  const refresh = async () => {
    setSaid(s().units.open.refreshing);
    const done = await refreshing.run();
    if (done === undefined) return;
    if (done.ok) {
      // Whoever has another thing before them by now asked for none of this.
      if (done.value !== 'gone') setSaid(done.value === 'same' ? s().units.open.same : s().units.open.refreshed);
    } else if (isLinkProblem(done.problem)) setSaid(s().units.open.stillOld);
    // It has been closed, and the strip with it.
    else if (done.problem.code.startsWith('rights/')) showToast(openingProblem(done.problem));
    else setSaid(problemText(done.problem));
  };
  return (
    <section class="ribbon opened" aria-label={s().units.open.strip}>
      <div class="line between">
        <p>
          <b>{s().units.open.of(unitName(workbook))}</b>
          <br />
          {s().units.open.asOf(clockWords(props.opened.asOf()), dayWords(props.opened.asOf()))}
        </p>
        <div class="line">
          <button type="button" class="btn plain" disabled={refreshing.busy()} onClick={() => void refresh()}>
            {s().units.open.refresh}
          </button>
          <button type="button" class="btn plain" onClick={() => props.opened.close()}>
            {s().units.open.close}
          </button>
        </div>
      </div>
      <div role="status">
        <Show when={said()}>
          <p>{said()}</p>
        </Show>
      </div>
    </section>
  );
};
