/**
 * Something that a person asks for and that takes a while. However it ends, it is not busy any more: what is thrown on
 * the way (a full phone, a part of the app that could not be fetched, a bug) is told as a problem too.
 */
import { createSignal, type Accessor } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { fail, type Result } from '#domain/result.ts';
import { problemOfThrown } from './problem-of-thrown.ts';

export interface Try<Given extends readonly unknown[], T> {
  readonly busy: Accessor<boolean>;
  readonly problem: Accessor<Problem | undefined>;
  /** `undefined` while an earlier one runs. */
  readonly run: (...given: Given) => Promise<Result<T> | undefined>;
  /** What stands in the way was found without trying. */
  readonly fail: (problem: Problem | undefined) => void;
}

export const createTry = <Given extends readonly unknown[], T>(
  work: (...given: Given) => Promise<Result<T>>,
): Try<Given, T> => {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const attempt = (given: Given): Promise<Result<T>> =>
    work(...given).catch((error: unknown) => fail(problemOfThrown(error)));
  return {
    busy,
    problem,
    fail: setProblem,
    run: async (...given) => {
      if (busy()) return undefined;
      setBusy(true);
      const result = await attempt(given);
      setBusy(false);
      setProblem(result.ok ? undefined : result.problem);
      return result;
    },
  };
};
