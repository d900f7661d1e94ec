/** The first way in: name, the code that an administrator gave, and a password of one's own. Fetched when it is asked for. */
import { createSignal } from 'solid-js';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { AttemptButton } from './AttemptButton.tsx';
import { createAttempt } from './createAttempt.ts';
import { DoorPage } from './DoorPage.tsx';
import { PasswordField } from './PasswordField.tsx';

export const Invitation = (props: { readonly onBack: () => void }) => {
  const door = useDoor();
  const [signIn, setSignIn] = createSignal('');
  const [code, setCode] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const attempt = createAttempt();
  const missing = (value: string) =>
    asked() && value.trim() === '' ? problemText({ code: 'field/required' }) : undefined;
  const isWeak = () => attempt.problem()?.code.startsWith('account/password-') === true;
  const words = () => {
    const problem = attempt.problem();
    return problem && problemText(problem);
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    attempt.fail(undefined);
    const first = [
      ['invited', signIn()],
      ['invitation-code', code()],
      ['invitation-password', password()],
    ].find(([, value]) => value?.trim() === '');
    if (first === undefined) await attempt.run(() => door.signIn(signIn().trim(), password(), code().trim()));
    else document.getElementById(first[0] ?? '')?.focus();
  };

  return (
    <DoorPage
      title={s().account.invitationTitle}
      lead={<p>{s().account.invitationLead}</p>}
      error={isWeak() ? undefined : words()}
    >
      <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
        <TextField
          id="invited"
          label={t().signIn.name}
          value={signIn()}
          onInput={setSignIn}
          autocomplete="username"
          takesFocus
          error={missing(signIn())}
        />
        <TextField
          id="invitation-code"
          label={s().account.invitationCode}
          value={code()}
          onInput={setCode}
          autocomplete="one-time-code"
          error={missing(code())}
        />
        <PasswordField
          id="invitation-password"
          label={s().account.passwordNew}
          hint={s().account.passwordHint}
          value={password()}
          onInput={setPassword}
          autocomplete="new-password"
          error={missing(password()) ?? (isWeak() ? words() : undefined)}
        />
        <AttemptButton attempt={attempt} busyWords={t().signIn.busy} words={s().account.invitationSubmit} />
      </form>
      <button type="button" class="btn plain" onClick={() => props.onBack()}>
        {t().back}
      </button>
    </DoorPage>
  );
};
