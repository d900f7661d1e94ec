/**
 * Who may call each route. A route that is not here does not compile, and a test goes over all that are registered.
 * What a caller may do to the object of a route is asked of the rights table in the action behind it.
 */
export type RouteRule =
  /** Also without a session. */
  | 'anyone'
  | 'signed-in'
  /** Administrators; which unit they may touch depends on the object. */
  | 'administrator';

export const routeRules = {
  'GET /api/health': 'anyone',
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
  'POST /api/sync': 'signed-in',
  'POST /api/files': 'signed-in',
  'GET /api/history': 'signed-in',
  'GET /api/held': 'signed-in',
  'POST /api/held/release': 'signed-in',
  'POST /api/held/drop': 'signed-in',
  'GET /api/receipts/:code': 'signed-in',
  'POST /api/sample/today': 'signed-in',
  'POST /api/units': 'administrator',
  'POST /api/units/import': 'administrator',
  'POST /api/agencies': 'administrator',
  'POST /api/people': 'administrator',
  'GET /api/people': 'administrator',
  'POST /api/people/:id/invitation': 'administrator',
  'POST /api/people/:id/sessions/end': 'administrator',
  'POST /api/people/:id/closed': 'administrator',
  // No such route: a problem under /api, the app's own page or file elsewhere.
  'ALL /api/*': 'anyone',
  'GET /*': 'anyone',
} as const satisfies Record<string, RouteRule>;

export type RouteName = keyof typeof routeRules;
export type RouteWith<Rule extends RouteRule> = {
  [Name in RouteName]: (typeof routeRules)[Name] extends Rule ? Name : never;
}[RouteName];
