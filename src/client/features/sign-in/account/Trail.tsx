/** Who did what in a unit, and when, as the server wrote it down: no figures and nothing that records say. Read online. */
import { createResource, createSignal, For, Show } from 'solid-js';
import { formatDate, todayAt } from '#domain/dates.ts';
import type { AuditSeen } from '#client/state/workbook.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';

/** A verb that this version has no words for stands as it was written. */
const wordsOf = (what: string): string => {
  const known: Readonly<Record<string, string>> = s().account.deeds;
  return known[what] ?? what;
};

export const Trail = () => {
  const workbook = useWorkbook();
  const [older, setOlder] = createSignal<readonly AuditSeen[]>([]);
  const [next, setNext] = createSignal<number | null>(null);
  const ask = async (before?: number) => (await workbook.online()).accounts.trail(workbook.me().unit, before);
  const more = createTry(ask);
  const [first, { refetch }] = createResource(async () => {
    setOlder([]);
    const answer = await createTry(() => ask()).run();
    setNext(answer?.ok === true ? answer.value.next : null);
    return answer;
  });
  const entries = () => {
    const answer = first.latest;
    return answer?.ok === true ? [...answer.value.entries, ...older()] : undefined;
  };
  const problem = () => {
    const answer = first.latest;
    return more.problem() ?? (answer?.ok === false ? answer.problem : undefined);
  };
  const showOlder = async (before: number) => {
    const answer = await more.run(before);
    if (answer?.ok !== true) return;
    setOlder((all) => [...all, ...answer.value.entries]);
    setNext(answer.value.next);
  };
  const whenWords = (at: number): string => s().account.moment(clockWords(at), formatDate(todayAt(at)));
  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href="/them">
          <Icon name="back" size={20} />
          {s().more.title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().account.trailTitle)}>{s().account.trailTitle}</PageHeading>
        <p class="dim">{s().account.trailLead}</p>
      </header>
      <Show when={problem()}>
        {(why) => (
          <section class="card warned" role="alert">
            <p>{problemText(why())}</p>
            <button type="button" class="btn" onClick={() => void refetch()}>
              {s().again}
            </button>
          </section>
        )}
      </Show>
      <Show when={entries()} fallback={<p class="busy">{first.loading ? t().loading : ''}</p>}>
        {(all) => (
          <>
            <ol class="card rows" reversed aria-label={s().account.trailTitle}>
              <For each={all()}>
                {(entry) => (
                  <li class="row">
                    <div class="grow">
                      <p>
                        {wordsOf(entry.what)}
                        <Show when={entry.result !== 'done'}>
                          {' '}
                          <span class="chip sunk">{s().account.refused}</span>
                        </Show>
                      </p>
                      <p class="s dim">
                        {[
                          whenWords(entry.at),
                          entry.name || (entry.person === '' ? s().account.byServer : entry.person),
                        ]
                          .concat(entry.object === '' || entry.object === entry.person ? [] : entry.object)
                          .join(' · ')}
                      </p>
                    </div>
                  </li>
                )}
              </For>
            </ol>
            <Show when={next()}>
              {(before) => (
                <button type="button" class="btn" disabled={more.busy()} onClick={() => void showOlder(before())}>
                  {s().account.trailMore}
                </button>
              )}
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};
