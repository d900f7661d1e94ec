import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import type { StoredRecord } from '#sync/merge.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  anEdit,
  askSync,
  createReplica,
  exchange,
  linesOf,
  openSampleServer,
  rowsOf,
  signInRole,
  WORK,
  type SampleServer,
} from './test-server.ts';

const everyRecord = async ({ deps }: SampleServer): Promise<readonly StoredRecord[]> =>
  (await deps.storage.ledger.page(WORK, 0, 100_000)).records;

const digestOf = (records: readonly StoredRecord[]): number =>
  records
    .flatMap(({ table, id, registers }) =>
      Object.entries(registers).map(([field, [value, ms, ctr, alias]]) =>
        digestOfRegister(table, id, field, [value, ms, ctr, alias]),
      ),
    )
    .reduce(addDigests, 0);

describe.each(databases)('The sync door on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const stored = async (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const valueOf = async (id: string, field: string) => (await stored(id))?.registers[field]?.[0];

  test('gives a new device everything, group by group, and a digest to check it with', async () => {
    const officer = await signInRole(server, 'officer');
    const lines = await createReplica(server, officer).push();
    const records = await everyRecord(server);
    expect(records.length).toBeGreaterThan(50);
    expect(linesOf(lines, 'e')).toEqual([['e', records.at(-1)?.seq, digestOf(records)]]);
    expect(linesOf(lines, 'c').at(-1)).toEqual(['c', records.at(-1)?.seq]);
    expect(rowsOf(lines).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
  });

  test('stores a mutation and gives it to another device', async () => {
    const officer = await signInRole(server, 'officer');
    const one = createReplica(server, officer);
    const answer = await one.push(one.mutation([anActivity('shown', { title: 'Lễ phát động' })]));
    expect(acknowledged(answer)).toBe(1);
    const rows = rowsOf(await createReplica(server, await signInRole(server, 'leader')).push());
    expect(rows.find(({ id }) => id === 'shown')?.registers['title']?.[0]).toBe('Lễ phát động');
  });

  test('takes 500 mutations at once, of any scopes, and the others when they are sent again', async () => {
    const officer = await signInRole(server, 'officer');
    const one = createReplica(server, officer);
    await one.push();
    const mutations = Array.from({ length: 503 }, (_, n) => one.mutation([anActivity(`many-${String(n)}`)]));
    const long = JSON.stringify(['p', 500, mutations[499]?.h, 0, 9_999, 'a part of a line']);
    const lines = one.lines(...mutations);
    // A slice and the mutation that it is of are one.
    const answer = await exchange(server, officer, [...lines.slice(0, 501), long, ...lines.slice(501)]);
    expect(acknowledged(answer)).toBe(500);
    expect(await stored('many-500')).toBeUndefined();
    expect(acknowledged(await one.push(...mutations.slice(500)))).toBe(503);
    expect(await valueOf('many-502', 'title')).toBe('Treo băng rôn');
  });

  test('applies what comes twice only once', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const mutation = replica.mutation([anActivity('twice')]);
    await replica.push(mutation);
    const before = await stored('twice');
    expect(acknowledged(await replica.push(mutation))).toBe(1);
    expect(await stored('twice')).toEqual(before);
  });

  test('stops at a gap, and takes the rest when the missing one comes', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const [first, second, third] = ['gap-1', 'gap-2', 'gap-3'].map((id) => replica.mutation([anActivity(id)]));
    if (!first || !second || !third) throw new Error('unreachable');
    expect(acknowledged(await replica.push(first, third))).toBe(1);
    expect(await stored('gap-3')).toBeUndefined();
    expect(acknowledged(await replica.push(second, third))).toBe(3);
    expect(await stored('gap-3')).toBeDefined();
  });

  test('keeps edits of different fields by two people, and says in history who changed what', async () => {
    const officer = await signInRole(server, 'officer');
    const recorder = await signInRole(server, 'recorder');
    const [one, two] = [createReplica(server, officer), createReplica(server, recorder)];
    await one.push(one.mutation([anActivity('both', { 'partners/sample-agency-womens-union': true })]));
    await Promise.all([
      one.push(one.mutation([anEdit('both', { place: 'Nhà văn hóa' })])),
      two.push(two.mutation([anEdit('both', { female: 40 })])),
    ]);
    expect(await valueOf('both', 'place')).toBe('Nhà văn hóa');
    expect(await valueOf('both', 'female')).toBe(40);

    const response = await server.app.request(`/api/history?scope=${encodeURIComponent(WORK)}&table=activity&id=both`, {
      headers: officer.headers,
    });
    const { entries }: { entries: { field: string; person: string; before: unknown; after: unknown }[] } =
      await response.json();
    expect(entries.find(({ field }) => field === 'female')).toMatchObject({
      person: recorder.id,
      before: null,
      after: 40,
    });
    expect(entries.find(({ field }) => field === 'place')).toMatchObject({ person: officer.id });
  });

  test('sends a device that is up to date only what changed since', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const [end] = linesOf(await replica.push(replica.mutation([anActivity('since', { title: 'Cũ' })])), 'e');
    const done = end?.[1] ?? 0;
    await replica.push(replica.mutation([anEdit('since', { title: 'Mới' })]));
    const rows = rowsOf(await replica.pull({ done }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ table: 'activity', id: 'since', seq: done + 1, full: false });
    expect(Object.keys(rows[0]?.registers ?? {})).toEqual(['title']);
  });

  test('replaces a stamp from the future, and never stores it', async () => {
    const replica = createReplica(server, await signInRole(server, 'officer'));
    const future = server.clock.now + 86_400_000;
    await replica.push(
      replica.mutation([anActivity('future', { title: 'một' })], future),
      replica.mutation([anEdit('future', { title: 'hai' })], future + 1),
    );
    const register = (await stored('future'))?.registers['title'];
    expect(register?.[0]).toBe('hai');
    expect(register?.[1]).toBeLessThanOrEqual(server.clock.now + 60_000);
  });

  test('allots numbers without a gap to devices that push at the same time', async () => {
    const people = await Promise.all(['officer', 'officer', 'recorder'].map((role) => signInRole(server, role)));
    const before = (await server.deps.storage.ledger.head(WORK))?.seq ?? 0;
    const pushes = people.flatMap((person, who) => {
      const replica = createReplica(server, person);
      const own = { agency: who === 2 ? 'sample-agency-womens-union' : 'sample-agency-commune' };
      return Array.from({ length: 10 }, (_, i) =>
        replica.mutation([
          anActivity(`race-${String(who)}-${String(i)}-a`, own),
          anActivity(`race-${String(who)}-${String(i)}-b`, own),
        ]),
      ).map((mutation, i, all) => () => replica.push(...all.slice(0, i + 1), mutation));
    });
    await Promise.all(pushes.map((push) => push()));

    const records = (await everyRecord(server)).filter(({ id }) => id.startsWith('race-'));
    const head = await server.deps.storage.ledger.head(WORK);
    expect(records).toHaveLength(60);
    expect(head?.seq).toBe(before + 60);
    expect(records.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, i) => before + 1 + i),
    );
    expect(head?.digest).toBe(digestOf(await everyRecord(server)));
  });

  test('numbers history as it numbers records', async () => {
    const rows = await server.opened.database
      .selectFrom('history')
      .select('seq')
      .distinct()
      .where('scope', '=', WORK)
      .orderBy('seq')
      .execute();
    const head = await server.deps.storage.ledger.head(WORK);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: head?.seq ?? 0 }, (_, i) => i + 1));
  });

  test('gives every life of a scope an epoch of its own, also to one that a restored backup forgot', async () => {
    const officer = await signInRole(server, 'officer');
    const { database: opened } = server.opened;
    const epochs = (await opened.selectFrom('scope_head').select('epoch').execute()).map(({ epoch }) => epoch);
    expect(epochs.length).toBeGreaterThan(2);
    expect(new Set(epochs).size).toBe(epochs.length);

    const inbox = 'sample-commune/inbox';
    const replica = createReplica(server, officer, inbox);
    const ask = async () => linesOf(await replica.pull(), 'h')[0];
    const [, , alias = 0, epoch = ''] = (await ask()) ?? [];
    expect(await ask()).toMatchObject({ 2: alias, 3: epoch });
    await opened.deleteFrom('dev').where('scope', '=', inbox).execute();
    await opened.deleteFrom('scope_head').where('scope', '=', inbox).execute();
    const forgotten = await ask();
    expect(forgotten?.[3]).not.toBe(epoch);
    expect(await ask()).toMatchObject({ 2: forgotten?.[2], 3: forgotten?.[3] });
  });

  test('takes nothing under another epoch, and tells the right one', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const mutation = replica.mutation([anActivity('other-epoch')]);
    for (const epoch of ['', 'another']) {
      const lines = [replica.question(), replica.standing({ epoch }), lineOfMutation(mutation)];
      const [header] = linesOf(await exchange(server, officer, lines), 'h');
      expect(header).toMatchObject({ 3: server.epochs.get(WORK), 5: 0 });
    }
    expect(await stored('other-epoch')).toBeUndefined();
    expect(acknowledged(await replica.push(mutation))).toBe(1);
  });

  test('compresses in pieces that can each be read', async () => {
    const officer = await signInRole(server, 'officer');
    const body = `${createReplica(server, officer).lines().join('\n')}\n`;
    const plain = await (await askSync(server, officer, body)).text();
    const packed = await askSync(server, officer, body, { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).text()).toBe(plain);
  });

  describe('answers "gone" for a scope that may not be read, and takes nothing for it', () => {
    test.each([
      ['the auditor', 'auditor', WORK],
      ['the officer', 'officer', 'sample-city/work'],
      ['the officer', 'officer', 'nowhere/work'],
      ['the supervisor, who asks for it online', 'supervisor', WORK],
    ] as const)('%s (%s, %s)', async (_who, role, scope) => {
      const replica = createReplica(server, await signInRole(server, role), scope);
      const answer = await replica.push(replica.mutation([anActivity('gone')]));
      expect(answer.filter(([kind]) => kind !== 'l')).toEqual([['g', scope, 'rights/not-found']]);
      expect(await server.deps.storage.ledger.record(WORK, { table: 'activity', id: 'gone' })).toBeUndefined();
      expect(await server.deps.storage.ledger.head('nowhere/work')).toBeUndefined();
    });
  });
});
