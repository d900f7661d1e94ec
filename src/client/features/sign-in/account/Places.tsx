/** Where this person is signed in, as the server knows it, and an end to each place. */
import { createResource, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { agoWords } from '#client/texts/words.ts';
import { showToast } from '#client/ui/toasts.tsx';

export const Places = () => {
  const workbook = useWorkbook();
  const accounts = async () => (await workbook.online()).accounts;
  const [answer, { refetch }] = createResource(() => createTry(async () => (await accounts()).own()).run());
  const ending = createTry(async (device: string | undefined) => (await accounts()).endSessions(device));
  const own = () => {
    const found = answer.latest;
    return found?.ok === true ? found.value : undefined;
  };
  const problem = () => {
    const found = answer.latest;
    return ending.problem() ?? (found?.ok === false ? found.problem : undefined);
  };
  const end = async (device?: string) => {
    if ((await ending.run(device))?.ok !== true) return;
    showToast(s().account.ended);
    await refetch();
  };
  const others = () => own()?.places.filter((place) => !place.own) ?? [];
  return (
    <section class="card" aria-labelledby="places" aria-busy={answer.loading}>
      <h2 id="places">{s().account.placesTitle}</h2>
      <p class="dim">{s().account.placesLead}</p>
      <Show when={problem()}>
        {(found) => (
          <p class="warned" role="alert">
            {problemText(found())}
          </p>
        )}
      </Show>
      <Show when={own()}>
        {(account) => (
          <>
            <p class="s dim">{s().account.signInName(account().signIn)}</p>
            <ul class="rows">
              <For each={account().places}>
                {(place) => (
                  <li class="row">
                    <div class="grow">
                      <p>{place.label || s().account.unknownBrowser}</p>
                      <p class="s dim">
                        {place.own ? s().account.here : s().account.lastUsed(agoWords(place.lastSeen, Date.now()))}
                      </p>
                    </div>
                    <Show when={!place.own}>
                      <button type="button" class="btn" disabled={ending.busy()} onClick={() => void end(place.device)}>
                        {s().account.end}
                        <span class="hidden-text"> {place.label || s().account.unknownBrowser}</span>
                      </button>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
      <Show when={others().length > 1}>
        <button type="button" class="btn" disabled={ending.busy()} onClick={() => void end()}>
          {s().account.endOthers}
        </button>
      </Show>
      <p class="hint">{s().account.idleNote}</p>
    </section>
  );
};
