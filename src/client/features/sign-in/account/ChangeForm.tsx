/** The present secret or password, and the new one. Each fault stands at the field that it is about; what was typed stays. */
import { createSignal } from 'solid-js';
import type { ProblemCode } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { AttemptButton } from '../AttemptButton.tsx';
import { createAttempt } from '../createAttempt.ts';
import { PasswordField } from '../PasswordField.tsx';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { showToast } from '#client/ui/toasts.tsx';

interface ChangeFormProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly now: string;
  readonly next: string;
  readonly hint?: string;
  readonly submit: string;
  readonly done: string;
  readonly numeric?: boolean;
  /** What a password manager is told; a secret of this phone is no business of one. */
  readonly isPassword?: boolean;
  readonly change: (current: string, chosen: string) => Promise<Result<void>>;
  /** What is wrong with the present one, rather than with the new one. */
  readonly aboutPresent: readonly ProblemCode[];
}

export const ChangeForm = (props: ChangeFormProps) => {
  const [current, setCurrent] = createSignal('');
  const [chosen, setChosen] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const attempt = createAttempt();
  const idOf = (field: 'now' | 'new') => `${props.id}-${field}`;
  const errorOf = (field: 'now' | 'new', value: string) => {
    if (asked() && value === '') return problemText({ code: 'field/required' });
    const problem = attempt.problem();
    if (problem === undefined) return undefined;
    const isPresent = props.aboutPresent.includes(problem.code);
    return isPresent === (field === 'now') ? problemText(problem) : undefined;
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    attempt.fail(undefined);
    if (current() === '' || chosen() === '') {
      document.getElementById(idOf(current() === '' ? 'now' : 'new'))?.focus();
      return;
    }
    const changed = await attempt.run(() => props.change(current(), chosen()));
    if (!changed) return;
    setAsked(false);
    setCurrent('');
    setChosen('');
    showToast(props.done);
  };

  return (
    <form class="card" onSubmit={(event) => void submit(event)} novalidate aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <p class="dim">{props.lead}</p>
      <div class="stack">
        <PasswordField
          id={idOf('now')}
          label={props.now}
          value={current()}
          onInput={setCurrent}
          autocomplete={props.isPassword ? 'current-password' : 'off'}
          numeric={props.numeric ?? false}
          error={errorOf('now', current())}
        />
        <PasswordField
          id={idOf('new')}
          label={props.next}
          hint={props.hint}
          value={chosen()}
          onInput={setChosen}
          autocomplete={props.isPassword ? 'new-password' : 'off'}
          numeric={props.numeric ?? false}
          error={errorOf('new', chosen())}
        />
        <AttemptButton attempt={attempt} busyWords={s().account.changing} words={props.submit} />
      </div>
    </form>
  );
};
