import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import { openServer, type TestServer } from './test-server.ts';

const sqlite = databases.filter(({ name }) => name === 'SQLite');

describe.each(sqlite)('What a browser reports of the policy, on $name,', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer(database);
  });
  afterAll(() => server.close());

  const send = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    Promise.resolve(
      server.app.request('/api/csp-report', {
        method: 'POST',
        headers: { 'Content-Type': 'application/csp-report', 'Sec-Fetch-Site': 'same-origin', ...headers },
        body,
      }),
    );
  const report = (directive: string, blocked: string) =>
    JSON.stringify({
      'csp-report': {
        'document-uri': 'http://localhost:4180/hoat-dong/bi-mat-1',
        'effective-directive': directive,
        'blocked-uri': blocked,
        'script-sample': 'Tên kín',
      },
    });
  const said = () =>
    server.log
      .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
      .filter(({ msg }) => msg === 'csp-violation')
      .map(({ directive, kind }) => [directive, kind]);

  test('is written down by directive and kind, and nothing else of it', async () => {
    const before = said().length;
    for (const [directive, blocked] of [
      ['script-src-elem', 'inline'],
      ['img-src', 'https://example.com/?ten=bi-mat-2'],
      ['require-trusted-types-for', 'trusted-types-sink'],
      ['bi-mat-3', 'bi-mat-4'],
    ] as const)
      expect((await send(report(directive, blocked))).status).toBe(204);
    expect(said().slice(before)).toEqual([
      ['script-src-elem', 'inline'],
      ['img-src', 'address'],
      ['require-trusted-types-for', 'trusted-types-sink'],
      ['other', 'address'],
    ]);
    for (const secret of ['bi-mat', 'kín', 'example.com']) expect(server.log.join('')).not.toContain(secret);
  });

  test('also from a browser that knows only the older name of the directive', async () => {
    expect(
      (await send('{"csp-report":{"violated-directive":"style-src \'self\'","blocked-uri":"inline"}}')).status,
    ).toBe(204);
    expect(said().at(-1)).toEqual(['style-src', 'inline']);
  });

  test.each([
    ['is no report', '{}', {}],
    ['is no JSON', 'x', {}],
    ['is of another kind', report('img-src', 'x'), { 'Content-Type': 'text/plain' }],
  ])('is refused when it %s', async (_why, body, headers) => {
    const before = said().length;
    expect((await send(body, headers)).status).toBe(400);
    expect((await send(body, { ...headers, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(said()).toHaveLength(before);
  });

  test('fills no disk: after sixty in a minute the others are only answered', async () => {
    server.clock.now += 60_000;
    const before = said().length;
    for (let n = 0; n < 70; n += 1) expect((await send(report('img-src', 'x'))).status).toBe(204);
    expect(said()).toHaveLength(before + 60);
    server.clock.now += 60_000;
    await send(report('img-src', 'x'));
    expect(said()).toHaveLength(before + 61);
  });
});
