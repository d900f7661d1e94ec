/** The first sign-in of a person on this device; it needs the network, once. */
import { createSignal, lazy, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { DoorPage } from './DoorPage.tsx';
import { SignInForm } from './SignInForm.tsx';

const Invitation = lazy(async () => ({ default: (await import('./Invitation.tsx')).Invitation }));

export const SignIn = () => {
  const door = useDoor();
  const [problem, setProblem] = createSignal<Problem>();
  const [isInvited, setInvited] = createSignal(false);
  const error = () => {
    const found = problem();
    return found && problemText(found);
  };
  return (
    <Show when={!isInvited()} fallback={<Invitation onBack={() => setInvited(false)} />}>
      <DoorPage title={t().signIn.title} lead={<p>{t().signIn.lead}</p>} error={error()}>
        <SignInForm submit={t().signIn.submit} onProblem={setProblem} onSubmit={door.signIn} />
        <div class="line between">
          <button type="button" class="btn plain" onClick={() => setInvited(true)}>
            {t().signIn.invited}
          </button>
          <Show when={door.slots().length > 0}>
            <button type="button" class="btn plain" onClick={door.cancelAddPerson}>
              {t().signIn.backToSlots}
            </button>
          </Show>
        </div>
      </DoorPage>
    </Show>
  );
};
