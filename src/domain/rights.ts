/** What is asked of the table of rights (rights-table.ts), in the words of those who ask. Refusals say no more than who asks may know. */
import type { Problem } from './problem.ts';
import type { Role } from './records/unit.ts';
import { sharedRegisters } from './register-names.ts';
import type { Relation } from './relations.ts';
import {
  administer,
  compartmentRights,
  merge,
  moveSampleDay,
  read,
  readAudit,
  routeRights,
  seeReceipt,
  type Grant,
  type Grants,
  type RouteName,
  type RouteRight,
  type Verb,
} from './rights-table.ts';
import { compartmentOf, UNITS_SCOPE, type Scope } from './scope.ts';
import { tablesOfCompartment, type Compartment } from './tables.ts';

export type { Relation } from './relations.ts';

export interface Actor {
  readonly unit: string;
  readonly role: Role;
  readonly agency?: string | undefined;
}

const grantsOf = (role: Role, relation: Relation): Grants => {
  switch (relation) {
    case 'own':
    case 'predecessor':
      return compartmentRights[role].own;
    case 'parent':
    case 'above':
      return compartmentRights[role].above;
    case 'child':
    case 'below':
      return compartmentRights[role].below;
    case 'sibling':
    case 'elsewhere':
      return {};
  }
};

const grantOn = (role: Role, relation: Relation, scope: Scope): Grant | undefined =>
  scope === UNITS_SCOPE ? read : grantsOf(role, relation)[compartmentOf(scope)];

const forbidden: Problem = { code: 'rights/forbidden' };
const notFound: Problem = { code: 'rights/not-found' };

/** A person knows which rooms their own unit has; of other units they know only what they may read. */
const refusal = (relation: Relation): Problem =>
  relation === 'own' || relation === 'predecessor' ? forbidden : notFound;

const order: readonly Compartment[] = ['work', 'issued', 'inbox', 'directory'];

/** The compartments that a role keeps on the device, of a unit in that relation. */
export const compartmentsRead = (role: Role, relation: Relation): readonly Compartment[] =>
  order.filter((compartment) => grantsOf(role, relation)[compartment]?.read === 'sync');

/** Whether a scope may be read; online more may be asked for than a device keeps. */
export const mayRead = (
  { role }: Pick<Actor, 'role'>,
  { scope, relation, how }: { readonly scope: Scope; readonly relation: Relation; readonly how: Grant['read'] },
): Problem | undefined => {
  const grant = grantOn(role, relation, scope);
  if (!grant) return refusal(relation);
  return how === 'sync' && grant.read === 'online' ? notFound : undefined;
};

export interface Write {
  readonly scope: Scope;
  /** What the scope's unit is to the actor's. */
  readonly relation: Relation;
  readonly table: string;
  /** The record before and after the change, deleted or not; `undefined` where there was none or it was unreadable. */
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** Whether a change to one record may be written through the sync door. */
export const mayWrite = (actor: Actor, change: Write): Problem | undefined => {
  const { scope, relation, table } = change;
  const grant = grantOn(actor.role, relation, scope);
  if (!grant) return refusal(relation);
  const compartment = compartmentOf(scope);
  const held: readonly string[] = tablesOfCompartment[compartment];
  if (!held.includes(table)) return { code: 'sync/unknown-table' };
  if (relation === 'predecessor' && compartment !== 'work') return forbidden;
  switch (grant.write) {
    case 'all':
      return undefined;
    case 'none':
      return forbidden;
    case 'own-agency':
      // Of a conflict nothing but its state may be written, which changes no record; what others have held is asked more of
      // (server/actions/judge-operation.ts).
      return table === 'conflict' || isOfOwnAgency(actor, change) ? undefined : forbidden;
  }
};

const ofAgencies: ReadonlySet<string> = new Set(['activity', 'reading', ...sharedRegisters]);

/** Before and after: a recorder neither takes over another agency's record nor gives an own one away. */
const isOfOwnAgency = ({ agency }: Actor, { table, before, after }: Write): boolean => {
  if (agency === undefined || !ofAgencies.has(table)) return false;
  const sides = [before, after].filter((record) => record !== undefined);
  return sides.length > 0 && sides.every((record) => agenciesOf(record).includes(agency));
};

const agenciesOf = (record: object): readonly string[] => {
  const lead = 'agency' in record && typeof record.agency === 'string' ? [record.agency] : [];
  return 'partners' in record ? [...lead, ...Object.keys(Object(record.partners))] : lead;
};

/** Whether every record of the scope may be written, those of other agencies too. */
export const mayWriteAll = (
  { role }: Pick<Actor, 'role'>,
  { scope, relation }: { readonly scope: Scope; readonly relation: Relation },
): Problem | undefined => {
  const grant = grantOn(role, relation, scope);
  if (!grant) return refusal(relation);
  const isWritten = grant.write === 'all' && (relation === 'own' || compartmentOf(scope) === 'work');
  return isWritten ? undefined : forbidden;
};

const isGranted = (verb: Verb, role: Role, relation: Relation): boolean => verb[role]?.includes(relation) === true;

/** Whether accounts, agencies and units may be managed there. */
export const mayAdminister = ({ role }: Pick<Actor, 'role'>, relation: Relation): Problem | undefined => {
  if (isGranted(administer, role, relation)) return undefined;
  return relation === 'own' ? forbidden : notFound;
};

/** Whether a unit may be let merge with others. */
export const mayMerge = ({ role }: Pick<Actor, 'role'>, relation: Relation): Problem | undefined => {
  if (isGranted(merge, role, relation)) return undefined;
  return relation === 'own' ? forbidden : notFound;
};

/** Whether the audit trail of a unit may be read. */
export const mayReadAudit = ({ role }: Pick<Actor, 'role'>, relation: Relation): Problem | undefined => {
  if (isGranted(readAudit, role, relation)) return undefined;
  return relation === 'own' ? forbidden : notFound;
};

/** Whether another person's receipt may be seen; that there is one, nobody else learns. */
export const maySeeReceipt = ({ role }: Pick<Actor, 'role'>, relation: Relation): Problem | undefined =>
  isGranted(seeReceipt, role, relation) ? undefined : notFound;

/** Whether the day on which a sample workspace lives may be moved. */
export const mayMoveSampleDay = ({ role }: Pick<Actor, 'role'>): Problem | undefined =>
  isGranted(moveSampleDay, role, 'own') ? undefined : forbidden;

/** Why a route answers nobody: it has no rule. */
export const closedProblem = (route: RouteName): Problem | undefined =>
  Object.hasOwn(routeRights, route) ? undefined : forbidden;

/** Whether a route may be called in that role at all, before it is known what it is called for. */
export const mayCall = ({ role }: Pick<Actor, 'role'>, route: RouteName): Problem | undefined => {
  const right: RouteRight = routeRights[route];
  if (right === 'administer') return mayAdminister({ role }, 'own');
  if (right === 'move-sample-day') return mayMoveSampleDay({ role });
  return closedProblem(route);
};
