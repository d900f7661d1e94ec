import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import {
  accountOf,
  anActivity,
  createReplica,
  openSampleServer,
  signInRole,
  type SampleServer,
} from './test-server.ts';

describe.each(databases)('The log on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  test('has a line for each request, and in none a name, a figure, an id, a secret or an address', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    await replica.push(replica.mutation([anActivity('logged-id', { title: 'Tên kín', female: 31_337 })]));
    await server.app.request('/api/history?scope=sample-commune%2Fwork&table=activity&id=logged-id', {
      headers: officer.headers,
    });
    await server.app.request('/duong-dan/logged-id?ten=Lan', { method: 'GET' });
    await server.app.request('/api/people/logged-id/invitation', { method: 'POST', headers: officer.headers });
    await server.app.request('/api/me', { method: 'LAN' });

    const lines = server.log.map((line): Record<string, unknown> => JSON.parse(line));
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/api/sign-in', 200],
      ['POST', '/api/sync', 200],
      ['GET', '/api/history', 200],
      ['GET', '/*', 404],
      ['POST', '/api/people/:id/invitation', 403],
      ['other', '/api/*', 404],
    ]);
    for (const line of lines)
      expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);

    const text = server.log.join('');
    const { password, signIn, name } = accountOf(server, 'officer');
    const cookie = officer.headers['Cookie'] ?? '';
    for (const secret of [
      password,
      signIn,
      name,
      cookie,
      officer.device,
      officer.slot,
      'logged-id',
      'kín',
      '31337',
      'Lan',
    ])
      expect(text).not.toContain(secret);
  });
});
