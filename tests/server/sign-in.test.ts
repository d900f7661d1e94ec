import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '#server/http/app.ts';
import { databases } from '#tests/support/databases.ts';
import {
  accountOf,
  aDevice,
  aSlot,
  openSampleServer,
  post,
  signInAs,
  signInRole,
  type SampleServer,
} from './test-server.ts';

const DAY_MS = 86_400_000;

describe.each(databases)('Signing in on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const me = (headers: Readonly<Record<string, string>>) => server.app.request('/api/me', { headers });

  test('opens a session in a cookie that no script can read and no other site can send', async () => {
    const { signIn, password } = accountOf(server, 'officer');
    const slot = aSlot();
    const response = await post(server, '/api/sign-in', { signIn, password, device: aDevice(), slot });
    expect(response.status).toBe(200);
    const [cookie, ...attributes] = response.headers.get('Set-Cookie')?.split('; ') ?? [];
    expect(cookie).toMatch(new RegExp(`^__Host-s${slot}=[\\w-]{43}$`, 'u'));
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']));
    expect(attributes.join()).not.toContain('Domain');
  });

  test('keeps only a hash of the token', async () => {
    const { headers } = await signInRole(server, 'officer');
    const token = headers['Cookie']?.split('=')[1] ?? '';
    const sessions = await server.opened.database.selectFrom('session').selectAll().execute();
    expect(token).toHaveLength(43);
    expect(JSON.stringify(sessions)).not.toContain(token);
  });

  test('says who one is, and which scopes the device keeps, own work first', async () => {
    const { answer, headers } = await signInRole(server, 'officer');
    expect(answer.me).toMatchObject({ id: 'sample-officer', role: 'officer', unit: 'sample-commune' });
    expect(answer.me.scopes[0]).toBe('sample-commune/work');
    expect(answer.me.scopes).toContain('sample-province/issued');
    // 65 bytes: a point of P-256, to which exchange files are sealed.
    expect(await (await me(headers)).json()).toEqual({ me: answer.me, fileKey: expect.stringMatching(/^[\w-]{87}$/u) });
  });

  test.each(['LAN.MAU', ' lan.mau ', 'lan.mẫu', 'Lan.Mâ\u0303u'])('knows the name typed as %j', async (typed) => {
    const { password } = accountOf(server, 'officer');
    expect((await signInAs(server, { signIn: typed, password })).id).toBe('sample-officer');
  });

  test('gives the replica secret once to a person on a device, and the recovery key back each time', async () => {
    const account = accountOf(server, 'officer');
    const device = aDevice();
    const first = await signInAs(server, account, device);
    expect(first.answer.replicaSecret).toMatch(/^[\w-]{43}$/u);
    expect(first.answer.recoveryKey).toBeNull();

    const key = 'k'.repeat(43);
    const kept = await server.app.request('/api/recovery', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...first.headers },
      body: JSON.stringify({ key }),
    });
    expect(kept.status).toBe(204);
    const again = await signInAs(server, account, device);
    expect(again.answer).toMatchObject({ replicaSecret: null, recoveryKey: key });

    const other = await signInAs(server, accountOf(server, 'recorder'), device);
    expect(other.answer.recoveryKey).toBeNull();
    expect(other.answer.replicaSecret).not.toBe(first.answer.replicaSecret);
  });

  test('answers a wrong password and an unknown name alike', async () => {
    const wrong = { password: 'khong-phai-mat-khau', slot: aSlot() };
    const known = await post(server, '/api/sign-in', { ...wrong, signIn: 'thu.mau', device: aDevice() });
    const unknown = await post(server, '/api/sign-in', { ...wrong, signIn: 'khong.co', device: aDevice() });
    expect(known.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await known.json()).toEqual({ code: 'session/wrong-sign-in' });
    expect(await unknown.json()).toEqual({ code: 'session/wrong-sign-in' });
  });

  test('does as much for an unknown name as for a wrong password: a hash is checked, a refusal is noted', async () => {
    const checked: string[] = [];
    const verifyPassword = (hash: string, password: string) => {
      checked.push(hash.split('$').slice(0, 4).join('$'));
      return server.deps.secrets.verifyPassword(hash, password);
    };
    const app = buildApp({ ...server.deps, secrets: { ...server.deps.secrets, verifyPassword } });
    const notes = () => server.opened.database.selectFrom('audit').select(['what', 'result', 'object']).execute();
    const before = (await notes()).length;
    for (const signIn of ['thu.mau', 'khong.ai']) {
      const tried = { signIn, password: 'khong-phai-mat-khau', slot: aSlot(), device: aDevice() };
      expect((await post({ app }, '/api/sign-in', tried)).status).toBe(401);
    }
    expect(checked).toEqual(Array.from({ length: 2 }, () => '$argon2id$v=19$m=19456,t=2,p=1'));
    expect((await notes()).slice(before)).toEqual(
      Array.from({ length: 2 }, () => ({ what: 'sign-in', result: 'refused', object: '' })),
    );
  });

  test("serves two people on one device, each in a slot, and neither in the other's name", async () => {
    const device = aDevice();
    const officer = await signInRole(server, 'officer', device);
    const recorder = await signInRole(server, 'recorder', device);
    const Cookie = `${officer.headers['Cookie'] ?? ''}; ${recorder.headers['Cookie'] ?? ''}`;
    expect((await me({ ...officer.headers, Cookie })).status).toBe(200);
    expect((await me({ ...recorder.headers, Cookie })).status).toBe(200);

    const crossed = await me({ ...officer.headers, Cookie, 'X-Person': recorder.id });
    expect(crossed.status).toBe(409);
    expect(await crossed.json()).toEqual({ code: 'session/other-person' });
  });

  test('refuses a token in another slot, a made-up one, and none', async () => {
    const { headers } = await signInRole(server, 'officer');
    const token = headers['Cookie']?.split('=')[1] ?? '';
    const slot = aSlot();
    for (const refused of [
      { ...headers, 'X-Slot': slot, Cookie: `__Host-s${slot}=${token}` },
      { ...headers, Cookie: `__Host-s${headers['X-Slot'] ?? ''}=${'x'.repeat(43)}` },
      { ...headers, 'X-Slot': '../../..' },
      {},
    ]) {
      const response = await me(refused);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ code: 'session/required' });
    }
  });

  test('ends a session by signing out, after a week without use, and after a month at most', async () => {
    const out = await signInRole(server, 'officer');
    const left = await server.app.request('/api/sign-out', { method: 'POST', headers: out.headers });
    expect(left.status).toBe(204);
    expect((await me(out.headers)).status).toBe(401);

    const start = server.clock.now;
    const idle = await signInRole(server, 'officer');
    server.clock.now = start + 7 * DAY_MS;
    expect((await me(idle.headers)).status).toBe(401);

    server.clock.now = start;
    const used = await signInRole(server, 'officer');
    for (let day = 1; day < 30; day += 1) {
      server.clock.now = start + day * DAY_MS;
      expect((await me(used.headers)).status).toBe(200);
    }
    server.clock.now = start + 30 * DAY_MS;
    expect((await me(used.headers)).status).toBe(401);
  });

  test('leaves people signed in when its clock is set ten minutes forward or back', async () => {
    const officer = await signInRole(server, 'officer');
    const before = server.clock.now;
    for (const minutes of [10, -10]) {
      server.clock.now = before + minutes * 60_000;
      const answer = await server.app.request('/api/me', { headers: officer.headers }, {});
      expect([minutes, answer.status]).toEqual([minutes, 200]);
    }
    server.clock.now = before;
  });

  test("sends nothing for a session that is another device's", async () => {
    const { headers } = await signInRole(server, 'officer');
    const response = await server.app.request('/api/sync', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-ndjson' },
      body: `${JSON.stringify(['q', 2, 2, aDevice(), 0, 0, 0, 0])}\n`,
    });
    expect(response.status).toBe(401);
  });
});

