/** Whether this phone shows a notification of what falls due; the phone is asked only when a person presses. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import { askForNotifications, notificationState } from '#client/device/notifications.ts';
import { createKeptReminders } from '#client/state/kept-reminders.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const NoticeCard = () => {
  const workbook = useWorkbook();
  const memory = createKeptReminders(workbook);
  const [state, setState] = createSignal(notificationState());
  const isOn = () => state() === 'granted' && memory.kept()?.wantsNotices === true;
  const turnOn = async () => {
    setState(await askForNotifications());
    if (state() !== 'granted') return;
    await memory.wantNotices(true);
    showToast(s().notices.turnedOn);
  };
  const turnOff = async () => {
    await memory.wantNotices(false);
    showToast(s().notices.turnedOff);
  };
  return (
    <section class="card" aria-labelledby="reminders">
      <h2 id="reminders">{s().notices.title}</h2>
      <p>{s().notices.lead}</p>
      <p class="hint">{s().notices.privacy}</p>
      <Switch>
        <Match when={state() === 'unsupported'}>
          <p class="dim">{s().notices.unsupported}</p>
        </Match>
        <Match when={state() === 'denied'}>
          <p class="dim">{s().notices.denied}</p>
        </Match>
        <Match when={memory.kept() !== undefined}>
          <Show
            when={isOn()}
            fallback={
              <p>
                <button type="button" class="btn" onClick={() => void turnOn()}>
                  <Icon name="clock" size={20} />
                  {s().notices.turnOn}
                </button>
              </p>
            }
          >
            <div class="line between">
              <StateMark icon="check" tone="good" word={s().notices.on} />
              <button type="button" class="btn" onClick={() => void turnOff()}>
                {s().notices.turnOff}
              </button>
            </div>
          </Show>
        </Match>
      </Switch>
    </section>
  );
};
