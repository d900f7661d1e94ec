/** What has not reached the server, why, and what to do about it: what needs a person first, then what goes by itself. */
import { createMemo, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { needsSignIn } from '#client/state/needs-sign-in.ts';
import { inOwnWork } from '#client/state/in-own-work.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import '#client/ui/side-by-side.css';
import { Conflicts } from './Conflicts.tsx';
import { Receipts } from './Receipts.tsx';
import { createRecordWords } from './record-words.ts';
import { TO_FIX } from './places.ts';
import { RefusedCard } from './RefusedCard.tsx';
import { RenewForm } from './RenewForm.tsx';
import { StatusCard } from './StatusCard.tsx';
import { WaitingList } from './WaitingList.tsx';

export const SyncCentre = inOwnWork(() => {
  const workbook = useWorkbook();
  const words = createRecordWords(workbook);
  /** By key: a change elsewhere makes each refused record anew, and must not close what a person has open. */
  const refused = createMemo(
    () => new Map((workbook.refused() ?? []).map((one) => [`${one.scope}~${String(one.n)}`, one])),
  );
  const keys = () => [...refused().keys()];
  return (
    <div class="page full stack wide">
      <header>
        <PageHeading documentTitle={t().documentTitle(s().sync.title)}>{s().sync.title}</PageHeading>
      </header>
      <Show when={needsSignIn(workbook.sync())}>
        <RenewForm />
      </Show>
      <div class="columns stack wide">
        <div class="stack wide">
          <StatusCard />
          <Show
            when={keys().length > 0}
            fallback={
              <Show when={workbook.sync().conflicts === 0}>
                <p class="card quiet dim">{s().sync.toFixNone}</p>
              </Show>
            }
          >
            <section class="stack" aria-labelledby={TO_FIX}>
              <h2 id={TO_FIX} tabindex="-1">
                {s().sync.toFix}
              </h2>
              <p class="dim">{s().sync.toFixLead}</p>
              <For each={keys()}>
                {(key) => (
                  <Show when={refused().get(key)}>{(one) => <RefusedCard refused={one()} words={words} />}</Show>
                )}
              </For>
            </section>
          </Show>
          <Conflicts words={words} />
        </div>
        <div class="stack wide">
          <WaitingList words={words} />
          <Receipts />
        </div>
      </div>
    </div>
  );
});
