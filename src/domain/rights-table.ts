/**
 * Who may do what: the one table, read by every route and by the sync door through the questions of rights.ts.
 *
 * - Reading is granted by whole compartment, because a device holds an exact prefix of a scope; writing is judged
 *   record by record (`compartmentRights`).
 * - What a person cannot know of is not found (404); what they know of but may not do is forbidden (403).
 * - Accounts are never written through the sync door: people, agencies and units have routes of their own,
 *   which ask `administer`. What is asked of a unit, a person or a role stands in `verbRights`.
 * - What each route asks stands in `routeRights`. A route that is not there does not compile and answers nobody.
 *
 * The tables are asked anew at every request. `npm run rights` prints them; tests/server/rights asks a running server every
 * case of them, and takes each rule away in turn.
 */
import type { Role } from './records/unit.ts';
import type { Relation } from './relations.ts';
import type { Compartment } from './tables.ts';

export interface Grant {
  /** 'sync': kept on the device. 'online': asked for when needed. */
  readonly read: 'sync' | 'online';
  /** 'own-agency': activities, readings and rows of shared registers in which the own agency leads or coordinates. */
  readonly write: 'all' | 'own-agency' | 'none';
}

export type Grants = Partial<Record<Compartment, Grant>>;
/** The roles that may, each of a unit in these relations to their own. */
export type Verb = Readonly<Partial<Record<Role, readonly Relation[]>>>;

/** As all units of `root/units` are, by everybody. */
export const read: Grant = { read: 'sync', write: 'none' };
const write: Grant = { read: 'sync', write: 'all' };
const ownAgency: Grant = { read: 'sync', write: 'own-agency' };
const online: Grant = { read: 'online', write: 'none' };

/** `own` holds for predecessors as well, whose unsent work is still accepted and whose other rooms are read only. */
export const compartmentRights: Readonly<
  Record<Role, { readonly own: Grants; readonly above: Grants; readonly below: Grants }>
> = {
  recorder: { own: { work: ownAgency, issued: read, directory: read }, above: { issued: read }, below: {} },
  officer: { own: { work: write, issued: read, inbox: read, directory: read }, above: { issued: read }, below: {} },
  leader: { own: { work: read, issued: write, inbox: read, directory: read }, above: { issued: read }, below: {} },
  supervisor: {
    own: { work: write, issued: write, inbox: read, directory: read },
    above: { issued: read },
    below: { work: online, issued: online },
  },
  administrator: { own: { issued: read, directory: read }, above: { issued: read }, below: { directory: online } },
  auditor: { own: { issued: read, directory: read }, above: { issued: read }, below: {} },
};

const within = ['own', 'child', 'below'] as const;
const own = ['own'] as const;

/** Accounts, agencies and units: by administrators, in their own unit and below. */
export const administer: Verb = { administrator: within };
/** Letting units merge: those below. The own one ends by the command line alone, because who asks would go with it. */
export const merge: Verb = { administrator: ['child', 'below'] };
/** The trail of who did what, without values: by who audits the unit, and who administrates it or one above. */
export const readAudit: Verb = { administrator: within, auditor: own };
/** Another person's receipt: by who supervises or administers. One's own anybody sees. */
export const seeReceipt: Verb = { supervisor: within, administrator: within };
/** The day on which a sample workspace lives: by those who plan, lead or manage, not by who only records or checks. */
export const moveSampleDay: Verb = { officer: own, leader: own, supervisor: own, administrator: own };

export const verbRights = {
  administer,
  merge,
  'read-audit': readAudit,
  'see-receipt': seeReceipt,
  'move-sample-day': moveSampleDay,
} as const;

/**
 * What a route asks before it acts: nothing, a session, something of the scope that it names (`exchange`: whole
 * compartments to read, and each mutation to write; of a file in its author's right), or a verb.
 */
export type RouteRight =
  'anyone' | 'signed-in' | 'exchange' | 'read' | 'read-work' | 'write-all' | keyof typeof verbRights;

export const routeRights = {
  'GET /api/health': 'anyone',
  'POST /api/csp-report': 'anyone',
  'GET /api/set-up': 'anyone',
  'POST /api/set-up': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/invitation': 'anyone',
  'POST /api/sign-out': 'signed-in',
  'GET /api/account': 'signed-in',
  'POST /api/account/password': 'signed-in',
  'POST /api/account/sessions/end': 'signed-in',
  'GET /api/me': 'signed-in',
  'PUT /api/recovery': 'signed-in',
  'POST /api/incident': 'signed-in',
  'POST /api/sync': 'exchange',
  'POST /api/files': 'exchange',
  'GET /api/history': 'read',
  'GET /api/work/:id': 'read-work',
  'GET /api/held': 'write-all',
  'POST /api/held/release': 'write-all',
  'POST /api/held/drop': 'write-all',
  'GET /api/receipts/:code': 'see-receipt',
  'POST /api/sample/today': 'move-sample-day',
  'POST /api/units': 'administer',
  'POST /api/units/import': 'administer',
  'POST /api/units/import/preview': 'administer',
  'POST /api/units/merge': 'merge',
  'POST /api/units/merge/preview': 'merge',
  'POST /api/agencies': 'administer',
  'POST /api/people': 'administer',
  'GET /api/people': 'administer',
  'GET /api/audit': 'read-audit',
  'POST /api/people/:id/invitation': 'administer',
  'POST /api/people/:id/sessions/end': 'administer',
  'POST /api/people/:id/closed': 'administer',
  // No such route: a problem under /api, the app's own page or file elsewhere.
  'ALL /api/*': 'anyone',
  'GET /*': 'anyone',
} as const satisfies Record<string, RouteRight>;

export type RouteName = keyof typeof routeRights;
export type RouteWith<Right extends RouteRight> = {
  [Name in RouteName]: (typeof routeRights)[Name] extends Right ? Name : never;
}[RouteName];
