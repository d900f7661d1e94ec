/** The secret that opens the workbook on this device from now on, typed twice. */
import { createSignal, For } from 'solid-js';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { AttemptButton } from './AttemptButton.tsx';
import { createAttempt } from './createAttempt.ts';
import { DoorPage } from './DoorPage.tsx';
import { PasswordField } from './PasswordField.tsx';

const MIN_DIGITS = 6;
const MIN_CHARACTERS = 8;

/** Digits alone may be fewer. */
const leastOf = (secret: string): number => (/^\d*$/u.test(secret) ? MIN_DIGITS : MIN_CHARACTERS);

export const ChoosingSecret = () => {
  const door = useDoor();
  const [first, setFirst] = createSignal('');
  const [second, setSecond] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const attempt = createAttempt();

  const firstError = () => {
    if (!asked()) return undefined;
    if (first() === '') return problemText({ code: 'field/required' });
    const min = leastOf(first());
    return [...first()].length < min ? problemText({ code: 'vault/secret-too-short', min }) : undefined;
  };
  const secondError = () => (asked() && first() !== second() ? t().secret.differ : undefined);
  const error = () => {
    const problem = attempt.problem();
    return problem && problemText(problem);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    attempt.fail(undefined);
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
          takesFocus
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
        <AttemptButton attempt={attempt} busyWords={t().secret.busy} words={t().secret.submit} />
      </form>
    </DoorPage>
  );
};
