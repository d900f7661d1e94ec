import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectAllTombstones, collectTombstones } from '#server/actions/collect-tombstones.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  linesOf,
  openSampleServer,
  refusalsOf,
  rowsOf,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

const DAY = 86_400_000;

describe.each(databases)('What was deleted, on $name,', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  beforeEach(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
  });
  afterEach(() => server.close());

  const stored = (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const headOf = async () => {
    const head = await server.deps.storage.ledger.head(WORK);
    if (head === undefined) throw new Error('no head');
    return head;
  };
  const collect = () => collectTombstones(server.deps.storage.ledger, WORK, server.clock.now);
  const digestNow = async () =>
    (await server.deps.storage.ledger.page(WORK, 0, 100_000)).records
      .flatMap(({ table, id, registers }) =>
        Object.entries(registers).map(([field, [value, ms, ctr, alias]]) =>
          digestOfRegister(table, id, field, [value, ms, ctr, alias]),
        ),
      )
      .reduce(addDigests, 0);

  /** A phone that made an activity and deleted it, and has seen that much of the scope. */
  const aDeletion = async (id: string) => {
    const phone = createReplica(server, officer);
    await phone.push(phone.mutation([anActivity(id)]));
    await phone.push(phone.mutation([anEdit(id, { $d: true })]));
    const { seq } = await headOf();
    await phone.pull({ done: seq });
    return { phone, seq };
  };
  const closeOthers = async (): Promise<void> => {
    await server.opened.database.updateTable('dev').set({ closed: 1 }).where('scope', '=', WORK).execute();
  };

  test('is forgotten once every open phone has seen it, and the digest follows', async () => {
    await closeOthers();
    const { phone, seq } = await aDeletion('old');
    expect(await collect()).toBe(1);
    expect(await stored('old')).toBeUndefined();
    const head = await headOf();
    expect(head).toMatchObject({ seq, gcSeq: seq, gcAt: server.clock.now });
    expect(head.digest).toBe(await digestNow());
    const answer = await phone.pull({ done: seq });
    expect(linesOf(answer, 'h')[0]).toMatchObject({ 4: seq, 10: 0 });
    expect(linesOf(answer, 'e')).toEqual([['e', seq, head.digest]]);
  });

  test('stays as long as a phone has not seen it, unless that phone is away for 400 days', async () => {
    await closeOthers();
    const { phone, seq } = await aDeletion('unseen');
    const slow = createReplica(server, await signInRole(server, 'leader'));
    await slow.pull();
    expect(await collect()).toBe(0);
    expect(await stored('unseen')).toBeDefined();
    expect((await headOf()).gcSeq).toBe(0);

    server.clock.now += 401 * DAY;
    officer = await signInRole(server, 'officer', officer.device);
    await createReplica(server, officer, WORK, { token: phone.token }).pull({ done: seq });
    expect(await collect()).toBe(1);
    const leader = await signInRole(server, 'leader', slow.device);
    const late = await createReplica(server, leader, WORK, { token: slow.token }).pull({ done: 5 });
    expect(linesOf(late, 'h')[0]?.[10]).toBe(1);
  });

  test('is kept back by no former life of a phone that goes on under another token', async () => {
    await closeOthers();
    const former = createReplica(server, officer);
    await former.pull();
    server.clock.now += DAY;
    const { phone, seq } = await aDeletion('reissued');
    const person = await signInRole(server, 'leader');
    await createReplica(server, person).pull({ done: seq });
    expect(await collect()).toBe(1);
    const back = await createReplica(server, officer, WORK, { token: former.token }).pull({ done: 2, at: 2 });
    expect(linesOf(back, 'h')[0]?.[10]).toBe(1);
    expect(phone.token).not.toBe(former.token);
  });

  test('is swept some at a time, in as many transactions, and a cut sweep goes on', async () => {
    await closeOthers();
    const phone = createReplica(server, officer);
    const ids = ['s1', 's2', 's3', 's4', 's5'];
    await phone.push(...ids.map((id) => phone.mutation([anActivity(id)])));
    await phone.push(...ids.map((id) => phone.mutation([anEdit(id, { $d: true })])));
    const { seq } = await headOf();
    await phone.pull({ done: seq });
    const { ledger } = server.deps.storage;
    let left = 2;
    const cut: typeof ledger.change = (scope, work) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('the server died')) : ledger.change(scope, work);
    };
    await expect(collectTombstones({ change: cut }, WORK, server.clock.now, 2)).rejects.toThrow('the server died');
    expect(await headOf()).toMatchObject({ gcSeq: seq - 1, gcAt: 0, digest: await digestNow() });
    expect(await collectTombstones(ledger, WORK, server.clock.now, 2)).toBe(1);
    expect(await headOf()).toMatchObject({ gcSeq: seq, gcAt: server.clock.now, digest: await digestNow() });
  });

  test('is swept at most once in thirty days', async () => {
    await closeOthers();
    await aDeletion('first');
    expect(await collect()).toBe(1);
    await aDeletion('second');
    server.clock.now += 29 * DAY;
    expect(await collect()).toBe(0);
    await closeOthers();
    server.clock.now += DAY;
    expect(await collect()).toBe(1);
  });

  test('is swept in every scope that there is, and one that nobody reads keeps nothing back', async () => {
    await closeOthers();
    await aDeletion('everywhere');
    await closeOthers();
    expect(await collectAllTombstones(server.deps, AbortSignal.abort())).toBe(0);
    expect(await collectAllTombstones(server.deps)).toBe(1);
    expect(await stored('everywhere')).toBeUndefined();
    const heads = await server.opened.database.selectFrom('scope_head').select(['scope', 'gc_at']).execute();
    expect(heads.filter(({ gc_at }) => gc_at !== server.clock.now)).toEqual([]);
  });

  test('makes a phone that comes back with less begin anew, and it ends where the others are', async () => {
    await closeOthers();
    const { seq } = await aDeletion('resync');
    const late = createReplica(server, officer);
    const part = await late.pull();
    expect(linesOf(part, 'h')[0]?.[10]).toBe(0);
    await closeOthers();
    await collect();
    const answer = await late.pull({ done: 5, at: 5, gs: 0 });
    expect(linesOf(answer, 'h')[0]?.[10]).toBe(1);
    expect(rowsOf(answer).map(({ id }) => id)).not.toContain('resync');
    expect(linesOf(answer, 'e')).toEqual([['e', seq, await digestNow()]]);
    expect(linesOf(await late.pull({ done: 0, at: 5, gs: seq }), 'h')[0]?.[10]).toBe(0);
  });

  test('is not brought back by an edit, and lives anew when it is made anew', async () => {
    await closeOthers();
    const { phone } = await aDeletion('again');
    await collect();
    const edit = await phone.push(phone.mutation([anEdit('again', { place: 'Chợ' }, 1)]));
    expect(refusalsOf(edit)).toEqual([[3, 'sync/record-gone']]);
    expect(await stored('again')).toBeUndefined();
    await phone.push(phone.mutation([anActivity('again')]));
    const record = await stored('again');
    expect([record?.inc, record?.deleted]).toEqual([record?.seq, false]);
  });

  test('undone before it was swept, stays', async () => {
    await closeOthers();
    const { phone } = await aDeletion('undone');
    await phone.push(phone.mutation([anEdit('undone', { $d: false }, (await headOf()).seq)]));
    await phone.pull({ done: (await headOf()).seq });
    expect(await collect()).toBe(0);
    expect(await stored('undone')).toMatchObject({ deleted: false });
  });
});
