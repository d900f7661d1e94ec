/** Name and password, wherever they are asked for. Empty fields are named at once; what was typed stays. */
import { createSignal } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { problemText, t } from '#client/texts/current.ts';
import { TextField } from '#client/ui/fields.tsx';
import { AttemptButton } from './AttemptButton.tsx';
import { createAttempt } from './createAttempt.ts';
import { PasswordField } from './PasswordField.tsx';

interface SignInFormProps {
  readonly submit: string;
  readonly onProblem: (problem: Problem | undefined) => void;
  readonly onSubmit: (signIn: string, password: string) => Promise<Result<void>>;
}

export const SignInForm = (props: SignInFormProps) => {
  const [signIn, setSignIn] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const attempt = createAttempt();
  const missing = (value: string) =>
    asked() && value.trim() === '' ? problemText({ code: 'field/required' }) : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    attempt.fail(undefined);
    props.onProblem(undefined);
    if (signIn().trim() === '' || password() === '') {
      document.getElementById(signIn().trim() === '' ? 'sign-in' : 'password')?.focus();
      return;
    }
    await attempt.run(() => props.onSubmit(signIn().trim(), password()));
    props.onProblem(attempt.problem());
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)} novalidate>
      <TextField
        id="sign-in"
        label={t().signIn.name}
        value={signIn()}
        onInput={setSignIn}
        autocomplete="username"
        takesFocus
        error={missing(signIn())}
      />
      <PasswordField
        id="password"
        label={t().signIn.password}
        value={password()}
        onInput={setPassword}
        autocomplete="current-password"
        error={missing(password())}
      />
      <AttemptButton attempt={attempt} busyWords={t().signIn.busy} words={props.submit} />
    </form>
  );
};