describe.each(databases)('Guessing a password on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const guess = (signIn: string, device = aDevice()) =>
    post(server, '/api/sign-in', { signIn, password: 'doan-mo-doan-mo', device, slot: aSlot() });

  test('is slowed down after five failures, twice as long each time, up to a quarter of an hour', async () => {
    for (let tries = 0; tries < 5; tries += 1) expect((await guess('lan.mau')).status).toBe(401);
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const slowed = await guess('lan.mau');
      expect(slowed.status).toBe(429);
      const seconds = Number(slowed.headers.get('Retry-After'));
      expect(await slowed.json()).toEqual({ code: 'session/slow-down', seconds });
      waits.push(seconds);
      server.clock.now += seconds * 1_000;
      // The address has failures of its own; of this test only the account's are asked.
      await server.opened.database.deleteFrom('slow_down').where('key', 'like', 'address:%').execute();
      expect((await guess('lan.mau')).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  test('slows only that account down, and even its owner must wait', async () => {
    const officer = accountOf(server, 'officer');
    const { signIn, password } = officer;
    const waiting = await post(server, '/api/sign-in', { signIn, password, device: aDevice(), slot: aSlot() });
    expect(waiting.status).toBe(429);
    expect((await signInRole(server, 'leader')).id).toBe('sample-leader');
    server.clock.now += 900_000;
    expect((await signInAs(server, officer)).id).toBe('sample-officer');
    expect((await guess('lan.mau')).status).toBe(401);
  });

  test('is slowed down per device, whatever the account', async () => {
    const device = aDevice();
    for (let tries = 0; tries < 5; tries += 1) expect((await guess(`ai.do.${String(tries)}`, device)).status).toBe(401);
    expect((await guess('ai.do.khac', device)).status).toBe(429);
    expect((await guess('ai.do.khac')).status).toBe(401);
  });

  test('leaves nothing behind of made-up names once they have rested for an hour', async () => {
    const keys = async () =>
      (await server.opened.database.selectFrom('slow_down').select('key').execute()).map(({ key }) => key);
    expect((await guess('khong.co.ai')).status).toBe(401);
    await signInRole(server, 'leader');
    expect(await keys()).toContain('account:khong.co.ai');
    server.clock.now += 60 * 60_000 + 1;
    expect((await guess('vua.moi.thu')).status).toBe(401);
    await signInRole(server, 'leader');
    expect((await keys()).filter((key) => key.startsWith('account:'))).toEqual(['account:vua.moi.thu']);
  });

  test('is slowed down when tried all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('hoa.mau')));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(7);
  });
});
