import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditHash } from '#server/database/audit.ts';
import { databases } from '#tests/support/databases.ts';
import {
  aDevice,
  aSlot,
  createReplica,
  openSampleServer,
  post,
  rowsOf,
  signInAs,
  signInRole,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('An administrator on $name', (database) => {
  let server: SampleServer;
  let administrator: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    administrator = await signInRole(server, 'administrator');
  });
  afterAll(() => server.close());

  const ask = (path: string, body: unknown) => post(server, path, body, administrator.headers);

  test('adds a unit below, an agency and a person there, who signs in and sees it', async () => {
    const unit = await ask('/api/units', { name: 'Thôn Mẫu', kind: 'thôn', parent: 'sample-commune' });
    expect(unit.status).toBe(201);
    const { id }: { id: string } = await unit.json();
    const agency = await ask('/api/agencies', { unit: id, name: 'Chi hội Phụ nữ', kind: 'womens-union' });
    expect(agency.status).toBe(201);
    const { id: agencyId }: { id: string } = await agency.json();

    const added = await ask('/api/people', {
      name: 'Mai Mẫu',
      title: 'Chi hội trưởng',
      role: 'recorder',
      unit: id,
      agency: agencyId,
      signIn: 'Mai.Mẫu',
    });
    expect(added.status).toBe(201);
    const account: { signIn: string; code: string } = await added.json();
    expect(account).toMatchObject({
      role: 'recorder',
      unit: 'Thôn Mẫu',
      agency: 'Chi hội Phụ nữ',
      name: 'Mai Mẫu',
      signIn: 'mai.mau',
    });
    const password = 'mot cau chi Mai biet';
    const opened = await post(server, '/api/invitation', {
      signIn: account.signIn,
      code: account.code,
      password,
      device: aDevice(),
      slot: aSlot(),
    });
    expect(opened.status).toBe(200);

    const mai = await signInAs(server, { signIn: account.signIn, password });
    expect(mai.answer.me.scopes).toEqual(
      expect.arrayContaining([`${id}/work`, `${id}/directory`, 'sample-commune/issued', 'root/units']),
    );
    const directory = await createReplica(server, mai, `${id}/directory`).push();
    expect(rowsOf(directory).map(({ table }) => table)).toEqual(['agency', 'person']);
    const units = await createReplica(server, mai, 'root/units').push();
    expect(rowsOf(units).some(({ registers }) => registers['name']?.[0] === 'Thôn Mẫu')).toBe(true);
  });

  test('starts a new password for a person, who chooses it: the old one and all sessions hold until then', async () => {
    const leader = await signInRole(server, 'leader');
    const invited = await ask('/api/people/sample-leader/invitation', {});
    expect(invited.status).toBe(200);
    const { code }: { code: string } = await invited.json();
    const isSignedIn = async () => (await server.app.request('/api/me', { headers: leader.headers })).status === 200;
    expect(await isSignedIn()).toBe(true);
    const password = 'mot cau chi Binh biet';
    const chosen = { signIn: 'binh.mau', code, password, device: aDevice(), slot: aSlot() };
    expect((await post(server, '/api/invitation', chosen)).status).toBe(200);
    expect(await isSignedIn()).toBe(false);
    expect((await signInAs(server, { signIn: 'binh.mau', password })).id).toBe('sample-leader');
  });

  test('leaves a trail that is chained, and has no name and no figure in it', async () => {
    const trail = await server.opened.database
      .selectFrom('audit')
      .selectAll()
      .where('scope', '=', 'sample-commune/directory')
      .orderBy('n')
      .execute();
    expect(trail.map(({ n }) => n)).toEqual(trail.map((_, i) => i + 1));
    expect(trail.some(({ what, person }) => what === 'invite' && person === administrator.id)).toBe(true);
    let previous = '';
    for (const { scope, n, hash, previous: before, ...entry } of trail) {
      expect(before).toBe(previous);
      expect(hash).toBe(auditHash(previous, scope, n, entry));
      previous = hash;
    }
    expect(JSON.stringify(trail)).not.toMatch(/Mẫu|mau"/u);
  });

  test('loses every right with the account, at the next request', async () => {
    const auditor = await signInRole(server, 'auditor');
    await server.opened.database.updateTable('account').set({ closed: 1 }).where('person', '=', auditor.id).execute();
    expect((await server.app.request('/api/me', { headers: auditor.headers })).status).toBe(401);
    await server.opened.database
      .updateTable('account')
      .set({ role: 'auditor' })
      .where('person', '=', administrator.id)
      .execute();
    expect((await ask('/api/units', { name: 'x', kind: 'x', parent: 'sample-commune' })).status).toBe(403);
  });
});

describe.each(databases)('Two who add a person at once on $name', (database) => {
  test('under one sign-in name: one is added, the others are told that it is taken', async () => {
    const server = await openSampleServer(database);
    const { headers } = await signInRole(server, 'administrator');
    const person = { unit: 'sample-commune', agency: '', title: '', role: 'recorder', signIn: 'cung.mot.luc' };
    const added = await Promise.all(
      ['Lan Mẫu', 'Hoa Mẫu', 'Mai Mẫu'].map((name) => post(server, '/api/people', { ...person, name }, headers)),
    );
    expect(added.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    await server.close();
  });
});

describe.each(databases)("The sample's day on $name", (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  test('is not moved by who only records', async () => {
    const { headers } = await signInRole(server, 'recorder');
    const moved = await post(server, '/api/sample/today', { today: '2024-12-10' }, headers);
    expect([moved.status, await moved.json()]).toEqual([403, { code: 'rights/forbidden' }]);
  });

  test('is moved by who plans, leads or manages in the sample, and reaches every device', async () => {
    const leader = await signInRole(server, 'leader');
    expect((await post(server, '/api/sample/today', { today: '2024-12-09' }, leader.headers)).status).toBe(204);
    const officer = await signInRole(server, 'officer');
    expect((await post(server, '/api/sample/today', { today: '2024-12-10' }, officer.headers)).status).toBe(204);
    const rows = rowsOf(await createReplica(server, officer, 'root/units').push());
    expect(rows.find(({ id }) => id === 'sample-province')?.registers['today']?.[0]).toBe('2024-12-10');
  });

  test('is a day that exists', async () => {
    const { headers } = await signInRole(server, 'officer');
    expect((await post(server, '/api/sample/today', { today: '2024-02-30' }, headers)).status).toBe(422);
    expect((await post(server, '/api/sample/today', { today: 'x'.repeat(90) }, headers)).status).toBe(400);
  });
});
