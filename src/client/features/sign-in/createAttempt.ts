/** One try at a door: busy while it runs, its problem when it fails, and how long to wait before the next one. */
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { problemOfThrown } from '#client/state/problem-of-thrown.ts';

export interface Attempt {
  readonly busy: Accessor<boolean>;
  readonly problem: Accessor<Problem | undefined>;
  /** Seconds until another try is allowed; 0 when it is. */
  readonly waiting: Accessor<number>;
  readonly run: (attempt: () => Promise<Result<void>>) => Promise<boolean>;
  readonly fail: (problem: Problem | undefined) => void;
}

const SECOND_MS = 1_000;

const waitAsked = (problem: Problem | undefined): number => {
  if (problem?.code === 'vault/wrong-secret') return problem.waitSeconds;
  return problem?.code === 'vault/slow-down' || problem?.code === 'session/slow-down' ? problem.seconds : 0;
};

/** Counts down what a problem asks to wait; a phone that slept meanwhile has waited too. */
const createWait = (problem: Accessor<Problem | undefined>): Accessor<number> => {
  const [left, setLeft] = createSignal(0);
  createEffect(
    on(problem, (found) => {
      const seconds = waitAsked(found);
      // A new try clears the problem; nothing is waited for then.
      setLeft(seconds);
      if (seconds === 0) return;
      const end = Date.now() + seconds * SECOND_MS;
      const timer = setInterval(() => {
        setLeft(Math.max(0, Math.ceil((end - Date.now()) / SECOND_MS)));
        if (left() === 0) clearInterval(timer);
      }, SECOND_MS);
      onCleanup(() => clearInterval(timer));
    }),
  );
  return left;
};

export const createAttempt = (): Attempt => {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const waiting = createWait(problem);
  const run = async (attempt: () => Promise<Result<void>>) => {
    if (busy() || waiting() > 0) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await attempt();
      if (!result.ok) setProblem(result.problem);
      return result.ok;
    } catch (error) {
      setProblem(problemOfThrown(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, waiting, run, fail: setProblem };
};
