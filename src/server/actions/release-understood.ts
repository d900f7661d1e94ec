/**
 * Judges again what was held because this server did not know it: a newer app had made it, and since then the server was
 * upgraded. Each in its author's own right; what is still refused goes on waiting.
 */
import type { Problem, ProblemCode } from '#domain/problem.ts';
import { fail } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { actorOf } from './describe-me.ts';
import type { Clock, Storage } from './ports.ts';
import { release } from './release-held.ts';
import { everyScope, type Units } from './units.ts';

export interface ReleaseUnderstoodDeps {
  readonly storage: Pick<Storage, 'together' | 'ledger'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

const CODES: readonly ProblemCode[] = ['sync/unknown-table', 'sync/unknown-field', 'sync/bad-value'];

/** A newer app's table or field, or one of its values for a field that is known; any other value was wrong by itself. */
const isNotUnderstood = (problem: Problem): boolean =>
  problem.code === 'sync/bad-value' ? problem.problem.code === 'field/unknown-value' : CODES.includes(problem.code);

/** How many were released; when it is told to end it leaves the others for the next time. */
export const releaseUnderstood = async (deps: ReleaseUnderstoodDeps, signal?: AbortSignal): Promise<number> => {
  const units = await deps.readUnits();
  let released = 0;
  for (const scope of everyScope(units)) {
    for (const name of await deps.storage.ledger.waitingHeld(scope, CODES)) {
      if (signal?.aborted === true) return released;
      if (await releaseOne(deps, units, scope, name)) released += 1;
    }
  }
  return released;
};

const releaseOne = async (
  { storage, now }: ReleaseUnderstoodDeps,
  units: Units,
  scope: Scope,
  { alias, n }: { readonly alias: number; readonly n: number },
): Promise<boolean> => {
  const released = await storage.together((stores) =>
    stores.ledger.change(scope, async (locked) => {
      const entry = await locked.held(alias, n);
      const author = entry && (await stores.accounts.byPerson(entry.person));
      if (entry?.state !== 'waiting' || !isNotUnderstood(entry.problem) || author === undefined || author.closed)
        return fail({ code: 'rights/not-found' as const });
      const judge = { actor: actorOf(author), person: author.person };
      return release({ stores, locked, scope, units, now: now(), judge }, entry);
    }),
  );
  return released.ok;
};
