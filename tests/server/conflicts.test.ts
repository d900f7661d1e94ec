import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boundedJson, conflictId } from '#server/actions/conflicts-as-records.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import { conflictsAbout, keptConflicts } from './kept-conflicts.ts';
import {
  acknowledged,
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

describe.each(databases)('Conflicts on $name', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  let recorder: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
    recorder = await signInRole(server, 'recorder');
  });
  afterAll(() => server.close());

  const activity = (id: string): Promise<StoredRecord | undefined> =>
    server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const seqOf = async (id: string): Promise<number> => (await activity(id))?.seq ?? 0;
  const about = (id: string) => conflictsAbout(server, id);

  /** An activity of both agencies, as two people who may write it saw it last. */
  const shared = async (id: string, values: Operation[3] = {}) => {
    const [one, two] = [createReplica(server, officer), createReplica(server, recorder)];
    await one.push(one.mutation([anActivity(id, { 'partners/sample-agency-womens-union': true, ...values })]));
    // What is written from here on is later than what was before; of two, what comes second.
    const later = (replica: typeof one, operations: readonly Operation[]) => {
      server.clock.now += 1_000;
      return replica.mutation(operations);
    };
    return { one, two, b: await seqOf(id), later };
  };

  test('say once who wrote what, when two people wrote one field without seeing each other', async () => {
    const { one, two, b, later } = await shared('field');
    await one.push(one.mutation([anEdit('field', { place: 'Nhà văn hóa' }, b)]));
    const answer = await two.push(later(two, [anEdit('field', { place: 'Trạm y tế', female: 40 }, b)]));
    const alias = linesOf(answer, 'h')[0]?.[2] ?? 0;
    expect(await about('field')).toEqual([
      {
        id: `c.${String(alias)}.1.0.place`,
        kind: 'field',
        table: 'activity',
        record: 'field',
        field: 'place',
        winner: '"Trạm y tế"',
        loser: '"Nhà văn hóa"',
        winnerBy: recorder.id,
        loserBy: officer.id,
        at: server.clock.now,
        state: 'open',
      },
    ]);
  });

  test('belong to the group of their mutation, reach every device, and are no history', async () => {
    const { one, two, b, later } = await shared('group');
    await one.push(one.mutation([anEdit('group', { place: 'A', female: 1 }, b)]));
    const mutation = later(two, [anEdit('group', { place: 'B' }, b)]);
    const before = await server.deps.storage.ledger.head(WORK);
    const answer = await two.push(mutation);
    const rows = rowsOf(answer).filter(({ seq }) => seq > (before?.seq ?? 0));
    expect(rows.map(({ table }) => table)).toEqual(['activity', 'conflict']);
    const [conflict] = await about('group');
    const stored = await server.deps.storage.ledger.record(WORK, { table: 'conflict', id: conflict?.id ?? '' });
    expect(stored?.grp).toBe((await activity('group'))?.grp);
    expect(stored?.registers['state']?.slice(1, 4)).toEqual([mutation.ms, mutation.ctr, 0]);
    const { database: opened } = server.opened;
    const told = await opened.selectFrom('history').select('id').where('tbl', '=', 'conflict').execute();
    expect(told).toEqual([]);
  });

  test('keep the later write as the winner, also when it came first', async () => {
    const { one, two, b } = await shared('late');
    await one.push(one.mutation([anEdit('late', { place: 'Mới' }, b)], server.clock.now + 5_000));
    await two.push(two.mutation([anEdit('late', { place: 'Cũ' }, b)], server.clock.now + 4_000));
    expect((await activity('late'))?.registers['place']?.[0]).toBe('Mới');
    expect(await about('late')).toMatchObject([{ winner: '"Mới"', loser: '"Cũ"', loserBy: recorder.id }]);
  });

  test('are not of what was seen, of the same value, of another field, or of one person on two phones', async () => {
    const { one, two, b, later } = await shared('none');
    await one.push(one.mutation([anEdit('none', { place: 'A', female: 1 }, b)]));
    await two.push(later(two, [anEdit('none', { place: 'B' }, await seqOf('none'))]));
    await two.push(later(two, [anEdit('none', { female: 1 }, b)]));
    await one.push(one.mutation([anEdit('none', { male: 2 }, b)]));
    const tablet = createReplica(server, await signInRole(server, 'officer'));
    await one.push(one.mutation([anEdit('none', { narrative: 'một' }, await seqOf('none'))]));
    await tablet.push(tablet.mutation([anEdit('none', { narrative: 'hai' }, b)]));
    expect(await about('none')).toEqual([]);
  });

  test('are one for a deletion that met an edit, with all that was edited', async () => {
    const { one, two, b, later } = await shared('deleted');
    await two.push(later(two, [anEdit('deleted', { place: 'Chợ', female: 3 }, b)]));
    await one.push(one.mutation([anEdit('deleted', { $d: true }, b)]));
    const [conflict, ...others] = await about('deleted');
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'delete', field: '$d', winner: 'true', loserBy: recorder.id });
    expect(JSON.parse(conflict?.loser ?? '')).toEqual({ place: 'Chợ', female: 3 });
  });

  test('are one for an edit that met a deletion', async () => {
    const { one, two, b, later } = await shared('met');
    await one.push(one.mutation([anEdit('met', { $d: true }, b)]));
    await two.push(later(two, [anEdit('met', { place: 'Chợ' }, b)]));
    expect(await about('met')).toMatchObject([
      { kind: 'delete', winner: 'true', loser: '{"place":"Chợ"}', winnerBy: officer.id, loserBy: recorder.id },
    ]);
    expect((await activity('met'))?.deleted).toBe(true);
  });

  test('are one for each field, whatever the name of the field', async () => {
    const { one, two, b, later } = await shared('names', { 'tasks/a': true, 'tasks/b': true });
    await one.push(one.mutation([anEdit('names', { 'tasks/a': null, place: 'A' }, b)]));
    const operations = [anEdit('names', { 'tasks/a': true, place: 'B' }, b)];
    await two.push(later(two, operations));
    expect((await about('names')).map(({ field }) => field)).toEqual(['tasks/a', 'place']);
    expect((await about('names')).every(({ id }) => /^[\w.~:-]+$/u.test(id))).toBe(true);
  });

  test('are kept of an edit whose record is gone, with its values', async () => {
    const one = createReplica(server, officer);
    const answer = await one.push(one.mutation([anEdit('orphan', { place: 'Chợ' }, 7)]));
    const alias = linesOf(answer, 'h')[0]?.[2];
    expect(refusalsOf(answer)).toEqual([[1, 'sync/record-gone']]);
    expect(await about('orphan')).toMatchObject([
      { kind: 'orphan', field: 'sync/record-gone', loser: '{"place":"Chợ"}', loserBy: officer.id, alias, n: 1 },
    ]);
    expect(await activity('orphan')).toBeUndefined();
  });

  test('tell of what is held only whose it is and why', async () => {
    const one = createReplica(server, officer);
    await one.push(one.mutation([anActivity('told-whole'), anActivity('told', { female: -1 })]));
    const [conflict] = await about('told');
    expect(conflict).toMatchObject({ kind: 'held', field: 'sync/bad-value', loserBy: officer.id, n: 1, state: 'open' });
    expect(conflict).not.toHaveProperty('loser');
    expect(conflict).not.toHaveProperty('winner');
  });

  describe('are settled by those who may write the work', () => {
    const anOpenOne = async (id: string) => {
      const { one, two, b, later } = await shared(id);
      await one.push(one.mutation([anEdit(id, { place: 'A' }, b)]));
      await two.push(later(two, [anEdit(id, { place: 'B' }, b)]));
      const [conflict] = await about(id);
      if (conflict === undefined) throw new Error('no conflict');
      const seen = await server.deps.storage.ledger.record(WORK, { table: 'conflict', id: conflict.id });
      return { one, two, conflict, b: seen?.seq ?? 0 };
    };

    test('with the field and the state in one mutation', async () => {
      const { one, conflict, b } = await anOpenOne('settled');
      server.clock.now += 1_000;
      const answer = await one.push(
        one.mutation([
          anEdit('settled', { place: 'A' }, await seqOf('settled')),
          ['conflict', conflict.id, b, { state: 'taken' }],
        ]),
      );
      expect(refusalsOf(answer)).toEqual([]);
      expect((await activity('settled'))?.registers['place']?.[0]).toBe('A');
      expect(await about('settled')).toMatchObject([{ state: 'taken', winner: '"B"' }]);
    });

    test('also by a recorder, and by two at once without a new conflict', async () => {
      const { one, two, conflict, b } = await anOpenOne('at-once');
      await two.push(two.mutation([['conflict', conflict.id, b, { state: 'kept' }]]));
      server.clock.now += 1_000;
      const answer = await one.push(one.mutation([['conflict', conflict.id, b, { state: 'merged' }]]));
      expect(refusalsOf(answer)).toEqual([]);
      expect(await about('at-once')).toMatchObject([{ state: 'merged' }]);
    });

    test.each([
      ['a new one', 'c.new', { $c: true, kind: 'field', table: 'activity', record: 'x', state: 'open', at: 1 }],
      ['a value', undefined, { state: 'kept', winner: '"C"' }],
      ['its deletion', undefined, { $d: true }],
      ['one that is not there', 'c.9.9.9.place', { state: 'kept' }],
    ] as const)('never by writing %s', async (what, id, values) => {
      const { one, conflict, b } = await anOpenOne(`never-${what.length}`);
      const answer = await one.push(one.mutation([['conflict', id ?? conflict.id, b, values]]));
      expect(refusalsOf(answer)).toEqual([[3, 'rights/forbidden']]);
    });

    test.each(['released', 'dropped', 'nonsense'])('never as %s, which is not theirs to say', async (state) => {
      const { one, conflict, b } = await anOpenOne(`state-${state}`);
      const answer = await one.push(one.mutation([['conflict', conflict.id, b, { state }]]));
      expect(refusalsOf(answer)).toEqual([[3, 'sync/bad-value']]);
      expect(await about(`state-${state}`)).toMatchObject([{ state: 'open' }]);
    });

    test('never by those who only read', async () => {
      const { conflict, b } = await anOpenOne('only-read');
      const leader = createReplica(server, await signInRole(server, 'leader'));
      const answer = await leader.push(leader.mutation([['conflict', conflict.id, b, { state: 'kept' }]]));
      expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
    });
  });

  test('hold nothing that the digest does not', async () => {
    const one = createReplica(server, officer);
    const [end] = linesOf(await one.push(), 'e');
    expect(end?.[2]).toBe((await server.deps.storage.ledger.head(WORK))?.digest);
    expect(acknowledged(await one.push())).toBe(0);
    expect((await keptConflicts(server)).length).toBeGreaterThan(10);
  });
});

