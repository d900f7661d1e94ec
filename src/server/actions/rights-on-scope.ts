/** What a person is to a scope, as rights ask it. */
import { relationOf, type Relation } from '#domain/relations.ts';
import { mayRead, mayWrite, type Actor } from '#domain/rights.ts';
import type { Problem } from '#domain/problem.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { dayOf, type Units } from './units.ts';

export const relationTo = (actor: Actor, scope: Scope, units: Units, now: number): Relation =>
  relationOf(actor.unit, unitOfScope(scope), units.lines, dayOf(units, actor.unit, now));

/** Whether every record of the scope may be written. */
export const mayWriteAll = (
  actor: Actor,
  { scope, relation }: { readonly scope: Scope; readonly relation: Relation },
): Problem | undefined =>
  mayRead(actor, { scope, relation, how: 'online' }) ??
  mayWrite(actor, { scope, relation, table: 'plan', before: undefined, after: undefined });
