import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '#server/http/app.ts';
import { databases } from '#tests/support/databases.ts';
import { anActivity, createReplica, openSampleServer, signInRole, WORK, type SampleServer } from './test-server.ts';

describe('An answer that cannot go on', () => {
  let server: SampleServer;
  let http: ReturnType<typeof createAdaptorServer>;
  let url: string;
  let failingPage = 0;

  beforeEach(async () => {
    const sqlite = databases.find(({ name }) => name === 'SQLite');
    if (sqlite === undefined) throw new Error('unreachable');
    server = await openSampleServer(sqlite);
    const { storage } = server.deps;
    let pages = 0;
    const page: typeof storage.ledger.page = (...asked) => {
      pages += 1;
      if (pages === failingPage)
        throw Object.assign(new Error('database: lost'), { problem: { code: 'server/busy', seconds: 2 } });
      return storage.ledger.page(...asked);
    };
    const app = buildApp({ ...server.deps, storage: { ...storage, ledger: { ...storage.ledger, page } } });
    http = createAdaptorServer({ fetch: app.fetch });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  });
  afterEach(async () => {
    http.close();
    await server.close();
  });

  const ask = async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    for (let bundle = 0; bundle < 24; bundle += 1)
      await replica.push(
        ...Array.from({ length: 30 }, (_, at) =>
          replica.mutation([anActivity(`row-${String(bundle)}-${String(at)}`, { narrative: 'Ghi chú '.repeat(40) })]),
        ),
      );
    return fetch(`${url}/api/sync`, {
      method: 'POST',
      headers: { ...officer.headers, 'Content-Type': 'application/x-ndjson', 'Accept-Encoding': 'identity' },
      body: [replica.question(), replica.standing({ epoch: server.epochs.get(WORK) ?? '' })]
        .map((line) => `${line}\n`)
        .join(''),
    });
  };

  test('becomes a problem while nothing of it is on its way', async () => {
    failingPage = 1;
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('2');
  });

  test('is cut later, so that nobody takes it for whole, and adds no words', async () => {
    failingPage = 3;
    const answer = await ask();
    expect(answer.status).toBe(200);
    const text: string[] = [];
    const decoder = new TextDecoder();
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) text.push(decoder.decode(chunk, { stream: true }));
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(text.join('')).toContain('["r"');
    expect(text.join('')).not.toContain('Error');
    expect(server.log.some((line) => line.includes('alarm') && line.includes('server/busy'))).toBe(true);
  });
});
