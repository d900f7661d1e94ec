import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { fail } from '#domain/result.ts';
import { admin } from '#commands/admin.ts';
import { actorOf } from '#server/actions/describe-me.ts';
import { createExchange } from '#server/actions/exchange.ts';
import { readReceipt } from '#server/actions/read-receipt.ts';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  askSync,
  createReplica,
  exchange,
  linesOf,
  openSampleServer,
  signInRole,
  type SampleServer,
} from './test-server.ts';

const work: Scope = 'sample-commune/work';
const CODE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u;

describe.each(databases)('A receipt on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const receiptsOf = (answer: Awaited<ReturnType<typeof exchange>>) => linesOf(answer, 'k');
  const aReplica = async (role = 'officer') => {
    const person = await signInRole(server, role);
    return { person, replica: createReplica(server, person) };
  };
  const read = async (code: string) => {
    const found = await readReceipt(server.deps)(code);
    if (!found.ok) throw new Error('no such receipt');
    return found.value;
  };

  test('is told only of what was kept: not when it was undone and the scope then began a new life', async () => {
    const { person, replica } = await aReplica();
    await replica.push();
    const { storage } = server.deps;
    const undone: typeof storage.together = async (bundle, way) => {
      await storage.together(async (stores) => {
        await bundle(stores);
        return fail({ code: 'server/failed' as const });
      });
      await server.opened.database.updateTable('scope_head').set({ epoch: 'anew' }).where('scope', '=', work).execute();
      return storage.together(bundle, way);
    };
    const account = await storage.accounts.byPerson(person.id);
    if (account === undefined) throw new Error('nobody');
    const deps = { ...server.deps, storage: { ...storage, together: undone } };
    const sender = { device: person.device, person: person.id, actor: actorOf(account) };
    const broken = createExchange(deps, sender);
    expect(await broken.take(replica.lines(replica.mutation([anActivity('undone')])))).toBeUndefined();
    const lines: string[] = [];
    for await (const some of broken.answer()) lines.push(...some);
    expect(lines.filter((line) => line.startsWith('["k"'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('["h"'))).toHaveLength(1);
    await server.opened.database
      .updateTable('scope_head')
      .set({ epoch: server.epochs.get(work) ?? '' })
      .where('scope', '=', work)
      .execute();
  });

  test('ends an answer that took something, and says how much was taken and how much is held', async () => {
    const { person, replica } = await aReplica();
    const answer = await replica.push(
      replica.mutation([anActivity('told-1')]),
      replica.mutation([['activity', 'told-2', 0, { $c: true, title: 5 }]]),
      replica.mutation([anActivity('told-3')]),
    );
    const [receipt] = receiptsOf(answer);
    expect(answer.at(-1)).toEqual(receipt);
    expect(receipt?.slice(2)).toEqual([server.clock.now, 2, 1]);
    expect(receipt?.[1]).toMatch(CODE);
    const found = await read(receipt?.[1] ?? '');
    expect(found).toMatchObject({ person: person.id, device: person.device, taken: 2, held: 1, whole: true });
    expect(found.covers).toEqual([
      expect.objectContaining({ scope: work, from: 1, to: 3, taken: 2, held: 1, present: 3, sameEpoch: true }),
    ]);
  });

  test('is given once: not for a repetition, and the next one only for what is new', async () => {
    const { replica } = await aReplica();
    const first = replica.mutation([anActivity('once')]);
    const [one] = receiptsOf(await replica.push(first));
    expect(one?.[3]).toBe(1);
    expect(receiptsOf(await replica.push(first))).toEqual([]);
    expect(receiptsOf(await replica.pull())).toEqual([]);
    const [two] = receiptsOf(
      await replica.push(
        replica.mutation([anEdit('once', { place: 'a' })]),
        replica.mutation([anEdit('once', { place: 'b' })]),
      ),
    );
    expect(two?.slice(3)).toEqual([2, 0]);
    expect((await read(two?.[1] ?? '')).covers[0]).toMatchObject({ from: 2, to: 3 });
  });

  test('is given again to a device that asks, because the answer was cut', async () => {
    const { person, replica } = await aReplica();
    const [given] = receiptsOf(await replica.push(replica.mutation([anActivity('asked-again')])));
    const again = () => exchange(server, person, [replica.question(0, 1), replica.standing()]);
    expect(receiptsOf(await again())).toEqual([given]);
    server.clock.now += 1_000;
    expect(receiptsOf(await again())).toEqual([given]);
    const more = await exchange(server, person, [
      replica.question(0, 1),
      replica.standing(),
      ...replica.lines(replica.mutation([anEdit('asked-again', { place: 'a' })])).slice(2),
    ]);
    expect(receiptsOf(more).map((line) => line[3])).toEqual([1, 1]);
    expect(receiptsOf(more)[0]).toEqual(given);
  });

  test('is one for all that a request brings, however many transactions it takes', async () => {
    const { person, replica } = await aReplica();
    await replica.pull();
    const issued = createReplica(server, person, 'sample-commune/issued');
    await issued.pull();
    const edits = Array.from({ length: 300 }, (_, i) => replica.mutation([anActivity(`many-${String(i)}`)]));
    const answer = await exchange(server, person, [
      ...issued.lines(issued.mutation([['plan', 'not-mine', 0, { $c: true }]])),
      ...replica.lines(...edits).slice(1),
    ]);
    expect(receiptsOf(answer).map((line) => line.slice(3))).toEqual([[300, 1]]);
    const { covers } = await read(receiptsOf(answer)[0]?.[1] ?? '');
    expect(covers.map(({ scope, from, to }) => [scope, from, to])).toEqual([
      ['sample-commune/issued', 1, 1],
      [work, 1, 300],
    ]);
  });

  test('comes with the next answer, if the request that brought the work was cut', async () => {
    const { person, replica } = await aReplica();
    await replica.pull();
    const lines = replica.lines(
      replica.mutation([anActivity('before-the-cut')]),
      replica.mutation([anEdit('before-the-cut', { place: 'a' })]),
    );
    const text = lines.join('\n');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(text.slice(0, -5)));
      },
      pull: (controller) => {
        controller.error(new Error('the link broke'));
      },
    });
    await askSync(server, person, body);
    expect(receiptsOf(await replica.pull()).map((line) => line.slice(3))).toEqual([[1, 0]]);
  });

  test('is asked for in vain by a device that was never given one', async () => {
    const { person, replica } = await aReplica();
    expect(receiptsOf(await exchange(server, person, [replica.question(0, 1), replica.standing()]))).toEqual([]);
  });

  test('covers several scopes, and each mutation once when two answers race', async () => {
    const { person, replica } = await aReplica();
    const inbox = createReplica(server, person, 'sample-commune/issued');
    await inbox.pull();
    await replica.pull();
    const lines = [
      ...replica.lines(replica.mutation([anActivity('two-scopes')])),
      inbox.standing(),
      ...inbox.lines(inbox.mutation([['plan', 'not-mine', 0, { $c: true }]])).slice(2),
    ];
    const answers = await Promise.all([1, 2, 3].map(() => exchange(server, person, lines)));
    const given = answers.flatMap(receiptsOf);
    const covers = (await Promise.all(given.map(([, code]) => read(code)))).flatMap((one) => one.covers);
    expect(new Set(covers.map(({ scope, from, to }) => `${scope} ${String(from)}–${String(to)}`))).toEqual(
      new Set(['sample-commune/issued 1–1', `${work} 1–1`]),
    );
    expect(covers).toHaveLength(2);
    expect(given.reduce((sum, line) => sum + line[3], 0)).toBe(1);
    expect(given.reduce((sum, line) => sum + line[4], 0)).toBe(1);
  });

  test('tells when what it covers is not there any more', async () => {
    const { replica } = await aReplica();
    const [given] = receiptsOf(
      await replica.push(replica.mutation([anActivity('lost-1')]), replica.mutation([anActivity('lost-2')])),
    );
    const code = given?.[1] ?? '';
    const [covered] = (await read(code)).covers;
    await server.opened.database
      .deleteFrom('taken')
      .where('scope', '=', work)
      .where('alias', '=', covered?.alias ?? 0)
      .where('n', '=', 2)
      .execute();
    expect(await read(code)).toMatchObject({ whole: false, covers: [{ present: 1, sameEpoch: true }] });
  });

  describe('online', () => {
    const ask = async (code: string, headers: Readonly<Record<string, string>> = {}) =>
      server.app.request(`/api/receipts/${encodeURIComponent(code)}`, { headers });

    test('is shown to its person and to who supervises or administers them, and to nobody else', async () => {
      const { person, replica } = await aReplica();
      const [given] = receiptsOf(await replica.push(replica.mutation([anActivity('online')])));
      const code = given?.[1] ?? '';
      const own = await ask(code, person.headers);
      expect(own.status).toBe(200);
      expect(await own.json()).toEqual({
        code,
        at: given?.[2],
        person: person.id,
        name: expect.stringContaining('Mẫu'),
        taken: 1,
        held: 0,
        whole: true,
      });
      for (const [role, status] of [
        ['supervisor', 200],
        ['administrator', 200],
        ['leader', 404],
        ['recorder', 404],
        ['auditor', 404],
      ] as const) {
        const { headers } = await signInRole(server, role);
        expect([role, (await ask(code, headers)).status]).toEqual([role, status]);
      }
      expect((await ask(code)).status).toBe(401);
    });

    test('of somebody above is not found', async () => {
      const supervisor = await signInRole(server, 'supervisor');
      const replica = createReplica(server, supervisor, 'sample-city/work');
      const [given] = receiptsOf(
        await replica.push(replica.mutation([anActivity('above', { agency: 'sample-agency-city' })])),
      );
      const { headers } = await signInRole(server, 'administrator');
      expect((await ask(given?.[1] ?? '', supervisor.headers)).status).toBe(200);
      expect((await ask(given?.[1] ?? '', headers)).status).toBe(404);
    });

    test('is found however its code is typed, and not without one', async () => {
      const { person, replica } = await aReplica();
      const [given] = receiptsOf(await replica.push(replica.mutation([anActivity('typed')])));
      const code = given?.[1] ?? '';
      for (const typed of [code.toLowerCase(), code.replace('-', ''), code.replace('-', ' '), ` ${code} `])
        expect((await ask(typed, person.headers)).status).toBe(200);
      for (const none of ['AAAA-AAAA', '-', `${code}2`, "' OR 1=1"])
        expect((await ask(none, person.headers)).status).toBe(404);
    });
  });

  describe('on the command line', () => {
    const run = async (...args: readonly string[]) => {
      const { dataDir, databaseUrl = '' } = server.opened.settings;
      const lines: string[] = [];
      const status = await admin(['receipt', ...args], {
        print: (text) => lines.push(text),
        complain: (text) => lines.push(text),
        input: Readable.from([]),
        environment: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
        workingDir: '/',
      });
      return { status, text: lines.join('\n') };
    };

    test('is explained: whose, from which device, when, how much, and that all of it is there', async () => {
      const { person, replica } = await aReplica();
      const [given] = receiptsOf(await replica.push(replica.mutation([anActivity('shown-to-admin')])));
      const code = given?.[1] ?? '';
      const { status, text } = await run(code.toLowerCase());
      expect(status).toBe(0);
      for (const part of [code, 'lan.mau', person.device, '1', `${work}: 1–1`, 'còn đủ', 'still has every change'])
        expect(text).toContain(part);
      const json: unknown = JSON.parse((await run(code, '--json')).text);
      expect(json).toMatchObject({ code, signIn: 'lan.mau', taken: 1, held: 0, whole: true });

      await server.opened.database.deleteFrom('taken').where('scope', '=', work).execute();
      await server.opened.database.updateTable('scope_head').set({ epoch: 'anew' }).where('scope', '=', work).execute();
      const after = await run(code);
      for (const part of ['KHÔNG còn đủ', 'does NOT have all', '0/1', 'restored from a backup'])
        expect(after.text).toContain(part);
    });

    test('is said not to be there, if there is none, and asked for, if no code is given', async () => {
      expect(await run('AAAA-AAAA')).toMatchObject({ status: 2, text: expect.stringContaining('Không có biên nhận') });
      expect(await run()).toMatchObject({ status: 2, text: expect.stringContaining('CODE') });
    });
  });
});
