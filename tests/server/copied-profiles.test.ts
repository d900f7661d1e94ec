import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainOver } from '#sync/chain.ts';
import { type ResponseLine } from '#sync/messages.ts';
import { SLICE_CHARS } from '#sync/version.ts';
import { lineOfMutation, type Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  anEdit,
  createReplica,
  exchange,
  forkedAt,
  linesOf,
  openSampleServer,
  refusalsOf,
  signInRole,
  sliceLines,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('A profile that was copied, on $name', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
  });
  afterAll(() => server.close());

  const stored = async (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const valueOf = async (id: string, field: string) => (await stored(id))?.registers[field]?.[0];

  /** Two lives of one replica, which did the same until they parted. */
  const twoLives = (before: readonly (readonly Operation[])[]) => {
    const one = createReplica(server, officer);
    const other = createReplica(server, officer, WORK, { token: one.token });
    const shared = before.map((operations) => {
      other.mutation(operations);
      return one.mutation(operations);
    });
    return { one, other, shared };
  };

  const ownOf = (lines: readonly ResponseLine[]) =>
    linesOf(lines, 'h').map(([, , , , , ackN, ackH]) => [ackN, ackH])[0];

  test('is noticed at the first number that both used, and both lives keep all their work', async () => {
    const { one, other, shared } = twoLives([[anActivity('copied')]]);
    await one.push(...shared);
    const mine = [one.mutation([anActivity('of-one')]), one.mutation([anEdit('copied', { place: 'Một' })])];
    expect(acknowledged(await one.push(...mine))).toBe(3);

    const edits: readonly (readonly Operation[])[] = [[anActivity('of-other')], [anEdit('copied', { place: 'Hai' })]];
    const theirs = edits.map((operations) => other.mutation(operations));
    const answer = await other.push(...theirs);
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([3, 2]);
    expect(ownOf(answer)).toEqual([3, mine[1]?.h]);
    expect(await stored('of-other')).toBeUndefined();

    const anew = createReplica(server, officer);
    const again = await anew.push(
      anew.mutation([anActivity('of-other')]),
      anew.mutation([anEdit('copied', { female: 7 })]),
    );
    expect([acknowledged(again), forkedAt(again)]).toEqual([2, 0]);
    expect(linesOf(again, 'h')[0]?.[2]).not.toBe(linesOf(answer, 'h')[0]?.[2]);
    expect(await stored('of-one')).toBeDefined();
    expect(await stored('of-other')).toBeDefined();
    expect([await valueOf('copied', 'place'), await valueOf('copied', 'female')]).toEqual(['Một', 7]);
  });

  test('is noticed when its next number does not follow from what the other life sent', async () => {
    const { one, other } = twoLives([]);
    await one.push(one.mutation([anActivity('chain-one')]));
    other.mutation([anActivity('chain-other')]);
    const answer = await other.push(other.mutation([anActivity('chain-next')]));
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([1, 2]);
    expect(await stored('chain-next')).toBeUndefined();
  });

  test('is noticed within one request, from where on nothing is taken', async () => {
    const { one, other } = twoLives([]);
    const [first, second] = [one.mutation([anActivity('within-1')]), one.mutation([anActivity('within-2')])];
    const strange = other.mutation([anActivity('within-strange')]);
    const answer = await one.push(first, strange, second);
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([1, 1]);
    expect(await stored('within-2')).toBeUndefined();
    expect(acknowledged(await one.push(second))).toBe(2);
  });

  test('is noticed in slices: by the chain they name, and by that of the whole', async () => {
    const long = { narrative: 'dài '.repeat(700) };
    const { one, other } = twoLives([]);
    const mutation = one.mutation([anActivity('slices-one', long)]);
    const strange = other.mutation([anActivity('slices-other', long)]);
    const ask = (...lines: readonly string[]) => exchange(server, officer, [...one.lines(), ...lines]);
    await ask(...sliceLines(mutation, lineOfMutation(mutation)));
    expect(forkedAt(await ask(...sliceLines(strange, lineOfMutation(strange)).slice(0, 1)))).toBe(1);

    const next = other.mutation([anActivity('slices-next', long)]);
    const answer = await ask(...sliceLines(next, lineOfMutation(next)));
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([1, 2]);
    expect(linesOf(answer, 'h')[0]?.[8]).toBe(0);
    expect(await stored('slices-next')).toBeUndefined();
  });

  test('does not go on where the other life left a half sent mutation', async () => {
    const long = { narrative: 'dài '.repeat(700) };
    const { one, other } = twoLives([]);
    const half = one.mutation([anActivity('half-one', long)]);
    const strange = other.mutation([anActivity('half-two', long)]);
    const ask = (lines: readonly string[]) => exchange(server, officer, [...one.lines(), ...lines]);
    const slices = sliceLines(strange, lineOfMutation(strange));
    expect(linesOf(await ask(sliceLines(half, lineOfMutation(half)).slice(0, 2)), 'h')[0]?.[8]).toBe(2 * SLICE_CHARS);

    // Told that two slices are here, it sends the third; those two are not its own.
    const misled = await ask(slices.slice(2));
    expect(linesOf(misled, 'h')[0]?.[8]).toBe(0);
    expect(acknowledged(await ask(slices))).toBe(1);
    expect(await valueOf('half-two', 'narrative')).toBe(long.narrative);
    expect(await stored('half-one')).toBeUndefined();
  });

  test('is noticed by a line that is no mutation but has a number', async () => {
    const replica = createReplica(server, officer);
    const first = replica.mutation([anActivity('nonsense-first')]);
    const parts = [1, 0, [['activity', 'x', 0, 'nonsense']]];
    const strange = JSON.stringify(['m', 2, 4_711, ...parts]);
    const answer = await exchange(server, officer, [...replica.lines(first), strange]);
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([1, 2]);
    const following = JSON.stringify(['m', 2, chainOver(first.h, [2, ...parts]), ...parts]);
    const taken = await exchange(server, officer, [...replica.lines(), following]);
    expect([acknowledged(taken), forkedAt(taken)]).toEqual([2, 0]);
    expect(refusalsOf(taken)).toEqual([[2, 'sync/malformed']]);
  });
});

