/** What was thrown where a person waits for an answer, as a problem to tell; a bug is reported as well. */
import type { Problem } from '#domain/problem.ts';
import { storeProblemOf } from '#client/store/failures.ts';

export const problemOfThrown = (error: unknown): Problem => {
  const known = storeProblemOf(error);
  if (known !== undefined) return known;
  // How browsers say that a module could not be fetched; each in its own words.
  if (error instanceof TypeError && /import|module|fetch/iu.test(error.message)) return { code: 'courier/unreachable' };
  reportError(error);
  return { code: 'problem/unknown', was: error instanceof Error ? error.name : '' };
};
