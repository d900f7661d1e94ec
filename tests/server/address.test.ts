/** Whose failures slow whom down: by the other end of a real connection, and by a proxy's word only where it is named. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import { aDevice, aSlot, openServer, type TestServer } from './test-server.ts';

const sqlite = databases.filter(({ name }) => name === 'SQLite');

describe.each(sqlite)('The address of a request, on $name,', (database) => {
  const open = async (trustedProxies: readonly string[]) => {
    const server = await openServer(database, { trustedProxies });
    const http = createAdaptorServer({ fetch: server.app.fetch });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return { server, http, port: (http.address() as AddressInfo).port };
  };
  let direct: Awaited<ReturnType<typeof open>>;
  let proxied: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    direct = await open([]);
    proxied = await open(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
  });
  afterAll(async () => {
    for (const { http, server } of [direct, proxied]) {
      http.close();
      if ('closeAllConnections' in http) http.closeAllConnections();
      await server.close();
    }
  });

  /** The address that a failed sign-in was counted for. */
  const counted = async ({ server, port }: { readonly server: TestServer; readonly port: number }, said?: string) => {
    const { database: tables } = server.opened;
    await tables.deleteFrom('slow_down').execute();
    const tried = { signIn: 'ai.do', password: 'khong-phai', device: aDevice(), slot: aSlot() };
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(said === undefined ? {} : { 'X-Forwarded-For': said }) },
      body: JSON.stringify(tried),
    });
    expect(response.status).toBe(401);
    const keys = await tables.selectFrom('slow_down').select('key').where('key', 'like', 'address:%').execute();
    return keys.map(({ key }) => key.slice('address:'.length)).join();
  };

  test('is the other end of the connection, whatever it says of itself', async () => {
    expect(await counted(direct)).toBe('127.0.0.1');
    expect(await counted(direct, '203.0.113.9')).toBe('127.0.0.1');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    // What a stranger wrote before it is not read.
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['203.0.113.9, ::ffff:10.1.2.3, fd00::7', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8::1', '2001:db8::1'],
    ['unknown', '127.0.0.1'],
    ['203.0.113.9, <script>', '127.0.0.1'],
    ['10.0.0.1, 10.0.0.2', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('behind proxies that are named is whom the last of them saw: %j', async (said, address) => {
    expect(await counted(proxied, said)).toBe(address);
  });
});
