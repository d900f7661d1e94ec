/** Which scopes a person's device keeps, and whether one is among them: asked of the rights table at every request. */
import { relationOf } from '#domain/relations.ts';
import { mayRead, type Actor } from '#domain/rights.ts';
import { scopesReadBy } from '#domain/scopes-read.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import type { Clock } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface KeptScopesDeps {
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

export const keptScopes = async (deps: KeptScopesDeps, actor: Actor): Promise<readonly Scope[]> => {
  const units = await deps.readUnits();
  return scopesReadBy(actor, units.lines, dayOf(units, actor.unit, deps.now()));
};

export const mayKeep = async (deps: KeptScopesDeps, actor: Actor, scope: Scope): Promise<boolean> => {
  const units = await deps.readUnits();
  const relation = relationOf(actor.unit, unitOfScope(scope), units.lines, dayOf(units, actor.unit, deps.now()));
  return mayRead(actor, { scope, relation, how: 'sync' }) === undefined;
};
