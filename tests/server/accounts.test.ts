import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scopeOf } from '#domain/scope.ts';
import { COMMAND_LINE, setPassword } from '#server/actions/administration.ts';
import type { Account } from '#server/actions/ports.ts';
import { signIn as signInAction } from '#server/actions/sign-in.ts';
import { browserLabel } from '#server/http/browser-label.ts';
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
  type SignedPerson,
} from './test-server.ts';

const DAY_MS = 86_400_000;
const COMMUNE = 'sample-commune';
const PHONE =
  'Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';

interface Place {
  readonly device?: string;
  readonly label: string;
  readonly own: boolean;
}
interface Seen {
  readonly id: string;
  readonly closed: boolean;
  readonly invitedUntil: number | null;
  readonly places: readonly Place[];
}

describe.each(databases)('Accounts on $name', (database) => {
  let server: SampleServer;
  let administrator: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    administrator = await signInRole(server, 'administrator');
  });
  // Wrong tries of one test slow nobody down in the next.
  beforeEach(() => {
    server.clock.now += 3_600_001;
  });
  afterAll(() => server.close());

  const get = (path: string, { headers }: SignedPerson) => server.app.request(path, { headers });
  const isSignedIn = async (person: SignedPerson) => (await get('/api/me', person)).status === 200;
  const accept = (body: object, headers = {}) =>
    post(server, '/api/invitation', { device: aDevice(), slot: aSlot(), ...body }, headers);
  const inviteTo = async (person: string): Promise<{ code: string; expires: number }> => {
    const invited = await post(server, `/api/people/${person}/invitation`, {}, administrator.headers);
    expect(invited.status).toBe(200);
    return invited.json();
  };
  const peopleIn = async (unit: string): Promise<readonly Seen[]> => {
    const answer = await get(`/api/people?unit=${unit}`, administrator);
    expect(answer.status).toBe(200);
    const { people }: { people: readonly Seen[] } = await answer.json();
    return people;
  };
  const seen = async (person: string) => (await peopleIn(COMMUNE)).find(({ id }) => id === person);
  const accountFor = async (name: string): Promise<Account> => {
    const found = await server.deps.storage.accounts.bySignIn(name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const trail = async (what: string) =>
    server.opened.database
      .selectFrom('audit')
      .select(['person', 'object', 'result'])
      .where('scope', '=', scopeOf(COMMUNE, 'directory'))
      .where('what', '=', what)
      .execute();

  describe('An invitation', () => {
    let signIn = '';
    let code = '';
    let expires = 0;
    let made = 0;
    let id = '';
    beforeAll(async () => {
      made = server.clock.now;
      const added = await post(
        server,
        '/api/people',
        { name: 'Cúc Mẫu', title: '', role: 'recorder', unit: COMMUNE, agency: '', signIn: 'cuc.mau' },
        administrator.headers,
      );
      ({ signIn, code, expires, id } = await added.json());
    });

    test('is a code of 40 bits for a week, and nobody learns a password', async () => {
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
      expect(expires - made).toBe(7 * DAY_MS);
      const kept = await server.opened.database.selectFrom('invitation').selectAll().execute();
      expect(JSON.stringify(kept)).not.toContain(code.replace('-', ''));
      expect(await seen(id)).toMatchObject({ closed: false, invitedUntil: expires, places: [] });
    });

    test('is refused alike with a wrong code and with an unknown name, and by the code as a password', async () => {
      for (const wrong of [
        { signIn, code: 'AAAA-2222' },
        { signIn: 'khong.co', code },
      ]) {
        const answer = await accept({ ...wrong, password: 'bon con cho gay' });
        expect(answer.status).toBe(401);
        expect(await answer.json()).toEqual({ code: 'account/wrong-code' });
      }
      const asPassword = { signIn, password: code, device: aDevice(), slot: aSlot() };
      expect((await post(server, '/api/sign-in', asPassword)).status).toBe(401);
    });

    test('is not spent by a password that is too weak', async () => {
      const short = await accept({ signIn, code, password: 'ngan' });
      expect([short.status, await short.json()]).toEqual([422, { code: 'account/password-too-short', min: 10 }]);
      const own = await accept({ signIn, code, password: 'cucmau2024' });
      expect([own.status, await own.json()]).toEqual([422, { code: 'account/password-too-common' }]);
    });

    test('opens the account once, however it is typed, with the password that the person chose', async () => {
      const password = 'bon con cho gay';
      const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
      const opened = await accept({ signIn: 'CÚC.MẪU', code: typed, password }, { 'User-Agent': PHONE });
      expect(opened.status).toBe(200);
      const { me }: { me: { id: string } } = await opened.json();
      expect(me.id).toBe(id);
      expect(opened.headers.get('Set-Cookie')).toMatch(/^__Host-s.{8}=[\w-]{43};/u);
      expect(await seen(id)).toMatchObject({ invitedUntil: null, places: [{ label: 'Chrome · Android' }] });

      expect((await accept({ signIn, code, password })).status).toBe(401);
      expect((await signInAs(server, { signIn, password })).id).toBe(id);
      expect(await trail('accept-invitation')).toContainEqual({ person: id, object: id, result: 'done' });
    });

    test('lets one in of two who use it at the same moment', async () => {
      const again = await inviteTo(id);
      const both = await Promise.all(
        ['mot hai ba bon nam', 'sau bay tam chin muoi'].map((password) =>
          accept({ signIn, code: again.code, password }),
        ),
      );
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    });

    test('is worth nothing after a week, after a newer one, and to a closed account', async () => {
      const password = 'bon con cho gay';
      const old = await inviteTo(id);
      const newer = await inviteTo(id);
      expect((await accept({ signIn, code: old.code, password })).status).toBe(401);

      server.clock.now = newer.expires;
      expect((await accept({ signIn, code: newer.code, password })).status).toBe(401);
      administrator = await signInRole(server, 'administrator');

      const last = await inviteTo(id);
      await post(server, `/api/people/${id}/closed`, { closed: true }, administrator.headers);
      expect((await accept({ signIn, code: last.code, password })).status).toBe(401);
      await post(server, `/api/people/${id}/closed`, { closed: false }, administrator.headers);
    });

    test('gives no key to what the person has on a device, whose name somebody might know', async () => {
      const officer = await signInRole(server, 'officer');
      await server.app.request('/api/recovery', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', ...officer.headers },
        body: JSON.stringify({ key: 'k'.repeat(43) }),
      });
      const { code: theirs } = await inviteTo(officer.id);
      const opened = await accept({
        signIn: 'lan.mau',
        code: theirs,
        password: 'sau con vit con',
        device: officer.device,
      });
      expect(opened.status).toBe(200);
      expect(await opened.json()).toMatchObject({ recoveryKey: null });
      await setPassword(server.deps, COMMAND_LINE, await accountFor('lan.mau'), accountOf(server, 'officer').password);
    });

    test('is nobody’s own to give: an open session is not enough for another password', async () => {
      const own = await post(server, `/api/people/${administrator.id}/invitation`, {}, administrator.headers);
      expect([own.status, await own.json()]).toEqual([409, { code: 'account/own' }]);
    });

    test('that was made while the account was closed is worth nothing when it opens again', async () => {
      const close = (closed: boolean) => post(server, `/api/people/${id}/closed`, { closed }, administrator.headers);
      await close(true);
      const { code: later } = await inviteTo(id);
      await close(false);
      expect((await accept({ signIn, code: later, password: 'bay con ngong trang' })).status).toBe(401);
    });

    test('is slowed down when codes are tried', async () => {
      const device = aDevice();
      const tries = [];
      for (let n = 0; n < 7; n += 1)
        tries.push((await accept({ signIn: 'thu.ma', code: 'AAAA-2222', password: 'x', device })).status);
      expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
      expect(tries.at(-1)).toBe(429);
    });
  });

  describe('A person', () => {
    const change = (person: SignedPerson, body: object) => post(server, '/api/account/password', body, person.headers);

    test('sees where they are signed in, by browser and system, and which place is this one', async () => {
      const here = await signInRole(server, 'leader');
      const there = await signInRole(server, 'leader');
      const { signIn, places }: { signIn: string; places: readonly Place[] } = await (
        await get('/api/account', here)
      ).json();
      expect(signIn).toBe('binh.mau');
      expect(places.map(({ device, own }) => [device, own])).toEqual(
        expect.arrayContaining([
          [here.device, true],
          [there.device, false],
        ]),
      );
      expect(JSON.stringify(places)).not.toMatch(/token/iu);
    });

    test('is in one place once, however often they sign in there', async () => {
      const first = await signInRole(server, 'leader');
      const again = await signInRole(server, 'leader', first.device);
      expect(await Promise.all([first, again].map(isSignedIn))).toEqual([false, true]);
    });

    test('keeps out whoever signs in with the old password while it is changed', async () => {
      const { signIn: name, password } = accountOf(server, 'leader');
      const slow = {
        ...server.deps.secrets,
        verifyPassword: async (hash: string, typed: string) => {
          const isRight = await server.deps.secrets.verifyPassword(hash, typed);
          await setPassword(server.deps, COMMAND_LINE, await accountFor(name), 'tam con de nui');
          return isRight;
        },
      };
      const where = { device: aDevice(), slot: aSlot(), label: '', address: 'here' };
      const tried = await signInAction({ ...server.deps, secrets: slow })({ signIn: name, password, ...where });
      expect(tried).toEqual({ ok: false, problem: { code: 'session/wrong-sign-in' } });
      await setPassword(server.deps, COMMAND_LINE, await accountFor(name), password);
    });

    test('ends one of their places, or all others, and never those of somebody else', async () => {
      const here = await signInRole(server, 'leader');
      const lost = await signInRole(server, 'leader');
      const third = await signInRole(server, 'leader');
      const officer = await signInRole(server, 'officer');
      const end = (body: object) => post(server, '/api/account/sessions/end', body, here.headers);

      expect((await end({ device: lost.device })).status).toBe(204);
      expect(await Promise.all([here, lost, third].map(isSignedIn))).toEqual([true, false, true]);
      expect((await end({ device: officer.device })).status).toBe(204);
      expect(await isSignedIn(officer)).toBe(true);
      expect((await end({})).status).toBe(204);
      expect(await Promise.all([here, third, officer].map(isSignedIn))).toEqual([true, false, true]);
      expect((await trail('end-sessions')).map(({ person }) => person)).toEqual(Array(3).fill(here.id));
    });

    test('changes their password with the present one, which ends their other sessions', async () => {
      const { signIn, password } = accountOf(server, 'leader');
      const here = await signInRole(server, 'leader');
      const there = await signInRole(server, 'leader');
      const wrong = await change(here, { current: 'khong phai the nay', chosen: 'nam con ga trong' });
      expect([wrong.status, await wrong.json()]).toEqual([403, { code: 'account/wrong-password' }]);
      const weak = await change(here, { current: password, chosen: '12345678910' });
      expect(weak.status).toBe(422);
      expect(await isSignedIn(there)).toBe(true);

      expect((await change(here, { current: password, chosen: 'nam con ga trong' })).status).toBe(204);
      expect(await Promise.all([here, there].map(isSignedIn))).toEqual([true, false]);
      expect((await post(server, '/api/sign-in', { signIn, password, device: aDevice(), slot: aSlot() })).status).toBe(
        401,
      );
      await signInAs(server, { signIn, password: 'nam con ga trong' });
    });

    test('is slowed down when the present password is guessed', async () => {
      const officer = await signInRole(server, 'officer');
      const answers = [];
      for (let n = 0; n < 7; n += 1)
        answers.push((await change(officer, { current: 'doan', chosen: 'nam con ga trong' })).status);
      expect(answers.at(-1)).toBe(429);
    });
  });

  describe('An administrator', () => {
    test('sees the accounts of the own unit and below, and no others', async () => {
      expect((await peopleIn(COMMUNE)).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['sample-officer', 'sample-leader', 'sample-recorder']),
      );
      expect((await get('/api/people?unit=sample-province', administrator)).status).toBe(404);
      expect((await get('/api/people?unit=none', administrator)).status).toBe(404);
      expect((await get('/api/people', administrator)).status).toBe(400);
      const officer = await signInRole(server, 'officer');
      expect((await get(`/api/people?unit=${COMMUNE}`, officer)).status).toBe(403);
    });

    test('ends all sessions of a person, or those of one phone', async () => {
      const [one, other] = [await signInRole(server, 'recorder'), await signInRole(server, 'recorder')];
      const end = (body: object) => post(server, `/api/people/${one.id}/sessions/end`, body, administrator.headers);
      expect((await end({ device: one.device })).status).toBe(204);
      expect(await Promise.all([one, other].map(isSignedIn))).toEqual([false, true]);
      expect((await end({})).status).toBe(204);
      expect(await isSignedIn(other)).toBe(false);
    });

    test('closes an account, which ends its sessions and lets nobody in, and opens it again', async () => {
      const recorder = await signInRole(server, 'recorder');
      const close = (closed: boolean) =>
        post(server, `/api/people/${recorder.id}/closed`, { closed }, administrator.headers);
      expect((await close(true)).status).toBe(204);
      expect(await isSignedIn(recorder)).toBe(false);
      const { signIn, password } = accountOf(server, 'recorder');
      const refused = await post(server, '/api/sign-in', { signIn, password, device: aDevice(), slot: aSlot() });
      expect([refused.status, await refused.json()]).toEqual([401, { code: 'session/wrong-sign-in' }]);
      expect(await seen(recorder.id)).toMatchObject({ closed: true, places: [] });
      expect((await close(false)).status).toBe(204);
      await signInRole(server, 'recorder');
      expect(await trail('close-account')).toContainEqual({
        person: administrator.id,
        object: recorder.id,
        result: 'done',
      });
    });

    test('does not close their own account', async () => {
      const own = await post(server, `/api/people/${administrator.id}/closed`, { closed: true }, administrator.headers);
      expect([own.status, await own.json()]).toEqual([409, { code: 'account/own' }]);
      expect(await isSignedIn(administrator)).toBe(true);
    });
  });
});

test.each([
  [PHONE, 'Chrome · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1',
    'Safari · iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0 Safari/537.36 Edg/156.0', 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 12) Chrome/120.0 Mobile Safari/537.36 Zalo android/24', 'Zalo · Android'],
  ['<script>alert(1)</script>', ''],
  [undefined, ''],
])('A browser that calls itself %s is shown as "%s"', (userAgent, label) => {
  expect(browserLabel(userAgent)).toBe(label);
});
