/**
 * Who may read and write what: the one table, read by every route and by the sync door.
 *
 * - Reading is granted by whole compartment, because a device holds an exact prefix of a scope; writing is judged
 *   record by record.
 * - What a person cannot know of is not found (404); what they know of but may not do is forbidden (403).
 * - Accounts are never written through the sync door: people, agencies and units have routes of their own,
 *   which ask `mayAdminister`. Cases and the audit trail are no synced compartments and stand with their routes.
 */
import type { LocalDate } from './dates.ts';
import type { Problem } from './problem.ts';
import type { Role, UnitLine } from './records/unit.ts';
import { sharedRegisters } from './register-names.ts';
import { ancestorsOf, formerlyAbove, predecessorsOf, type Relation } from './relations.ts';
import { compartmentOf, scopeOf, UNITS_SCOPE, type Scope } from './scope.ts';
import { tablesOfCompartment, type Compartment } from './tables.ts';

export type { Relation } from './relations.ts';

export interface Actor {
  readonly unit: string;
  readonly role: Role;
  readonly agency?: string | undefined;
}

interface Grant {
  /** 'sync': kept on the device. 'online': asked for when needed. */
  readonly read: 'sync' | 'online';
  /** 'own-agency': activities, readings and rows of shared registers in which the own agency leads or coordinates. */
  readonly write: 'all' | 'own-agency' | 'none';
}

type Grants = Partial<Record<Compartment, Grant>>;

const read: Grant = { read: 'sync', write: 'none' };
const write: Grant = { read: 'sync', write: 'all' };
const ownAgency: Grant = { read: 'sync', write: 'own-agency' };
const online: Grant = { read: 'online', write: 'none' };

/** `own` holds for predecessors as well, whose unsent work is still accepted and whose other rooms are read only. */
const rights: Readonly<Record<Role, { readonly own: Grants; readonly above: Grants; readonly below: Grants }>> = {
  recorder: { own: { work: ownAgency, issued: read, directory: read }, above: { issued: read }, below: {} },
  officer: { own: { work: write, issued: read, inbox: read, directory: read }, above: { issued: read }, below: {} },
  leader: { own: { work: read, issued: write, inbox: read, directory: read }, above: { issued: read }, below: {} },
  supervisor: {
    own: { work: write, issued: write, inbox: read, directory: read },
    above: { issued: read },
    below: { work: online },
  },
  administrator: { own: { issued: read, directory: read }, above: { issued: read }, below: { directory: online } },
  auditor: { own: { issued: read, directory: read }, above: { issued: read }, below: {} },
};

const grantsOf = (role: Role, relation: Relation): Grants => {
  switch (relation) {
    case 'own':
    case 'predecessor':
      return rights[role].own;
    case 'parent':
    case 'above':
      return rights[role].above;
    case 'child':
    case 'below':
      return rights[role].below;
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

/** Every scope that a person's device keeps, own `work` first where it is read. */
export const scopesReadBy = (
  { unit, role }: Pick<Actor, 'unit' | 'role'>,
  lines: readonly UnitLine[],
  day: LocalDate,
): readonly Scope[] => {
  const scopesOf = (units: readonly string[], relation: Relation) =>
    units.flatMap((other) => compartmentsRead(role, relation).map((compartment) => scopeOf(other, compartment)));
  return [
    ...new Set([
      ...scopesOf([unit], 'own'),
      ...scopesOf(predecessorsOf(unit, lines, day), 'predecessor'),
      ...scopesOf(ancestorsOf(unit, lines, day), 'above'),
      ...scopesOf(formerlyAbove(unit, lines, day), 'above'),
      UNITS_SCOPE,
    ]),
  ];
};

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

/** Whether accounts, agencies and units may be managed there: by administrators, in their own unit and below. */
export const mayAdminister = ({ role }: Pick<Actor, 'role'>, relation: Relation): Problem | undefined => {
  const isWithin = relation === 'own' || relation === 'child' || relation === 'below';
  if (role === 'administrator' && isWithin) return undefined;
  return relation === 'own' ? forbidden : notFound;
};

/** Whether another person's receipt may be seen: by who supervises or administers, in their own unit and below. */
export const maySeeReceipt = ({ role }: Pick<Actor, 'role'>, relation: Relation): Problem | undefined => {
  const isWithin = relation === 'own' || relation === 'child' || relation === 'below';
  return isWithin && (role === 'supervisor' || role === 'administrator') ? undefined : notFound;
};

/** Whether the day on which a sample workspace lives may be moved: by those who plan, lead or manage, not by who only records or checks. */
export const mayMoveSampleDay = ({ role }: Pick<Actor, 'role'>): Problem | undefined =>
  role === 'recorder' || role === 'auditor' ? forbidden : undefined;
