/** The session ended on the server: one field, and what waits is sent. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useDoor, useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const RenewForm = () => {
  const door = useDoor();
  const workbook = useWorkbook();
  const [password, setPassword] = createSignal('');
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const renew = async (event: SubmitEvent) => {
    event.preventDefault();
    if (password() === '') {
      setProblem({ code: 'field/required' });
      return;
    }
    setBusy(true);
    const renewed = await door.renew(password());
    setBusy(false);
    setProblem(renewed.ok ? undefined : renewed.problem);
    if (!renewed.ok) return;
    setPassword('');
    showToast(s().sync.renewed);
    workbook.syncNow();
  };
  const error = () => {
    const found = problem();
    return found && problemText(found);
  };
  return (
    <form class="card warned" onSubmit={(event) => void renew(event)} novalidate>
      <h2>{s().sync.renewTitle}</h2>
      <p>{s().sync.renewLead}</p>
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
        <button type="submit" class="btn main" disabled={busy()}>
          {s().sync.renew}
        </button>
      </div>
    </form>
  );
};
