import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visible } from '#server/actions/units.ts';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  linesOf,
  openSampleServer,
  post,
  refusalsOf,
  rowsOf,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('A counter on $name', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
  });
  afterAll(() => server.close());

  const stored = (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const reached = async (id: string) => visible('activity', await stored(id))?.reached;
  const add = (id: string, by: number) => anEdit(id, { '+reached': by });

  test('is the sum of what every phone added, each addition once', async () => {
    const one = createReplica(server, officer);
    const two = createReplica(server, await signInRole(server, 'officer'));
    await one.push(one.mutation([anActivity('sum')]));
    const [first, second] = [one.mutation([add('sum', 12)]), one.mutation([add('sum', -2)])];
    const theirs = two.mutation([add('sum', 30)]);
    await one.push(first);
    await two.push(theirs);
    await one.push(first, second);
    await two.push(theirs);
    expect(await reached('sum')).toBe(40);
  });

  test('has one component a replica, with the last mutation that is in it', async () => {
    const one = createReplica(server, officer);
    await one.push(one.mutation([anActivity('component', { '+reached': 1 })]));
    const answer = await one.push(
      one.mutation([anEdit('component', { place: 'Chợ' })]),
      one.mutation([add('component', 4)]),
    );
    const alias = linesOf(answer, 'h')[0]?.[2] ?? 0;
    const [row] = rowsOf(answer).filter(({ id }) => id === 'component');
    expect(row?.registers[`+reached/${String(alias)}`]?.[0]).toEqual([5, 3]);
    const { entries } = await server.deps.storage.ledger.history(
      WORK,
      { table: 'activity', id: 'component' },
      1e9,
      100,
    );
    const told = entries.filter(({ field }) => field === `+reached/${String(alias)}`);
    expect(told.map(({ before, after }) => [before, after])).toEqual([
      [
        [1, 1],
        [5, 3],
      ],
      [undefined, [1, 1]],
    ]);
  });

  test.each([
    ['text', { '+reached': '3' }, 'sync/bad-value'],
    ['a counter that is none', { '+title': 3 }, 'sync/unknown-field'],
    ['a component of another phone', { '+reached/1': [9, 9] }, 'sync/unknown-field'],
    ['a value in place of an addition', { reached: 3 }, 'sync/unknown-field'],
  ] as const)('takes no %s', async (what, values, code) => {
    const one = createReplica(server, officer);
    const id = `refused-${String(what.length)}`;
    const answer = await one.push(
      one.mutation([anActivity(id, { '+reached': 1 })]),
      one.mutation([anEdit(id, values)]),
    );
    expect(refusalsOf(answer)).toEqual([[2, code]]);
    expect(await reached(id)).toBe(1);
  });

  test('counts what was released later, and keeps the number of what came before', async () => {
    const one = createReplica(server, officer);
    const two = createReplica(server, await signInRole(server, 'recorder'));
    await one.push(one.mutation([anActivity('released-count')]));
    await two.push(two.mutation([add('released-count', 5)]));
    await one.push(one.mutation([anEdit('released-count', { 'partners/sample-agency-womens-union': true })]));
    const answer = await two.push(two.mutation([add('released-count', 7)]));
    const alias = linesOf(answer, 'h')[0]?.[2] ?? 0;
    const name = { scope: WORK, alias, n: 1 };
    expect((await post(server, '/api/held/release', name, officer.headers)).status).toBe(204);
    expect(await reached('released-count')).toBe(12);
    expect((await stored('released-count'))?.registers[`+reached/${String(alias)}`]?.[0]).toEqual([12, 2]);
  });
});
