/**
 * What IndexedDB does instead of answering, as problems.
 *
 * - A full disk shows as QuotaExceededError, often only inside an AbortError or among the failures of a BulkError.
 * - A connection that the browser closed or lost is opened again once, and the work done once more; what fails then is
 *   told to the person, because only a new start of the page helps.
 */
import type Dexie from 'dexie';
import type { Problem } from '#domain/problem.ts';
import { fail, type Result } from '#domain/result.ts';

const namesOf = (error: unknown, depth = 0): readonly string[] => {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return [];
  if (depth > 4) return [error.name];
  const inner: unknown[] = 'inner' in error ? [error.inner] : [];
  // What writes many rows at once tells of each that failed.
  const failures: unknown = 'failures' in error ? error.failures : [];
  if (Array.isArray(failures)) inner.push(...failures.slice(0, 1));
  return [error.name, ...inner.flatMap((one) => namesOf(one, depth + 1))];
};

const closedNames = ['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'NotFoundError', 'AbortError'];

/** The problem that a thrown error stands for; `undefined` when it is a bug. */
export const storeProblemOf = (error: unknown): Problem | undefined => {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'store/full' };
  return names.some((name) => closedNames.includes(name)) ? { code: 'store/closed' } : undefined;
};

/** A large value stands in a file of its own beside the database: that file is gone, all else is there. */
export const isValueLost = (error: unknown): boolean =>
  namesOf(error).some((name) => name === 'DataError' || name === 'NotReadableError');

/** Who hears of a database that cannot be reached any more. */
export const troubles = new WeakMap<Dexie, (problem: Problem) => void>();

const UNREACHABLE: Problem = { code: 'store/unreachable' };

const isLostConnection = (dexie: Dexie, error: unknown): boolean =>
  storeProblemOf(error)?.code === 'store/closed' && !dexie.hasBeenClosed();

/** Runs a piece of work; when the connection turns out to be gone, once more on a new one. */
export const reconnecting = async <T>(dexie: Dexie, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isLostConnection(dexie, error)) throw error;
  }
  try {
    dexie.close({ disableAutoOpen: false });
    await dexie.open();
    return await work();
  } catch (error) {
    if (isLostConnection(dexie, error)) troubles.get(dexie)?.(UNREACHABLE);
    throw error;
  }
};

/** The same for work that answers with a result: what the store could not do is a problem, and no error. */
export const guarded = async <T>(dexie: Dexie, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await reconnecting(dexie, work);
  } catch (error) {
    const problem = storeProblemOf(error);
    if (problem === undefined) throw error;
    return fail(isLostConnection(dexie, error) ? UNREACHABLE : problem);
  }
};

const SAVE_MS = 15_000;

/** A save that takes too long is told as that, and never as done; it may still end well, which the state shows then. */
export const orSlow = (saving: Promise<Result<void>>, wait: (ms: number) => Promise<void>): Promise<Result<void>> =>
  Promise.race([saving, wait(SAVE_MS).then(() => fail<Problem>({ code: 'store/slow' }))]);
