/**
 * What IndexedDB does instead of answering, as problems.
 *
 * - A full disk shows as QuotaExceededError, often only inside an AbortError.
 * - A connection that the browser closed is opened again once; an error after that is told to the person.
 * - `open()` that never answers is given up after five seconds.
 */
import type Dexie from 'dexie';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';

const OPEN_MS = 5_000;

const namesOf = (error: unknown, depth = 0): readonly string[] => {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return [];
  const inner = 'inner' in error && depth < 4 ? namesOf(error.inner, depth + 1) : [];
  return [error.name, ...inner];
};

const closedNames = ['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'NotFoundError', 'AbortError'];

/** The problem that a thrown error stands for; `undefined` when it is a bug. */
export const storeProblemOf = (error: unknown): Problem | undefined => {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'store/full' };
  return names.some((name) => closedNames.includes(name)) ? { code: 'store/closed' } : undefined;
};

/** Opens, or says that the device's storage does not answer. `wait` resolves after so many milliseconds. */
export const openOrGiveUp = async (dexie: Dexie, wait: (ms: number) => Promise<void>): Promise<Result<void>> => {
  const opened = dexie.open().then(
    () => ok(undefined),
    (error: unknown) => fail<Problem>(storeProblemOf(error) ?? { code: 'store/unavailable' }),
  );
  const silent = wait(OPEN_MS).then(() => fail<Problem>({ code: 'store/unavailable' }));
  return Promise.race([opened, silent]);
};

/** Runs a piece of work on the database; when the connection turns out to be closed, once more on a new one. */
export const guarded = async <T>(dexie: Dexie, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    const problem = storeProblemOf(error);
    if (problem === undefined) throw error;
    if (problem.code !== 'store/closed') return fail(problem);
  }
  try {
    dexie.close({ disableAutoOpen: false });
    await dexie.open();
    return await work();
  } catch (error) {
    const problem = storeProblemOf(error);
    if (problem === undefined) throw error;
    return fail(problem);
  }
};
