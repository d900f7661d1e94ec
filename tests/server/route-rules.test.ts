import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeRights } from '#domain/rights-table.ts';
import { databases } from '#tests/support/databases.ts';
import { openSampleServer, signInRole, type SampleServer } from './test-server.ts';

describe.each(databases)('The routes on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const rules = Object.entries(routeRights).filter(([name]) => !name.includes('*'));
  const ask = (name: string, headers: Readonly<Record<string, string>>) => {
    const [method = '', path = ''] = name.split(' ');
    const body = method === 'GET' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json', ...headers } };
    return server.app.request(path.replace(/:\w+/u, 'x'), { method, headers, ...body }, {});
  };

  test('all have a rule, and every rule has a route', () => {
    const registered = server.app.routes
      .filter(({ path }) => path !== '/*')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(registered)].sort()).toEqual(
      Object.keys(routeRights)
        .filter((name) => name !== 'GET /*')
        .sort(),
    );
  });

  test.each(rules.filter(([, right]) => right !== 'anyone'))('%s needs a session', async (name) => {
    expect((await ask(name, {})).status).toBe(401);
  });

  test.each(rules.filter(([, right]) => right === 'administer'))('%s is for administrators', async (name) => {
    for (const role of ['officer', 'recorder', 'leader', 'supervisor', 'auditor']) {
      const { headers } = await signInRole(server, role);
      const response = await ask(name, headers);
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ code: 'rights/forbidden' });
    }
  });
});
