import { afterEach, describe, expect, test } from 'vitest';
import { yearActivities } from '#catalogue/sample-year/activities.ts';
import { databases } from '#tests/support/databases.ts';
import { openServer, post, SET_UP_CODE, signInAs, WORK, type TestServer } from './test-server.ts';

const first = {
  code: SET_UP_CODE,
  unit: { name: 'Xã Mẫu', kind: 'xã' },
  person: { name: 'Quý Mẫu', signIn: 'quy.mau' },
};

describe.each(databases)('Setting up on $name', (database) => {
  const open: TestServer[] = [];
  const openEmpty = async () => {
    const server = await openServer(database);
    open.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  const isNeeded = async ({ app }: TestServer) => (await app.request('/api/set-up')).json();

  test('is needed until somebody administrates, and never again', async () => {
    const server = await openEmpty();
    expect(await isNeeded(server)).toEqual({ needed: true });
    const made = await post(server, '/api/set-up', first);
    expect(made.status).toBe(201);
    const { accounts }: { accounts: { signIn: string; password: string }[] } = await made.json();
    expect(accounts).toEqual([expect.objectContaining({ role: 'administrator', unit: 'Xã Mẫu', agency: '' })]);
    expect(await isNeeded(server)).toEqual({ needed: false });

    const again = await post(server, '/api/set-up', first);
    expect(again.status).toBe(409);
    expect(await again.json()).toEqual({ code: 'set-up/done-already' });

    const [account] = accounts;
    if (account === undefined) throw new Error('unreachable');
    expect((await signInAs(server, account)).answer.me.role).toBe('administrator');
  });

  test('makes the sample workspace, one person for each role', async () => {
    const server = await openEmpty();
    const made = await post(server, '/api/set-up', { code: ' abcd2345 ', sample: true });
    expect(made.status).toBe(201);
    const { accounts }: { accounts: { role: string; password: string }[] } = await made.json();
    expect(accounts.map(({ role }) => role).sort()).toEqual(
      ['administrator', 'auditor', 'leader', 'officer', 'recorder', 'supervisor'].sort(),
    );
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(6);
  });

  test('refuses a wrong code, slows guessing down, and changes nothing', async () => {
    const server = await openEmpty();
    for (let tries = 0; tries < 5; tries += 1) {
      const refused = await post(server, '/api/set-up', { ...first, code: 'WRNG-2345' });
      expect(refused.status).toBe(403);
      expect(await refused.json()).toEqual({ code: 'set-up/wrong-code' });
    }
    expect((await post(server, '/api/set-up', first)).status).toBe(429);
    expect(await isNeeded(server)).toEqual({ needed: true });
    expect(await server.deps.storage.accounts.all()).toEqual([]);
    server.clock.now += 1_000;
    expect((await post(server, '/api/set-up', first)).status).toBe(201);
  });

  test('opens to one of two who hold the code', async () => {
    const server = await openEmpty();
    const answers = await Promise.all([post(server, '/api/set-up', first), post(server, '/api/set-up', first)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect(await server.deps.storage.accounts.all()).toHaveLength(1);
  });

  test('leaves nothing behind when the administrator cannot be made', async () => {
    const server = await openEmpty();
    const refused = await post(server, '/api/set-up', { ...first, person: { name: 'Quý Mẫu', signIn: '!!!' } });
    expect(refused.status).toBe(400);
    expect(await server.deps.storage.ledger.recordsOf('root/units', 'unit')).toEqual([]);
    expect(await isNeeded(server)).toEqual({ needed: true });
  });

  test('makes the sample with a whole year of the commune, as its officer wrote it', async () => {
    const server = await openEmpty();
    const made = await post(server, '/api/set-up', { code: SET_UP_CODE, sample: 'year' });
    expect(made.status).toBe(201);
    const kept = await server.deps.storage.ledger.recordsOf(WORK, 'activity');
    expect(kept).toHaveLength(yearActivities().length);
    const history = await server.deps.storage.ledger.history(
      WORK,
      { table: 'activity', id: kept[0]?.id ?? '' },
      1e9,
      10,
    );
    expect(new Set(history.entries.map(({ person }) => person))).toEqual(new Set(['sample-officer']));
    expect(await server.deps.storage.ledger.recordsOf(WORK, 'budget-line')).toHaveLength(3);
  });

  test('takes the sample or a first unit, not both, and nothing else', async () => {
    const server = await openEmpty();
    for (const body of [{ ...first, sample: true }, { code: SET_UP_CODE }, { code: SET_UP_CODE, sample: false }])
      expect((await post(server, '/api/set-up', body)).status).toBe(400);
    expect(await isNeeded(server)).toEqual({ needed: true });
  });
});
