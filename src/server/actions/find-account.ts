/** The account that somebody wants to administer, and whether they may: fresh, by its unit's relation to theirs. */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { relationOf } from '#domain/relations.ts';
import { mayAdminister, type Actor } from '#domain/rights.ts';
import type { Account, Clock, Storage } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface AdministerDeps {
  readonly storage: Pick<Storage, 'accounts'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

/** Why `actor` may not administer `unit`; nothing when they may. */
export const administrationProblem = async (
  deps: Pick<AdministerDeps, 'readUnits' | 'now'>,
  actor: Actor,
  unit: string,
): Promise<Problem | undefined> => {
  const units = await deps.readUnits();
  if (!units.byId.has(unit)) return { code: 'rights/not-found' };
  return mayAdminister(actor, relationOf(actor.unit, unit, units.lines, dayOf(units, actor.unit, deps.now())));
};

export const accountToAdminister = async (
  deps: AdministerDeps,
  actor: Actor,
  person: string,
): Promise<Result<Account>> => {
  const account = await deps.storage.accounts.byPerson(person);
  if (account === undefined) return fail({ code: 'rights/not-found' });
  const problem = await administrationProblem(deps, actor, account.unit);
  return problem === undefined ? ok(account) : fail(problem);
};
