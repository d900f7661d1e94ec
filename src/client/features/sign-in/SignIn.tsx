/** The first sign-in of a person on this device; it needs the network, once. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { DoorPage } from './DoorPage.tsx';
import { SignInForm } from './SignInForm.tsx';

export const SignIn = () => {
  const door = useDoor();
  const [problem, setProblem] = createSignal<Problem>();
  const error = () => {
    const found = problem();
    return found && problemText(found);
  };
  return (
    <DoorPage title={t().signIn.title} lead={<p>{t().signIn.lead}</p>} error={error()}>
      <SignInForm submit={t().signIn.submit} onProblem={setProblem} onSubmit={door.signIn} />
      <Show when={door.slots().length > 0}>
        <button type="button" class="btn plain" onClick={door.cancelAddPerson}>
          {t().signIn.backToSlots}
        </button>
      </Show>
    </DoorPage>
  );
};
