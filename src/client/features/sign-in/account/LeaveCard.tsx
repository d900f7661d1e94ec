/** The way off a phone that is handed back. Asked twice, and refused while anything is unsent. */
import { createSignal, Show } from 'solid-js';
import { useDoor } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { focusSoon } from '#client/ui/focus-field.ts';
import { showToast } from '#client/ui/toasts.tsx';

export const LeaveCard = () => {
  const door = useDoor();
  const [asked, setAsked] = createSignal(false);
  const leaving = createTry(door.leavePhone);
  const leave = async () => {
    if ((await leaving.run())?.ok === true) showToast(s().account.left);
    else setAsked(false);
  };
  return (
    <section class="card" aria-labelledby="leave">
      <h2 id="leave">{s().account.leaveTitle}</h2>
      <p class="dim">{s().account.leaveLead}</p>
      <Show when={leaving.problem()}>
        {(problem) => (
          <div class="warned stack tight" role="alert">
            <p>{problemText(problem())}</p>
            <a href="/cho-gui">{t().nav.sync}</a>
          </div>
        )}
      </Show>
      <Show
        when={asked()}
        fallback={
          <button type="button" class="btn" onClick={() => setAsked(true)}>
            {s().account.leave}
          </button>
        }
      >
        <p role="alert">{s().account.leaveAsk}</p>
        <div class="line">
          <button
            ref={focusSoon}
            type="button"
            class="btn danger"
            disabled={leaving.busy()}
            onClick={() => void leave()}
          >
            {s().account.leaveSure}
          </button>
          <button type="button" class="btn plain" onClick={() => setAsked(false)}>
            {s().cancel}
          </button>
        </div>
      </Show>
    </section>
  );
};
