/** What a person is to a scope, as rights ask it. */
import { relationOf, type Relation } from '#domain/relations.ts';
import type { Actor } from '#domain/rights.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { dayOf, type Units } from './units.ts';

export const relationTo = (actor: Actor, scope: Scope, units: Units, now: number): Relation =>
  relationOf(actor.unit, unitOfScope(scope), units.lines, dayOf(units, actor.unit, now));