describe.each(databases)('A mutation that is sent again under another life of its device, on $name,', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
  });
  afterAll(() => server.close());

  const activity = (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const headSeq = async () => (await server.deps.storage.ledger.head(WORK))?.seq ?? 0;
  const anewFrom = (person = officer) => createReplica(server, person);

  test('is acknowledged and not applied twice, whatever it could have seen', async () => {
    const one = anewFrom();
    const made = one.mutation([anActivity('anew')]);
    await one.push(made);
    const added = one.mutation([anEdit('anew', { '+reached': 12, place: 'Chợ' }, await headSeq())]);
    await one.push(added);
    const before = [await headSeq(), await activity('anew')];

    const anew = anewFrom();
    const again = [made, added].map(({ operations, ms }) =>
      anew.mutation(
        operations.map(([table, id, , values]): Operation => [table, id, 0, values]),
        ms,
      ),
    );
    const answer = await anew.push(...again);
    expect([acknowledged(answer), forkedAt(answer), refusalsOf(answer)]).toEqual([2, 0, []]);
    expect([await headSeq(), await activity('anew')]).toEqual(before);
    expect(acknowledged(await anew.push(anew.mutation([anEdit('anew', { '+reached': 1 })])))).toBe(3);
    expect(await headSeq()).toBe(Number(before[0]) + 1);
  });

  test('is so also in slices', async () => {
    const one = anewFrom();
    const long = one.mutation([anActivity('anew-long', { narrative: 'dài '.repeat(700) })]);
    await one.push(long);
    const before = await headSeq();
    const anew = anewFrom();
    const again = anew.mutation(long.operations, long.ms);
    const lines = [...anew.lines(), ...sliceLines(again, lineOfMutation(again))];
    expect(acknowledged(await exchange(server, officer, lines))).toBe(1);
    expect(await headSeq()).toBe(before);
  });

  test('is refused again, and waits for a human once', async () => {
    const one = anewFrom();
    const wrong = one.mutation([anActivity('anew-wrong', { female: -1 })]);
    await one.push(wrong);
    const before = await headSeq();
    const anew = anewFrom();
    const answer = await anew.push(anew.mutation(wrong.operations, wrong.ms));
    expect(refusalsOf(answer)).toEqual([[1, 'sync/bad-value']]);
    expect(await headSeq()).toBe(before);
    const { database: opened } = server.opened;
    const held = await opened.selectFrom('held').select(['state', 'mut']).where('scope', '=', WORK).execute();
    expect(held.filter(({ state }) => state === 0)).toHaveLength(1);
    expect(held.filter(({ mut }) => mut !== '')).toHaveLength(1);
  });

  test('keeps its place: what its author wrote after it stands over it, whichever life brought it', async () => {
    const valueOf = async () => (await activity('in-order'))?.registers['place']?.[0];
    const { clock } = server;
    const one = anewFrom();
    const made = one.mutation([anActivity('in-order')]);
    // Written while the clock was a day ahead; what follows was written with the right one.
    const older = one.mutation([anEdit('in-order', { place: 'Cũ' })], clock.now + 26 * 3_600_000);
    await one.push(made, older);
    const rightTime = clock.now - 30_000;

    const stranger = anewFrom();
    await stranger.push(stranger.mutation([anEdit('in-order', { place: 'Ở bản sao' })], rightTime));
    expect(await valueOf()).toBe('Cũ');

    const anew = anewFrom();
    const again = [made, older].map(({ operations, ms }) => anew.mutation(operations, ms));
    await anew.push(...again, anew.mutation([anEdit('in-order', { place: 'Mới' })], rightTime));
    expect(await valueOf()).toBe('Mới');

    const late = anewFrom();
    const before = [made, older].map(({ operations, ms }) => late.mutation(operations, ms));
    await late.push(...before);
    await late.push(late.mutation([anEdit('in-order', { place: 'Sau nữa' })], rightTime));
    expect(await valueOf()).toBe('Mới');
  });

  test('is another one on another device, or by another person', async () => {
    const one = anewFrom();
    const made = one.mutation([anActivity('not-anew', { 'partners/sample-agency-womens-union': true })]);
    await one.push(made);
    const added = one.mutation([anEdit('not-anew', { '+reached': 12 })]);
    await one.push(added);
    for (const person of [await signInRole(server, 'officer'), await signInRole(server, 'recorder', officer.device)]) {
      const other = anewFrom(person);
      await other.push();
      await other.push(other.mutation(added.operations, added.ms));
    }
    const registers = Object.keys((await activity('not-anew'))?.registers ?? {});
    expect(registers.filter((register) => register.startsWith('+reached/'))).toHaveLength(3);
  });
});

describe.each(databases)('A chain on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  test('that is wrong from its first mutation is held, because beginning anew would not mend it', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const mutation = { ...replica.mutation([anActivity('wrong-chain')]), h: 4_711 };
    const answer = await replica.push(mutation);
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([1, 0]);
    expect(refusalsOf(answer)).toEqual([[1, 'sync/malformed']]);
  });

  test('of which nothing was kept counts as the same', async () => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const mutation = replica.mutation([anActivity('forgotten-chain')]);
    await replica.push(mutation);
    await server.opened.database.deleteFrom('taken').where('scope', '=', WORK).execute();
    const answer = await replica.push({ ...mutation, h: 4_711 });
    expect([acknowledged(answer), forkedAt(answer)]).toEqual([1, 0]);
  });
});
