/** One account: whose, where it is open, and what an administrator may do with it. */
import { createSignal, Show } from 'solid-js';
import { formatDate, todayAt } from '#domain/dates.ts';
import type { Result } from '#domain/result.ts';
import type { AccountSeen, Invited } from '#client/state/workbook.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { focusSoon } from '#client/ui/focus-field.ts';
import { showToast } from '#client/ui/toasts.tsx';

interface PersonCardProps {
  readonly person: AccountSeen;
  /** By name; "" for none. */
  readonly agency: string;
  readonly onInvited: (invited: Invited) => void;
  readonly onChanged: () => void;
}

export const PersonCard = (props: PersonCardProps) => {
  const workbook = useWorkbook();
  const [asked, setAsked] = createSignal(false);
  const accounts = async () => (await workbook.online()).accounts;
  const id = () => props.person.id;
  const isOwn = () => id() === workbook.me().id;
  const inviting = createTry(async () => (await accounts()).invite(id()));
  const acting = createTry((act: () => Promise<Result<void>>) => act());
  const problem = () => inviting.problem() ?? acting.problem();

  const invite = async () => {
    const invited = await inviting.run();
    if (invited?.ok === true) props.onInvited(invited.value);
  };
  const act = async (words: string, what: () => Promise<Result<void>>) => {
    setAsked(false);
    if ((await acting.run(what))?.ok !== true) return;
    showToast(words);
    props.onChanged();
  };
  const endAll = () => act(s().account.ended, async () => (await accounts()).endSessionsOf(id()));
  const setClosed = (closed: boolean) =>
    act(closed ? s().account.closedNow : s().account.reopenedNow, async () =>
      (await accounts()).setClosed(id(), closed),
    );
  return (
    <li class="card">
      <h2>{props.person.name}</h2>
      <p class="s dim">
        {[s().roles[props.person.role], props.person.title, props.agency].filter((part) => part !== '').join(' · ')}
      </p>
      <p class="s dim">{s().account.signInName(props.person.signIn)}</p>
      <div class="chips">
        <Show
          when={props.person.closed}
          fallback={<span class="chip">{s().account.signedIn(props.person.places.length)}</span>}
        >
          <span class="chip sunk">{s().account.closed}</span>
        </Show>
        <Show when={props.person.invitedUntil}>
          {(until) => <span class="chip">{s().account.invitedUntil(formatDate(todayAt(until())))}</span>}
        </Show>
      </div>
      <Show when={problem()}>
        {(why) => (
          <p class="warned" role="alert">
            {problemText(why())}
          </p>
        )}
      </Show>
      <Show
        when={asked()}
        fallback={
          <Show when={!isOwn()}>
            <div class="line">
              <Show
                when={!props.person.closed}
                fallback={
                  <button type="button" class="btn" disabled={acting.busy()} onClick={() => void setClosed(false)}>
                    {s().account.reopen}
                    <span class="hidden-text"> {props.person.name}</span>
                  </button>
                }
              >
                <button type="button" class="btn" disabled={inviting.busy()} onClick={() => void invite()}>
                  {s().account.invite}
                  <span class="hidden-text"> {props.person.name}</span>
                </button>
                <Show when={props.person.places.length > 0}>
                  <button type="button" class="btn plain" disabled={acting.busy()} onClick={() => void endAll()}>
                    {s().account.endAll}
                    <span class="hidden-text"> {props.person.name}</span>
                  </button>
                </Show>
                <button type="button" class="btn plain" onClick={() => setAsked(true)}>
                  {s().account.close}
                  <span class="hidden-text"> {props.person.name}</span>
                </button>
              </Show>
            </div>
          </Show>
        }
      >
        <p role="alert">{s().account.closeAsk(props.person.name)}</p>
        <div class="line">
          <button
            ref={focusSoon}
            type="button"
            class="btn danger"
            disabled={acting.busy()}
            onClick={() => void setClosed(true)}
          >
            {s().account.close}
          </button>
          <button type="button" class="btn plain" onClick={() => setAsked(false)}>
            {s().cancel}
          </button>
        </div>
      </Show>
    </li>
  );
};
