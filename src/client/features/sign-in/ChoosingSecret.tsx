/** The secret that opens the workbook on this device from now on, typed twice. */
import { createSignal, For } from 'solid-js';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { createAttempt } from './createAttempt.ts';
import { DoorPage } from './DoorPage.tsx';
import { PasswordField } from './PasswordField.tsx';

const MIN_DIGITS = 6;

export const ChoosingSecret = () => {
  const door = useDoor();
  const [first, setFirst] = createSignal('');
  const [second, setSecond] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const attempt = createAttempt();

  const firstError = () => {
    if (!asked()) return undefined;
    if (first() === '') return problemText({ code: 'field/required' });
    return first().length < MIN_DIGITS ? problemText({ code: 'vault/secret-too-short', min: MIN_DIGITS }) : undefined;
  };
  const secondError = () => (asked() && first() !== second() ? t().secret.differ : undefined);
  const error = () => {
    const problem = attempt.problem();
    return problem && problemText(problem);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (firstError() !== undefined) document.getElementById('secret')?.focus();
    else if (secondError() !== undefined) document.getElementById('secret-again')?.focus();
    else await attempt.run(() => door.chooseSecret(first()));
  };

  return (
    <DoorPage
      title={t().secret.title}
      error={error()}
      lead={
        <ul class="bullets">
          <For each={t().secret.lead}>{(line) => <li>{line}</li>}</For>
        </ul>
      }
    >
      <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
        <PasswordField
          id="secret"
          label={t().secret.first}
          hint={t().secret.firstHint}
          value={first()}
          onInput={setFirst}
          autocomplete="off"
          numeric
          error={firstError()}
        />
        <PasswordField
          id="secret-again"
          label={t().secret.second}
          value={second()}
          onInput={setSecond}
          autocomplete="off"
          numeric
          error={secondError()}
        />
        <button type="submit" class="btn main block" disabled={attempt.busy()}>
          {attempt.busy() ? t().secret.busy : t().secret.submit}
        </button>
      </form>
    </DoorPage>
  );
};
