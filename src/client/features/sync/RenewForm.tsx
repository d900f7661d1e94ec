/** The session ended on the server: one field, and what waits is sent. */
import { createSignal, Show } from 'solid-js';
import { useDoor, useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const RenewForm = () => {
  const door = useDoor();
  const workbook = useWorkbook();
  const [password, setPassword] = createSignal('');
  const renewal = createTry(door.renew);
  const renew = async (event: SubmitEvent) => {
    event.preventDefault();
    if (password() === '') {
      renewal.fail({ code: 'field/required' });
      return;
    }
    const renewed = await renewal.run(password());
    if (renewed?.ok !== true) return;
    setPassword('');
    showToast(s().sync.renewed);
    workbook.syncNow();
  };
  const error = () => {
    const found = renewal.problem();
    return found && problemText(found);
  };
  return (
    <form class="card warned" onSubmit={(event) => void renew(event)} novalidate>
      <h2>{s().sync.renewTitle}</h2>
      <p>{workbook.sync().problem?.code === 'session/other-person' ? s().sync.renewOther : s().sync.renewLead}</p>
      <Show when={workbook.me().name}>
        <p class="s">{workbook.me().name}</p>
      </Show>
      <TextField
        id="renew-password"
        label={t().signIn.password}
        type="password"
        autocomplete="current-password"
        value={password()}
        onInput={setPassword}
        error={error()}
      />
      <div>
        <button type="submit" class="btn main" disabled={renewal.busy()}>
          {s().sync.renew}
        </button>
      </div>
    </form>
  );
};
