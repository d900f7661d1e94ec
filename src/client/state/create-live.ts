/**
 * A query's latest answer as a signal, asked again after every change that it depends on; `undefined` at first.
 * An answer that comes after a later question was asked is let go.
 */
import { createEffect, createSignal, onCleanup, untrack, type Accessor } from 'solid-js';
import { storeProblemOf } from '#client/store/failures.ts';

/** `question` is tracked; while it is `undefined` there is no answer. `ask` is not tracked. */
export const createLive = <Q, T>(
  question: () => Q | undefined,
  ask: (question: Q) => Promise<T>,
  first?: T,
): Accessor<T | undefined> => {
  const [answer, setAnswer] = createSignal(first);
  let asked = 0;
  let gone = false;

  createEffect(() => {
    const current = question();
    asked += 1;
    const mine = asked;
    if (current === undefined) {
      setAnswer(() => undefined);
      return;
    }
    void untrack(() => ask(current)).then(
      (value) => {
        if (!gone && mine === asked) setAnswer(() => value);
      },
      (error: unknown) => {
        // A store that was locked or lost meanwhile answers no more, and the door says so; anything else is a bug.
        if (!gone && storeProblemOf(error) === undefined) reportError(error);
      },
    );
  });
  onCleanup(() => {
    gone = true;
  });
  return answer;
};
