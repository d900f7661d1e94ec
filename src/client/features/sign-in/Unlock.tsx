/** Opens a workbook that is on this device, without a network. Who its owner is stays sealed: workbooks have numbers here. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { Choice } from '#client/ui/choices.tsx';
import { AttemptButton } from './AttemptButton.tsx';
import { createAttempt } from './createAttempt.ts';
import { DoorPage } from './DoorPage.tsx';
import { PasswordField } from './PasswordField.tsx';
import { SignInForm } from './SignInForm.tsx';

export const Unlock = () => {
  const door = useDoor();
  const [chosen, setChosen] = createSignal('');
  const [secret, setSecret] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const [forgotten, setForgotten] = createSignal(false);
  const [recoverProblem, setRecoverProblem] = createSignal<Problem>();
  const attempt = createAttempt();
  const slot = () => chosen() || door.slots()[0] || '';
  const error = () => {
    const problem = forgotten() ? recoverProblem() : attempt.problem();
    return problem && problemText(problem);
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (secret() !== '') {
      await attempt.run(() => door.unlock(slot(), secret()));
      return;
    }
    attempt.fail(undefined);
    document.getElementById('unlock-secret')?.focus();
  };

  return (
    <DoorPage
      title={forgotten() ? t().unlock.forgotten : t().unlock.title}
      lead={forgotten() ? <p>{t().unlock.recoverLead}</p> : undefined}
      error={error()}
    >
      <Show when={door.slots().length > 1}>
        <Choice
          id="slot"
          legend={t().unlock.which}
          options={door.slots().map((value, index) => ({ value, label: t().unlock.slot(index + 1) }))}
          value={slot()}
          onChange={(value) => {
            setChosen(value);
            attempt.fail(undefined);
          }}
        />
      </Show>
      <Show
        when={forgotten()}
        fallback={
          <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
            <PasswordField
              id="unlock-secret"
              label={t().unlock.secret}
              value={secret()}
              onInput={setSecret}
              autocomplete="off"
              numeric
              takesFocus
              error={asked() && secret() === '' ? problemText({ code: 'field/required' }) : undefined}
            />
            <AttemptButton attempt={attempt} busyWords={t().unlock.busy} words={t().unlock.submit} />
          </form>
        }
      >
        <SignInForm
          submit={t().unlock.recover}
          onProblem={setRecoverProblem}
          onSubmit={(signIn, password) => door.recover(slot(), signIn, password)}
        />
      </Show>
      <div class="line between">
        <button type="button" class="btn plain" onClick={() => setForgotten(!forgotten())}>
          {forgotten() ? t().back : t().unlock.forgotten}
        </button>
        <button type="button" class="btn plain" onClick={door.addPerson}>
          {t().unlock.otherPerson}
        </button>
      </div>
    </DoorPage>
  );
};
