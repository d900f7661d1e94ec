/**
 * Every case of the table of rights: a role, a route, what a unit is to one's own, and what of it is asked for; and what is
 * to come of it. tests/server/rights puts each of them to a running server.
 */
import { Role } from '#domain/records/unit.ts';
import type { Relation } from '#domain/relations.ts';
import {
  mayAdminister,
  mayCall,
  mayMerge,
  mayRead,
  mayReadAudit,
  maySeeReceipt,
  mayWrite,
  mayWriteAll,
  type Actor,
} from '#domain/rights.ts';
import { routeRights, type RouteName, type RouteRight } from '#domain/rights-table.ts';
import type { Problem } from '#domain/problem.ts';
import { scopeOf, UNITS_SCOPE } from '#domain/scope.ts';
import type { Compartment, TableName } from '#domain/tables.ts';

export const roles: readonly Role[] = Role.options;

/** `nowhere` is a unit that does not exist: it is answered as one elsewhere. */
export const places = [
  'own',
  'predecessor',
  'parent',
  'above',
  'child',
  'below',
  'sibling',
  'elsewhere',
  'nowhere',
] as const satisfies readonly (Relation | 'nowhere')[];
export type Place = (typeof places)[number];

export const unitCompartments = ['work', 'issued', 'inbox', 'directory'] as const satisfies readonly Compartment[];

/** What somebody might write, of their own agency or another one of the unit. */
export const writings = [
  { compartment: 'work', table: 'activity', agency: 'own' },
  { compartment: 'work', table: 'activity', agency: 'other' },
  { compartment: 'work', table: 'reading', agency: 'own' },
  { compartment: 'work', table: 'reading', agency: 'other' },
  { compartment: 'work', table: 'model', agency: 'own' },
  { compartment: 'work', table: 'budget-line', agency: 'own' },
  { compartment: 'work', table: 'plan', agency: 'other' },
  { compartment: 'issued', table: 'plan', agency: 'other' },
  { compartment: 'inbox', table: 'plan', agency: 'other' },
  { compartment: 'directory', table: 'person', agency: 'other' },
  { compartment: 'units', table: 'unit', agency: 'other' },
] as const satisfies readonly {
  readonly compartment: Compartment;
  readonly table: TableName;
  readonly agency: 'own' | 'other';
}[];
export type Writing = (typeof writings)[number];

export interface RightsCase {
  readonly route: RouteName;
  readonly role: Role;
  readonly place: Place;
  /** Of a route that asks for a scope. */
  readonly compartment?: Compartment;
  /** At the sync door and in files; without it all of the compartment is asked for. */
  readonly writing?: Writing;
}

/** What comes of it: it is done, known and forbidden (403), or not found (404). */
export type Outcome = 'may' | 'forbidden' | 'not-found';

const routes = Object.keys(routeRights) as readonly RouteName[];

const compartmentsAt = (place: Place): readonly Compartment[] =>
  place === 'own' ? [...unitCompartments, 'units'] : unitCompartments;

const casesOf = (route: RouteName, right: RouteRight, role: Role): readonly RightsCase[] => {
  const inScopes = (): readonly RightsCase[] =>
    places.flatMap((place) => compartmentsAt(place).map((compartment) => ({ route, role, place, compartment })));
  switch (right) {
    case 'anyone':
    case 'signed-in':
    case 'move-sample-day':
      return [{ route, role, place: 'own' }];
    case 'administer':
    case 'merge':
    case 'read-audit':
    case 'read-work':
    case 'see-receipt':
      return places.map((place) => ({ route, role, place }));
    case 'read':
    case 'write-all':
      return inScopes();
    case 'exchange':
      return inScopes().flatMap((one) => [
        one,
        ...writings
          .filter(({ compartment }) => compartment === one.compartment)
          .map((writing) => ({ ...one, writing })),
      ]);
  }
};

export const rightsCases = (): readonly RightsCase[] =>
  routes.flatMap((route) => roles.flatMap((role) => casesOf(route, routeRights[route], role)));

const outcomeOf = (problem: Problem | undefined): Outcome => {
  if (problem === undefined) return 'may';
  return problem.code === 'rights/not-found' ? 'not-found' : 'forbidden';
};

/** The asker's own agency is `own`; a record of it bears that name. */
const asker = (role: Role): Actor => ({ unit: 'asker', role, agency: 'own' });

/** What the table says now. */
export const expectedOf = ({ route, role, place, compartment = 'work', writing }: RightsCase): Outcome => {
  const actor = asker(role);
  const relation = place === 'nowhere' ? 'elsewhere' : place;
  const scope = compartment === 'units' ? UNITS_SCOPE : scopeOf('asked', compartment);
  const called = mayCall(actor, route);
  if (called !== undefined) return outcomeOf(called);
  const right: RouteRight = routeRights[route];
  switch (right) {
    case 'anyone':
    case 'signed-in':
    case 'move-sample-day':
      return 'may';
    case 'administer':
      return outcomeOf(mayAdminister(actor, relation));
    case 'merge':
      return outcomeOf(mayMerge(actor, relation));
    case 'read-audit':
      return outcomeOf(mayReadAudit(actor, relation));
    case 'see-receipt':
      return outcomeOf(maySeeReceipt(actor, relation));
    case 'read':
    case 'read-work':
      return outcomeOf(mayRead(actor, { scope, relation, how: 'online' }));
    case 'write-all':
      return outcomeOf(mayWriteAll(actor, { scope, relation }));
    case 'exchange': {
      // Of a scope that a device does not keep the door says that it is not there, whoever asks.
      if (mayRead(actor, { scope, relation, how: 'sync' }) !== undefined) return 'not-found';
      if (writing === undefined) return 'may';
      const change = { scope, relation, table: writing.table, before: undefined, after: { agency: writing.agency } };
      return outcomeOf(mayWrite(actor, change));
    }
  }
};
