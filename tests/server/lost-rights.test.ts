import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import { conflictsAbout } from './kept-conflicts.ts';
import {
  acknowledged,
  anActivity,
  createReplica,
  forkedAt,
  linesOf,
  openSampleServer,
  post,
  refusalsOf,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('A person who lost a scope, on $name', (database) => {
  let server: SampleServer;
  let recorder: SignedPerson;
  beforeEach(async () => {
    server = await openSampleServer(database);
    recorder = await signInRole(server, 'recorder');
  });
  afterEach(() => server.close());

  const stored = (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const own = (id: string) => anActivity(id, { agency: 'sample-agency-womens-union' });
  const become = (role: 'auditor' | 'recorder') => server.deps.storage.accounts.setRole(recorder.id, role);
  const closed = async (token: string) =>
    (
      await server.opened.database
        .selectFrom('dev')
        .select('closed')
        .where('scope', '=', WORK)
        .where('replica', '=', token)
        .executeTakeFirst()
    )?.closed;

  test('delivers into safe keeping what the replica still had, and hears that the scope is gone', async () => {
    const replica = createReplica(server, recorder);
    await replica.push(replica.mutation([own('before')]));
    await become('auditor');
    const answer = await replica.push(replica.mutation([own('unsent-1')]), replica.mutation([own('unsent-2')]));
    expect(acknowledged(answer)).toBe(3);
    expect(refusalsOf(answer)).toEqual([
      [2, 'rights/not-found'],
      [3, 'rights/not-found'],
    ]);
    expect(linesOf(answer, 'g')).toEqual([['g', WORK, 'rights/not-found']]);
    expect(linesOf(answer, 'r')).toEqual([]);
    expect(await stored('unsent-1')).toBeUndefined();
    expect(await closed(replica.token)).toBe(1);
  });

  test('delivers it once, and nothing of another life', async () => {
    const replica = createReplica(server, recorder);
    await replica.push();
    await become('auditor');
    const mutation = replica.mutation([own('once')]);
    await replica.push(mutation);
    expect(acknowledged(await replica.push(mutation))).toBe(1);
    expect(forkedAt(await replica.push({ ...mutation, h: 4_711 }))).toBe(1);
    const held = await server.opened.database.selectFrom('held').select('n').where('scope', '=', WORK).execute();
    expect(held).toEqual([{ n: 1 }]);
  });

  test('begins nothing there', async () => {
    await become('auditor');
    const replica = createReplica(server, recorder);
    const answer = await replica.push(replica.mutation([own('never')]));
    expect(linesOf(answer, 'h')).toEqual([]);
    expect(linesOf(answer, 'g')).toHaveLength(1);
    expect(await closed(replica.token)).toBeUndefined();
  });

  test('delivers also what began a new life before the right was lost', async () => {
    await createReplica(server, recorder).push();
    await become('auditor');
    const anew = createReplica(server, recorder);
    const answer = await anew.push(anew.mutation([own('of-new-life')]));
    expect([acknowledged(answer), refusalsOf(answer)]).toEqual([1, [[1, 'rights/not-found']]]);
    expect(linesOf(answer, 'g')).toHaveLength(1);
    expect(await closed(anew.token)).toBe(1);
  });

  test('hears of a new life of the scope, and delivers under it', async () => {
    await createReplica(server, recorder).push();
    const anew = createReplica(server, recorder);
    await become('auditor');
    const asked = await anew.pull({ epoch: 'of-another-life' });
    expect(linesOf(asked, 'h')[0]?.[3]).toBe((await server.deps.storage.ledger.head(WORK))?.epoch);
    expect(linesOf(asked, 'r')).toEqual([]);
    expect(linesOf(asked, 'g')).toHaveLength(1);
    expect(await closed(anew.token)).toBe(1);
  });

  test('has work that somebody who still may can release', async () => {
    const replica = createReplica(server, recorder);
    await replica.push();
    await become('auditor');
    const answer = await replica.push(replica.mutation([own('rescued')]));
    expect(await conflictsAbout(server, 'rescued')).toMatchObject([
      { kind: 'held', field: 'rights/not-found', loserBy: recorder.id },
    ]);
    const officer = await signInRole(server, 'officer');
    const name = { scope: WORK, alias: linesOf(answer, 'h')[0]?.[2], n: 1 };
    expect((await post(server, '/api/held/release', name, officer.headers)).status).toBe(204);
    expect((await stored('rescued'))?.registers['title']?.[3]).toBe(name.alias);
  });

  test('goes on when the right comes back, also with the same replica', async () => {
    const replica = createReplica(server, recorder);
    await replica.push(replica.mutation([own('first')]));
    await become('auditor');
    await replica.push();
    expect(await closed(replica.token)).toBe(1);
    await become('recorder');
    const answer = await replica.push(replica.mutation([own('second')]));
    expect([acknowledged(answer), refusalsOf(answer)]).toEqual([2, []]);
    expect(await closed(replica.token)).toBe(0);
    expect(await stored('second')).toBeDefined();
  });
});
