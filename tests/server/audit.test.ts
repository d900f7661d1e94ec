import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditCommand } from '#commands/admin/audit.ts';
import { parseSettings } from '#server/settings.ts';
import { databases } from '#tests/support/databases.ts';
import { accountOf, aDevice, aSlot, openSampleServer, post, signInRole, type SampleServer } from './test-server.ts';

interface Page {
  readonly entries: readonly {
    readonly n: number;
    readonly what: string;
    readonly name: string;
    readonly result: string;
  }[];
  readonly next: number | null;
}

const COMMUNE = 'sample-commune';
/** Where the sample's auditor is. */
const AUDITED = 'sample-city';

describe.each(databases)('The audit trail on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const read = async (role: string, query: string): Promise<Response> =>
    server.app.request(`/api/audit?${query}`, { headers: (await signInRole(server, role)).headers });
  const command = async (verb: string, ...flags: readonly string[]) => {
    let printed = '';
    const settings = parseSettings({}, '/tmp');
    if (!settings.ok) throw new Error('no settings');
    const { database: opened } = server.opened;
    const deps = {
      ...server.deps,
      database: opened,
      settings: settings.value,
      print: (text: string) => (printed += `${text}\n`),
    };
    const options = new Map([['verb', verb], ...flags.map((flag) => [flag, 'true'] as const)]);
    const done = await auditCommand.run(deps, options, Readable.from([]));
    return { done, printed };
  };

  test('is read by auditor and administrator, newest first, with names and without values', async () => {
    const { signIn } = accountOf(server, 'officer');
    const wrong = { password: 'khong phai the', device: aDevice(), slot: aSlot() };
    await post(server, '/api/sign-in', { ...wrong, signIn });
    await post(server, '/api/sign-in', { ...wrong, signIn: accountOf(server, 'auditor').signIn });
    for (const [role, unit, name] of [
      ['administrator', COMMUNE, 'Lan Mẫu'],
      ['auditor', AUDITED, accountOf(server, 'auditor').name],
    ] as const) {
      const answer = await read(role, `unit=${unit}`);
      expect(answer.status).toBe(200);
      const { entries }: Page = await answer.json();
      expect(entries.map(({ n }) => n)).toEqual(entries.map(({ n }) => n).toSorted((a, b) => b - a));
      expect(entries).toContainEqual(expect.objectContaining({ what: 'sign-in', name, result: 'refused' }));
      expect(Object.keys(entries[0] ?? {}).toSorted()).toEqual([
        'at',
        'device',
        'n',
        'name',
        'object',
        'person',
        'result',
        'what',
      ]);
    }
  });

  test('is nobody else’s to read, and of units above nobody’s', async () => {
    for (const role of ['officer', 'recorder', 'leader', 'supervisor'])
      expect([role, (await read(role, `unit=${COMMUNE}`)).status]).toEqual([role, role === 'supervisor' ? 404 : 403]);
    expect((await read('administrator', 'unit=sample-province')).status).toBe(404);
    expect((await read('auditor', `unit=${COMMUNE}`)).status).toBe(404);
    expect((await read('auditor', 'unit=nowhere')).status).toBe(404);
    expect((await read('auditor', '')).status).toBe(400);
    expect((await read('auditor', `unit=${AUDITED}&unit=${AUDITED}`)).status).toBe(400);
  });

  test('comes page by page, and none twice', async () => {
    for (let n = 0; n < 60; n += 1) await signInRole(server, 'leader');
    const administrator = await signInRole(server, 'administrator');
    const seen: number[] = [];
    let before: number | null = 999_999_999_999_999;
    while (before !== null) {
      const answer = await server.app.request(`/api/audit?unit=${COMMUNE}&before=${String(before)}`, {
        headers: administrator.headers,
      });
      const page: Page = await answer.json();
      seen.push(...page.entries.map(({ n }) => n));
      before = page.next;
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => seen.length - i));
    expect(seen.length).toBeGreaterThan(60);
  });

  test('is verified by its chains, and exported an entry a line', async () => {
    const { done, printed } = await command('verify', 'json');
    expect(done.ok).toBe(true);
    expect(printed).toBe('');
    const { ok, trails } = JSON.parse(done.ok ? done.value : '') as {
      ok: boolean;
      trails: { scope: string; entries: number; head: string }[];
    };
    expect(ok).toBe(true);
    const own = trails.find(({ scope }) => scope === `${COMMUNE}/directory`);
    expect(own?.head).toMatch(/^[\w-]{43}$/u);

    const exported = await command('export');
    const lines = exported.printed.trimEnd().split('\n');
    expect(lines.filter((line) => line.includes(`"scope":"${COMMUNE}/directory"`))).toHaveLength(own?.entries ?? -1);
    expect(exported.printed).not.toMatch(/Lan Mẫu|argon2/u);
  });

  test.each([
    ['changed', { what: 'sign-out' }],
    ['said of another', { person: 'nobody' }],
    ['dated otherwise', { at: 1 }],
  ])('shows an entry that was %s', async (_, fields) => {
    const scope = `${COMMUNE}/directory`;
    const { database: opened } = server.opened;
    const whole = await opened
      .selectFrom('audit')
      .selectAll()
      .where('scope', '=', scope)
      .where('n', '=', 5)
      .executeTakeFirstOrThrow();
    await opened.updateTable('audit').set(fields).where('scope', '=', scope).where('n', '=', 5).execute();
    const { done } = await command('verify');
    expect(done).toEqual({ ok: false, problem: expect.stringContaining(`${scope}: 5`) });
    await opened.updateTable('audit').set(whole).where('scope', '=', scope).where('n', '=', 5).execute();
    expect((await command('verify')).done.ok).toBe(true);
  });

  test('shows an entry that was taken out', async () => {
    const scope = `${COMMUNE}/directory`;
    await server.opened.database.deleteFrom('audit').where('scope', '=', scope).where('n', '=', 7).execute();
    const { done } = await command('verify');
    expect(done).toEqual({ ok: false, problem: expect.stringContaining(`${scope}: 8`) });
  });
});
