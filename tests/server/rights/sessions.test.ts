/** Who nobody is: every route that needs a session, with what only looks like one. Nothing is told, and no row changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeRights, type RouteName } from '#domain/rights-table.ts';
import { databases } from '#tests/support/databases.ts';
import { aSlot, post, signInAs } from '../test-server.ts';
import { changesBetween, dumpOf, openRightsWorld, type RightsWorld } from './world.ts';

type Headers = Readonly<Record<string, string>>;

const DAY_MS = 86_400_000;
const closed = (Object.keys(routeRights) as readonly RouteName[]).filter((route) => routeRights[route] !== 'anyone');

describe.each(databases)('What is no session, on $name,', (database) => {
  let world: RightsWorld;
  let lost: Readonly<Record<string, readonly [status: number, headers: Headers]>>;
  beforeAll(async () => {
    world = await openRightsWorld(database);
    const { server, askers, residents } = world;
    const { account, person } = askers.administrator;
    const signedOut = (await signInAs(server, account)).headers;
    await post(server, '/api/sign-out', {}, signedOut);

    const now = server.clock.now;
    server.clock.now = now - 31 * DAY_MS;
    const expired = (await signInAs(server, account)).headers;
    server.clock.now = now - 8 * DAY_MS;
    const idle = (await signInAs(server, account)).headers;
    server.clock.now = now;

    const left = (await signInAs(server, askers.auditor.account)).headers;
    await server.opened.database
      .updateTable('account')
      .set({ closed: 1 })
      .where('person', '=', askers.auditor.person.id)
      .execute();

    const { headers } = person;
    const token = headers['Cookie']?.split('=')[1] ?? '';
    const slot = aSlot();
    lost = {
      'without a cookie': [401, { ...headers, Cookie: '' }],
      'without a slot': [401, { ...headers, 'X-Slot': '' }],
      'with a made-up token': [401, { ...headers, Cookie: `__Host-s${person.slot}=${'x'.repeat(43)}` }],
      'in another slot': [401, { ...headers, 'X-Slot': slot, Cookie: `__Host-s${slot}=${token}` }],
      'signed out': [401, signedOut],
      expired: [401, expired],
      'not used for a week': [401, idle],
      'of a closed account': [401, left],
      "in somebody else's name": [409, { ...headers, 'X-Person': residents.own.officer.id }],
    };
  });
  afterAll(() => world.close());

  test.each(closed)('%s tells nothing and changes nothing', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const before = await dumpOf(world.server);
    for (const [why, [status, headers]] of Object.entries(lost)) {
      const response = await fetch(`${world.url}${path.replace(/:\w+/u, world.residents.own.receipt)}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      const code = status === 409 ? 'session/other-person' : 'session/required';
      expect([why, response.status, await response.json()]).toEqual([why, status, { code }]);
    }
    expect(changesBetween(before, await dumpOf(world.server))).toEqual([]);
  });
});