describe('The text of a value in a conflict', () => {
  test('is its JSON', () => {
    expect(boundedJson('Chợ "Mới"')).toBe('"Chợ \\"Mới\\""');
    expect(boundedJson(null)).toBe('null');
  });

  test('of work that is too long for one field leaves out the largest fields', () => {
    const text = 'x'.repeat(19_000);
    const kept = boundedJson({ narrative: text, place: 'Chợ', results: `${text}y`, title: text });
    expect(kept.length).toBeLessThanOrEqual(40_000);
    expect(Object.keys(JSON.parse(kept))).toEqual(['place', 'title', 'results']);
  });

  test('says nothing of one value that is too long by itself', () => {
    expect(boundedJson(['x'.repeat(50_000)])).toBe('null');
  });
});

describe('The id of a conflict', () => {
  test('tells every register apart, and is an id that any database holds', () => {
    const registers = [
      'tasks/a',
      'tasks:a',
      'tasks~2fa',
      'tasks/a:b',
      'tasks/a/b',
      '$d',
      'd',
      'x'.repeat(200),
      ':'.repeat(200),
    ];
    const ids = registers.map((register) => conflictId({ alias: 12, n: 34 }, 5, register));
    expect(new Set(ids).size).toBe(registers.length);
    for (const id of ids) expect(id).toMatch(/^[\w.~:-]{1,400}$/u);
  });
});
