import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  openSampleServer,
  signInRole,
  WORK,
  type SampleServer,
} from './test-server.ts';

interface Page {
  readonly entries: readonly {
    readonly seq: number;
    readonly field: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly used: boolean;
    readonly person: string;
  }[];
  readonly next: number | null;
}

describe.each(databases)('History on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const aReader = async () => {
    const officer = await signInRole(server, 'officer');
    const ask = async (id: string, before = ''): Promise<Page> => {
      const query = new URLSearchParams({ scope: WORK, table: 'activity', id, ...(before === '' ? {} : { before }) });
      const response = await server.app.request(`/api/history?${query.toString()}`, { headers: officer.headers });
      expect(response.status).toBe(200);
      return response.json();
    };
    return { officer, ask, replica: createReplica(server, officer) };
  };

  test('of a short life is one page, newest first', async () => {
    const { ask, replica } = await aReader();
    await replica.push(
      replica.mutation([anActivity('short')]),
      replica.mutation([anEdit('short', { place: 'Nhà văn hóa' })]),
    );
    const { entries, next } = await ask('short');
    expect(entries[0]).toMatchObject({ field: 'place', before: null, after: 'Nhà văn hóa' });
    expect(entries.length).toBeGreaterThan(5);
    expect(next).toBeNull();
    expect(await ask('never-there')).toEqual({ entries: [], next: null });
  });

  test('has also what came late and was not used, beside what it lost to; and what was said twice, once', async () => {
    const { officer, ask, replica: phone } = await aReader();
    await phone.push(phone.mutation([anActivity('late')]));
    const tablet = createReplica(server, await signInRole(server, 'officer'));
    await tablet.push(tablet.mutation([anEdit('late', { narrative: 'Ghi lúc 11 giờ' })], server.clock.now + 7_000));
    await phone.push(
      phone.mutation([anEdit('late', { narrative: 'Ghi lúc 10 giờ' })], server.clock.now + 5_000),
      phone.mutation([anEdit('late', { narrative: 'Ghi lúc 10 giờ 5', place: 'Chợ' })], server.clock.now + 6_000),
      phone.mutation([anEdit('late', { narrative: 'Ghi lúc 11 giờ' })], server.clock.now + 6_500),
    );
    const { entries } = await ask('late');
    expect(entries.filter(({ field }) => field === 'narrative').map(({ after, used }) => [after, used])).toEqual([
      ['Ghi lúc 11 giờ', true],
      ['Ghi lúc 10 giờ', false],
      ['Ghi lúc 10 giờ 5', false],
    ]);
    const lost = entries.filter(({ used }) => !used);
    const [stands] = entries.filter(({ field, used }) => field === 'narrative' && used);
    for (const { before, seq, person } of lost)
      expect([before, seq, person]).toEqual(['Ghi lúc 11 giờ', stands?.seq, officer.id]);
    expect(entries.find(({ field }) => field === 'place')).toMatchObject({ after: 'Chợ', used: true });
  });

  test('of a long life comes page by page, each change once, and all of one change on one page', async () => {
    const { ask, replica } = await aReader();
    const tasks = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`tasks/t${String(i)}`, true]));
    await replica.push(replica.mutation([anActivity('long', tasks)]));
    for (let round = 0; round < 12; round += 1) {
      const values = Object.fromEntries(Object.keys(tasks).map((task) => [task, round % 2 === 1 ? true : null]));
      await replica.push(replica.mutation([anEdit('long', values)]));
    }
    const seen: Page['entries'][number][] = [];
    let before = '';
    let pages = 0;
    do {
      const page = await ask('long', before);
      seen.push(...page.entries);
      before = page.next === null ? '' : String(page.next);
      pages += 1;
    } while (before !== '');
    expect(pages).toBeGreaterThan(1);
    expect(seen).toHaveLength(36 + 12 * 30);
    expect(new Set(seen.map(({ seq, field }) => `${String(seq)} ${field}`)).size).toBe(seen.length);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).sort((a, b) => b - a));
  });

  test('of one change that is longer than a page is one page', async () => {
    const { ask, replica } = await aReader();
    const tasks = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`tasks/t${String(i)}`, true]));
    await replica.push(replica.mutation([anActivity('wide', tasks)]));
    const { entries, next } = await ask('wide');
    expect(entries).toHaveLength(256);
    expect(await ask('wide', String(next))).toEqual({ entries: [], next: null });
  });

  test('of a counter says what a person has added, not how it is stored', async () => {
    const { ask, officer } = await aReader();
    const entry = { table: 'activity', id: 'counted', person: officer.id, alias: 7, at: server.clock.now };
    await server.deps.storage.ledger.change(WORK, (locked) =>
      locked.keepHistory([
        { ...entry, seq: 900_001, n: 1, isUsed: true, field: '+copies/7', before: undefined, after: [3, 1] },
        { ...entry, seq: 900_002, n: 2, isUsed: true, field: '+copies/7', before: [3, 1], after: [8, 2] },
      ]),
    );
    expect((await ask('counted')).entries).toMatchObject([
      { field: '+copies', before: 3, after: 8 },
      { field: '+copies', before: 0, after: 3 },
    ]);
  });

  test('is asked for by a number or not at all', async () => {
    const { officer } = await aReader();
    const ask = (before: string) =>
      server.app.request(`/api/history?scope=${encodeURIComponent(WORK)}&table=activity&id=x&${before}`, {
        headers: officer.headers,
      });
    for (const bad of ['before=-1', 'before=x', 'before=1&before=2', 'before='])
      expect((await ask(bad)).status).toBe(400);
    expect((await ask('before=1')).status).toBe(200);
  });
});
