/** What has not reached the server, why, and what to do about it. */
import { For, Match, Show, Switch } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { linkLost } from '#client/state/link-lost.ts';
import { agoWords, clockWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { createNow } from '#client/ui/now.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { RefusedCard } from './RefusedCard.tsx';
import { RenewForm } from './RenewForm.tsx';
import { WaitingList } from './WaitingList.tsx';

export const SyncCentre = () => {
  const workbook = useWorkbook();
  const now = createNow();
  const sync = () => workbook.sync();
  const asksSignIn = () => sync().problem?.code === 'session/required';
  const last = () => {
    const at = sync().lastAt;
    return at === undefined ? s().sync.never : `${clockWords(at)} · ${agoWords(at, now())}`;
  };
  return (
    <div class="page stack wide">
      <header>
        <PageHeading documentTitle={t().documentTitle(s().sync.title)}>{s().sync.title}</PageHeading>
      </header>
      <Show when={asksSignIn()}>
        <RenewForm />
      </Show>
      <section class="card">
        <p class="big" aria-live="polite">
          {sync().waiting > 0 ? s().sync.waitingSome(sync().waiting) : s().sync.waitingNone}
        </p>
        <Switch fallback={<StateMark icon="check" tone="good" word={s().sync.online} />}>
          <Match when={linkLost(sync()) === 'offline'}>
            <StateMark icon="offline" tone="warn" word={s().sync.offlineWords} />
          </Match>
          <Match when={linkLost(sync()) === 'unreachable'}>
            <StateMark icon="offline" tone="warn" word={s().sync.unreachable} />
          </Match>
        </Switch>
        <p class="s dim">
          {s().sync.last}: {last()}
        </p>
        <Show when={!asksSignIn() && linkLost(sync()) === undefined && sync().problem}>
          {(problem) => (
            <p class="s">
              {s().sync.lastProblem}: {problemText(problem())}
            </p>
          )}
        </Show>
        <p>
          <button type="button" class="btn main" disabled={sync().busy} onClick={workbook.syncNow}>
            <Icon name="sending" size={20} />
            {sync().busy ? s().sync.busy : s().sync.now}
          </button>
        </p>
      </section>
      <WaitingList />
      <section class="stack" aria-labelledby="to-fix">
        <h2 id="to-fix">{s().sync.toFix}</h2>
        <Show
          when={(workbook.refused() ?? []).length > 0}
          fallback={<p class="card quiet dim">{s().sync.toFixNone}</p>}
        >
          <p class="dim">{s().sync.toFixLead}</p>
          <For each={workbook.refused()}>{(refused) => <RefusedCard refused={refused} />}</For>
        </Show>
      </section>
    </div>
  );
};
