/**
 * What one person's ids are worth in another's hands. The matrix asks for them in every role and relation; here are those of
 * colleagues, who may do much of the same in their own name, and of files.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '#domain/scope.ts';
import { fileCipher } from '#client/vault/file-cipher.ts';
import { roles } from '#commands/rights/cases.ts';
import { readFile, type Bytes } from '#sync/exchange-file.ts';
import { openReply, sealRequest } from '#sync/sealed-file.ts';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  askSync,
  createNumbering,
  createReplica,
  forkedAt,
  linesOf,
  refusalsOf,
  type SignedPerson,
} from '../test-server.ts';
import { done } from '../three-communes.ts';
import { changesBetween, dumpOf, openRightsWorld, type RightsWorld } from './world.ts';

const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'base64url'));

describe.each(databases)("Somebody else's ids, on $name,", (database) => {
  let world: RightsWorld;
  beforeAll(async () => {
    world = await openRightsWorld(database);
  });
  afterAll(() => world.close());

  const expectNoChange = async (ask: () => Promise<Response>, status: number, code: string) => {
    const before = await dumpOf(world.server);
    const response = await ask();
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
    expect(changesBetween(before, await dumpOf(world.server))).toEqual([]);
  };
  const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

  test("of a device do not let its session be another's", async () => {
    const { server, residents, askers } = world;
    const { officer } = residents.own;
    const theirs = createNumbering(server.clock, officer, { scope: scopeOf(residents.own.unit, 'work') });
    const body = textOf([theirs.question(), theirs.standing()]);
    await expectNoChange(() => askSync(server, askers.officer.person, body), 401, 'session/required');
  });

  test('of a life of a replica begin a life of their own under it, and leave the other as it was', async () => {
    const { server, residents, askers } = world;
    const { unit, officer, token, agency } = residents.own;
    const scope = scopeOf(unit, 'work');
    const mine = createReplica(server, askers.officer.person, scope, { token });
    const answer = await mine.push(mine.mutation([anActivity('by-another', { agency: world.agency })]));
    expect([refusalsOf(answer), forkedAt(answer)]).toEqual([[], 0]);

    const theirs = createReplica(server, officer, scope, { token });
    // What they sent when the world was made: the numbers are theirs alone.
    const standing = await theirs.pull();
    expect(linesOf(standing, 'h')[0]?.[5]).toBe(2);
    expect(linesOf(standing, 'h')[0]?.[2]).not.toBe(linesOf(answer, 'h')[0]?.[2]);
    expect(agency).not.toBe(world.agency);
  });

  test('of a record elsewhere name nothing in the own unit, and nothing there changes', async () => {
    const { server, residents, askers } = world;
    const { unit } = residents.sibling;
    const mine = createReplica(server, askers.officer.person, scopeOf(residents.own.unit, 'work'));
    const read = () =>
      server.deps.storage.ledger.record(scopeOf(unit, 'work'), { table: 'activity', id: `activity-${unit}` });
    const before = await read();
    const answer = await mine.push(mine.mutation([anEdit(`activity-${unit}`, { title: 'Của người khác' })]));
    expect(refusalsOf(answer)).toEqual([[1, 'sync/record-gone']]);
    expect(await read()).toEqual(before);
  });

  test('of a receipt are worth something to themselves', async () => {
    const { server, residents, askers } = world;
    const ask = (person: SignedPerson) =>
      Promise.resolve(server.app.request(`/api/receipts/${residents.own.receipt}`, { headers: person.headers }, {}));
    expect((await ask(residents.own.officer)).status).toBe(200);
    await expectNoChange(() => ask(askers.officer.person), 404, 'rights/not-found');
  });

  describe('in a file', () => {
    const send = (bytes: Bytes, { headers }: SignedPerson) =>
      fetch(`${world.url}/api/files`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/octet-stream' },
        body: bytes,
      });
    const fileOf = async (sender: SignedPerson, secret: string, lines: readonly string[]): Promise<Bytes> => {
      const keys = { server: bytesOf(world.fileKey), secret: bytesOf(secret) };
      return done(await sealRequest(fileCipher, keys, { person: sender.id, device: sender.device }, textOf(lines)))
        .bytes;
    };

    test('are the work of its author, whoever brings it, and the reply opens to nobody else', async () => {
      const { server, residents, askers } = world;
      const { officer, unit, agency } = residents.sibling;
      const scope = scopeOf(unit, 'work');
      const epoch = () => server.epochs.get(scope) ?? '';
      const numbering = createNumbering(server.clock, officer, { scope, epoch });
      const lines = numbering.lines(numbering.mutation([anActivity('by-file', { agency })]));
      const secret = officer.answer.replicaSecret ?? '';
      const response = await send(await fileOf(officer, secret, lines), askers.auditor.person);
      expect(response.status).toBe(200);
      const reply = done(readFile(new Uint8Array(await response.arrayBuffer())));
      if (reply.is !== 'reply') throw new Error('no reply');
      const opens = (with_: string) => openReply(fileCipher, bytesOf(with_), reply);
      expect(await opens(secret)).toContain(scope);
      expect(await opens(askers.auditor.secret)).toBeUndefined();
      const history = await server.opened.database
        .selectFrom('history')
        .select('person')
        .where('scope', '=', scope)
        .where('id', '=', 'by-file')
        .execute();
      expect(history).toEqual([{ person: officer.id }]);
    });

    test('are refused when they were made with the secret of somebody else, in the words for a device that nobody knows', async () => {
      const { server, residents, askers } = world;
      const { officer, unit, agency } = residents.sibling;
      const scope = scopeOf(unit, 'work');
      const epoch = () => server.epochs.get(scope) ?? '';
      const numbering = createNumbering(server.clock, officer, { scope, epoch });
      const lines = numbering.lines(numbering.mutation([anActivity('forged', { agency })]));
      const { person, secret } = askers.supervisor;
      const forged = await send(await fileOf(officer, secret, lines), person);
      const unknown = await send(await fileOf({ ...officer, device: 'x'.repeat(22) }, secret, lines), person);
      expect([forged.status, await forged.json()]).toEqual([422, { code: 'file/unfit', why: 'unknown-device' }]);
      expect([unknown.status, await unknown.json()]).toEqual([422, { code: 'file/unfit', why: 'unknown-device' }]);
      const key = { table: 'activity', id: 'forged' };
      expect(await server.deps.storage.ledger.record(scope, key)).toBeUndefined();
    });
  });

  test.each(roles)('are exported to no %s over the network: there is no such route', async (role) => {
    const { unit, receipt } = world.residents.own;
    for (const path of ['export', `export?unit=${unit}`, `units/${unit}/export`, `receipts/${receipt}/export`]) {
      const { headers } = world.askers[role].person;
      await expectNoChange(() => fetch(`${world.url}/api/${path}`, { headers }), 404, 'request/not-found');
    }
  });
});
