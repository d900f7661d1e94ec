/** One try at a door: busy while it runs, and its problem in words when it fails. */
import { createSignal, type Accessor } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';

export interface Attempt {
  readonly busy: Accessor<boolean>;
  readonly problem: Accessor<Problem | undefined>;
  readonly run: (attempt: () => Promise<Result<void>>) => Promise<boolean>;
  readonly fail: (problem: Problem | undefined) => void;
}

export const createAttempt = (): Attempt => {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const run = async (attempt: () => Promise<Result<void>>) => {
    if (busy()) return false;
    setBusy(true);
    setProblem(undefined);
    const result = await attempt();
    setBusy(false);
    if (!result.ok) setProblem(result.problem);
    return result.ok;
  };
  return { busy, problem, run, fail: setProblem };
};
