import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import {
  accountOf,
  aDevice,
  askSync,
  aSlot,
  createReplica,
  anActivity,
  openSampleServer,
  post,
  signInRole,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('A request that is not right, on $name,', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  let administrator: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
    administrator = await signInRole(server, 'administrator');
  });
  afterAll(() => server.close());

  /** Everything that a request could change, but for the trail of refused sign-ins. */
  const everything = async () => {
    const { database: tables } = server.opened;
    return JSON.stringify([
      await tables.selectFrom('rec').selectAll().orderBy('scope').orderBy('seq').execute(),
      await tables.selectFrom('scope_head').selectAll().orderBy('scope').execute(),
      await tables.selectFrom('account').selectAll().orderBy('person').execute(),
      await tables.selectFrom('recovery').selectAll().execute(),
      await tables.selectFrom('held').selectAll().execute(),
      await tables.selectFrom('dev').selectAll().orderBy('scope').orderBy('alias').execute(),
    ]);
  };

  const expectNoChange = async (ask: () => Promise<Response>, status: number, problem: object) => {
    const before = await everything();
    const response = await ask();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(problem);
    expect(await everything()).toBe(before);
  };

  const person = {
    name: 'Mai Mẫu',
    title: '',
    role: 'recorder',
    unit: 'sample-commune',
    agency: '',
    signIn: 'mai.mau',
  };
  const addPerson = (headers: Readonly<Record<string, string>>, body: unknown = person) =>
    post(server, '/api/people', body, headers);

  test.each([
    ['Sec-Fetch-Site says another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['Sec-Fetch-Site says a sibling site', { 'Sec-Fetch-Site': 'same-site' }],
    ['Sec-Fetch-Site says a click from nowhere', { 'Sec-Fetch-Site': 'none' }],
    ['Origin is another one', { Origin: 'https://example.com' }],
    ['Origin is hidden', { Origin: 'null' }],
  ])('because %s, is refused', async (_why, headers) => {
    await expectNoChange(() => addPerson({ ...administrator.headers, ...headers }), 403, {
      code: 'request/foreign-origin',
    });
    const replica = createReplica(server, officer);
    const body = replica.lines(replica.mutation([anActivity('foreign')])).join('\n');
    await expectNoChange(() => askSync(server, officer, body, headers), 403, { code: 'request/foreign-origin' });
  });

  test('is let in from our own page', async () => {
    const own = { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:4180' };
    expect((await askSync(server, officer, `${createReplica(server, officer).question()}\n`, own)).status).toBe(200);
  });

  test.each([
    ['has a field too many', { ...person, approvedBy: 'me' }],
    ['lacks a field', { name: 'Mai Mẫu' }],
    ['has a role that is none', { ...person, role: 'root' }],
    ['has an empty name', { ...person, name: '  ' }],
    ['has a name of 300 letters', { ...person, name: 'M'.repeat(300) }],
    ['is a list', [person]],
    ['is null', null],
  ])('because its body %s, is malformed', async (_why, body) => {
    await expectNoChange(() => addPerson(administrator.headers, body), 400, { code: 'request/malformed' });
  });

  const sendRaw = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    Promise.resolve(
      server.app.request('/api/people', {
        method: 'POST',
        headers: { ...administrator.headers, 'Content-Type': 'application/json', ...headers },
        body,
      }),
    );

  test.each([
    ['is no JSON', '{"name":', {}],
    ['is no UTF-8 text', '{"name":"\uD800"', {}],
    ['nests 10,000 deep', '['.repeat(5_000) + ']'.repeat(5_000), {}],
    ['is declared as plain text', JSON.stringify(person), { 'Content-Type': 'text/plain' }],
  ])('because its body %s, is malformed', async (_why, body, headers) => {
    await expectNoChange(() => sendRaw(body, headers), 400, { code: 'request/malformed' });
  });

  test('that is too large is refused, declared or not', async () => {
    const large = JSON.stringify({ ...person, title: 'x'.repeat(20_000) });
    await expectNoChange(() => sendRaw(large), 413, { code: 'request/too-large' });
    const stream: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: { ...administrator.headers, 'Content-Type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    };
    await expectNoChange(async () => server.app.request('/api/people', stream), 413, { code: 'request/too-large' });
  });

  describe('at the sync door', () => {
    const ask = (body: BodyInit, headers?: Readonly<Record<string, string>>) => askSync(server, officer, body, headers);
    const question = () => createReplica(server, officer).question();

    test.each([
      ['has no line', ''],
      ['is no JSON', 'nonsense\n'],
      ['begins with a standing', 'S\n'],
      ['names a scope that is none', 'Q\n["s","../etc","abcdefghijkl","",0,0,null,0,0]\n'],
      ['names a replica that is none', 'Q\n["s","sample-commune/work","abc","",0,0,null,0,0]\n'],
      ['has a negative position', 'Q\n["s","sample-commune/work","abcdefghijkl","",-1,0,null,0,0]\n'],
      ['asks twice', 'Q\nQ\n'],
      ['names a scope twice', 'Q\nS\nS\n'],
      ['has a mutation without a scope', 'Q\n["m",1,1,1,1,[["activity","x",0,{}]],2]\n'],
    ])('%s', async (_why, template) => {
      const standing = '["s","sample-commune/issued","abcdefghijkl","",0,0,null,0,0]';
      const body = template.replaceAll(/^Q$/gmu, question()).replaceAll(/^S$/gmu, standing);
      await expectNoChange(() => ask(body), 400, { code: 'sync/malformed' });
    });

    test.each([
      ['the first version', '["q",1,1,"dddddddddddddddddddd",0,65536]', 'sync/too-old'],
      ['a version that is yet to come', '["q",3,9,"dddddddddddddddddddd",0,65536,0,0,"more"]', 'sync/server-too-old'],
    ])('speaks %s of the protocol', async (_which, line, code) => {
      const standing = '["s","sample-commune/work",0,"",0,0,null,0]';
      await expectNoChange(() => ask(`${line}\n${standing}\n`), 409, { code });
    });

    test('has a line, a body or a list of scopes over the limit', async () => {
      await expectNoChange(() => ask(`${question()}\n["m",1,"${'x'.repeat(70_000)}"]\n`), 413, {
        code: 'request/too-large',
      });
      await expectNoChange(() => ask('x'.repeat(1_100_000)), 413, { code: 'request/too-large' });
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          controller.enqueue(new TextEncoder().encode(`${'x'.repeat(999)}\n`.repeat(60)));
        },
      });
      await expectNoChange(() => ask(endless), 400, { code: 'sync/malformed' });
      const scopes = Array.from(
        { length: 65 },
        (_, i) => `["s","unit-${String(i)}/work","abcdefghijkl","",0,0,null,0,0]\n`,
      );
      await expectNoChange(() => ask(`${question()}\n${scopes.join('')}`), 400, { code: 'sync/malformed' });
    });

    test('is declared as JSON', async () => {
      await expectNoChange(() => ask(`${question()}\n`, { 'Content-Type': 'application/json' }), 400, {
        code: 'request/malformed',
      });
    });

    test('comes in the name of another person', async () => {
      const replica = createReplica(server, officer);
      const body = replica.lines(replica.mutation([anActivity('crossed')])).join('\n');
      await expectNoChange(() => ask(body, { 'X-Person': administrator.id }), 409, { code: 'session/other-person' });
    });
  });

  test('for a route that is not there is answered with a problem', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/me/..%2fpeople', '/api/units']) {
      const response = await server.app.request(path, { headers: officer.headers });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ code: 'request/not-found' });
    }
  });

  test('asks history once for each thing, and only of scopes that it may read', async () => {
    const ask = (query: string) => server.app.request(`/api/history?${query}`, { headers: officer.headers });
    const work = 'scope=sample-commune%2Fwork&table=plan&id=001.plan';
    expect((await ask(work)).status).toBe(200);
    expect((await ask(`${work}&id=other`)).status).toBe(400);
    expect((await ask(`${work}&org=2`)).status).toBe(400);
    expect((await ask('scope=sample-city%2Fwork&table=plan&id=x')).status).toBe(404);
    expect((await ask('scope=nowhere%2Fwork&table=plan&id=x')).status).toBe(404);
    const { headers } = await signInRole(server, 'auditor');
    const own = await server.app.request('/api/history?scope=sample-city%2Fwork&table=plan&id=x', { headers });
    expect(own.status).toBe(403);
  });

  test('of an administrator reaches their own unit and below, and nothing else exists', async () => {
    for (const unit of ['sample-city', 'sample-province', 'nowhere']) {
      await expectNoChange(() => addPerson(administrator.headers, { ...person, unit }), 404, {
        code: 'rights/not-found',
      });
      await expectNoChange(
        () => post(server, '/api/agencies', { unit, name: 'Đoàn', kind: '' }, administrator.headers),
        404,
        { code: 'rights/not-found' },
      );
      await expectNoChange(
        () => post(server, '/api/units', { parent: unit, name: 'Thôn', kind: 'thôn' }, administrator.headers),
        404,
        { code: 'rights/not-found' },
      );
    }
    await expectNoChange(
      () => post(server, '/api/people/sample-supervisor/invitation', {}, administrator.headers),
      404,
      {
        code: 'rights/not-found',
      },
    );
    const agency = 'sample-agency-city';
    await expectNoChange(() => addPerson(administrator.headers, { ...person, agency }), 404, {
      code: 'rights/not-found',
    });
    await expectNoChange(() => addPerson(administrator.headers, { ...person, signIn: 'Lan Mẫu' }), 409, {
      code: 'account/name-taken',
    });
  });

  test('to sign in with a slot or device that is none is malformed', async () => {
    const { signIn, password } = accountOf(server, 'officer');
    const good = { signIn, password, device: aDevice(), slot: aSlot() };
    for (const bad of [
      { ...good, slot: '../x' },
      { ...good, device: 'short' },
      { ...good, password: 'x'.repeat(600) },
    ])
      await expectNoChange(() => post(server, '/api/sign-in', bad), 400, { code: 'request/malformed' });
  });
});
