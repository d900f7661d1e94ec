/** The button of a door: busy while it is tried, closed while a wait is asked for, and heard when the wait is over. */
import { createEffect, createSignal, on } from 'solid-js';
import { t } from '#client/texts/current.ts';
import type { Attempt } from './createAttempt.ts';

interface AttemptButtonProps {
  readonly attempt: Attempt;
  readonly words: string;
  readonly busyWords: string;
}

export const AttemptButton = (props: AttemptButtonProps) => {
  const [over, setOver] = createSignal(false);
  const isWaiting = () => props.attempt.waiting() > 0;
  createEffect(
    on(isWaiting, (waits, waited: boolean | undefined) => {
      setOver(waited === true && !waits && props.attempt.problem() !== undefined);
      return waits;
    }),
  );
  const words = () => {
    if (props.attempt.busy()) return props.busyWords;
    return isWaiting() ? t().signIn.waitSeconds(props.attempt.waiting()) : props.words;
  };
  return (
    <>
      <button type="submit" class="btn main block num" disabled={props.attempt.busy() || isWaiting()}>
        {words()}
      </button>
      <p class="s dim" role="status">
        {over() ? t().signIn.mayTryAgain : ''}
      </p>
    </>
  );
};
