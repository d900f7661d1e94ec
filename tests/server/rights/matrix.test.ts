/**
 * The table of rights against a running server: every case of it (role × route × what a unit is to one's own), with the ids
 * of people who live there, expecting the status and the rows that were there before.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeRights, type RouteName } from '#domain/rights-table.ts';
import { expectedOf, rightsCases, type Outcome, type RightsCase } from '#commands/rights/cases.ts';
import { databases } from '#tests/support/databases.ts';
import { askCase } from './ask.ts';
import { changesBetween, dumpOf, openRightsWorld, type RightsWorld } from './world.ts';

const routes = Object.keys(routeRights) as readonly RouteName[];

/** How a route answers who may; 200 where nothing else is said. */
const statusOf: Readonly<Partial<Record<RouteName, number>>> = {
  // Whoever may call it sent nothing that could be meant.
  'POST /api/csp-report': 400,
  'POST /api/set-up': 400,
  'POST /api/sign-in': 400,
  'POST /api/invitation': 400,
  'POST /api/account/password': 400,
  'POST /api/account/sessions/end': 204,
  'POST /api/sign-out': 204,
  'PUT /api/recovery': 204,
  'POST /api/incident': 204,
  'POST /api/held/release': 204,
  'POST /api/held/drop': 204,
  'POST /api/sample/today': 204,
  'POST /api/units': 201,
  'POST /api/units/merge': 422,
  'POST /api/units/merge/preview': 422,
  'POST /api/agencies': 201,
  'POST /api/people': 201,
  'POST /api/people/:id/sessions/end': 204,
  'POST /api/people/:id/closed': 204,
  'ALL /api/*': 404,
  'GET /*': 404,
};

const statusOfOutcome = (route: RouteName, outcome: Outcome): number => {
  // The sync door and files answer scope by scope.
  if (outcome === 'may' || routeRights[route] === 'exchange') return statusOf[route] ?? 200;
  return outcome === 'forbidden' ? 403 : 404;
};

const nameOf = ({ role, place, compartment, writing }: RightsCase): string =>
  [role, place, compartment ?? '', writing === undefined ? '' : `${writing.agency} ${writing.table}`].join(' ').trim();

describe.each(databases)('The table of rights, on $name,', ({ name, open }) => {
  // The same code judges on every database: elsewhere every ninth case of a route tells that it is asked there too.
  const step = name === 'SQLite' ? 1 : 9;
  const all = rightsCases();
  const cases = routes.flatMap((route) => all.filter((one) => one.route === route).filter((_, at) => at % step === 0));
  let world: RightsWorld;
  beforeAll(async () => {
    world = await openRightsWorld({ name, open });
  });
  afterAll(() => world.close());

  test('makes so many cases that nothing is left to chance', () => {
    expect(cases.length).toBeGreaterThan(step === 1 ? 2_500 : 250);
    expect(new Set(cases.map(({ route }) => route))).toEqual(new Set(routes));
  });

  test.each(routes)(
    '%s is answered as it says, and what may not change does not',
    async (route) => {
      const wrong: object[] = [];
      let before = await dumpOf(world.server);
      for (const one of cases.filter((each) => each.route === route)) {
        const expected = expectedOf(one);
        const asked = await askCase(world, one);
        const after = await dumpOf(world.server);
        const changed = changesBetween(before, after).filter((row) => !asked.mayChange.test(row));
        const fresh = route === 'POST /api/sign-out' ? changed.filter((row) => !isOfSignIn(row)) : changed;
        before = after;
        const { status, outcome, text } = asked;
        const isRight = outcome === expected && status === statusOfOutcome(route, expected) && fresh.length === 0;
        if (!isRight) wrong.push({ case: nameOf(one), expected, outcome, status, text: text.slice(0, 200), fresh });
      }
      expect(wrong.slice(0, 10)).toEqual([]);
    },
    180_000,
  );
});

/** To sign out, somebody has to be signed in. */
const isOfSignIn = (row: string): boolean => /^(?:audit|scope_head|replica_secret) /u.test(row);
