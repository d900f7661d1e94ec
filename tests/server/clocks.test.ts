import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  openSampleServer,
  refusalsOf,
  rowsOf,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('Clocks that are wrong, on $name,', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
  });
  afterAll(() => server.close());

  const register = async (id: string, field: string) =>
    (await server.deps.storage.ledger.record(WORK, { table: 'activity', id }))?.registers[field];
  const seqOf = async () => (await server.deps.storage.ledger.head(WORK))?.seq ?? 0;

  test('never store the future, and leave what one phone wrote in its order', async () => {
    const phone = createReplica(server, officer);
    const future = server.clock.now + 86_400_000;
    const answer = await phone.push(
      phone.mutation([anActivity('ahead', { place: 'một' })], future),
      phone.mutation([anEdit('ahead', { place: 'hai' })], future + 1),
      // Its owner set it right.
      phone.mutation([anEdit('ahead', { place: 'ba' })], server.clock.now - 5_000),
    );
    expect(refusalsOf(answer)).toEqual([]);
    const [value, ms = Infinity] = (await register('ahead', 'place')) ?? [];
    expect(value).toBe('ba');
    expect(ms).toBeLessThanOrEqual(server.clock.now + 60_000);
  });

  test('let an edit beat the value that it saw, however slow its phone', async () => {
    const phone = createReplica(server, officer);
    await phone.push(phone.mutation([anActivity('seen', { place: 'cũ' })], server.clock.now));
    const slow = createReplica(server, await signInRole(server, 'officer'));
    await slow.push(slow.mutation([anEdit('seen', { place: 'mới' }, await seqOf())], server.clock.now - 3_600_000));
    expect((await register('seen', 'place'))?.[0]).toBe('mới');
  });

  test('let an edit that saw nothing lose to what is later', async () => {
    const phone = createReplica(server, officer);
    await phone.push(phone.mutation([anActivity('unseen', { place: 'sau' })], server.clock.now));
    const slow = createReplica(server, await signInRole(server, 'officer'));
    await slow.push(slow.mutation([anEdit('unseen', { place: 'trước' }, 0)], server.clock.now - 3_600_000));
    expect((await register('unseen', 'place'))?.[0]).toBe('sau');
  });

  test('send back what was stamped anew, which is no echo', async () => {
    const phone = createReplica(server, officer);
    const done = await seqOf();
    const right = phone.mutation([anActivity('echo-right')]);
    const ahead = phone.mutation([anActivity('echo-ahead')], server.clock.now + 86_400_000);
    await phone.pull();
    const rows = rowsOf(await phone.push(right, ahead)).filter(({ seq }) => seq > done);
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of('echo-right')?.echoes.map(([n]) => n)).toEqual([1]);
    expect(of('echo-ahead')?.echoes).toEqual([]);
    expect(of('echo-ahead')?.registers['title']?.[1]).toBeLessThanOrEqual(server.clock.now + 60_000);
  });
});
