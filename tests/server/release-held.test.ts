import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { releaseUnderstood } from '#server/actions/release-understood.ts';
import { writeLocked } from '#server/actions/write-as-server.ts';
import { chainHash } from '#sync/chain.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import type { Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import { fieldsOfHistory } from '#tests/support/history.ts';
import { conflictsAbout, keptConflicts } from './kept-conflicts.ts';
import {
  acknowledged,
  anActivity,
  anEdit,
  createReplica,
  exchange,
  linesOf,
  openSampleServer,
  post,
  refusalsOf,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

describe.each(databases)('A held mutation on $name', (database) => {
  let server: SampleServer;
  let officer: SignedPerson;
  let recorder: SignedPerson;
  beforeAll(async () => {
    server = await openSampleServer(database);
    officer = await signInRole(server, 'officer');
    recorder = await signInRole(server, 'recorder');
  });
  beforeEach(() => {
    server.clock.now += 1_000;
  });
  afterAll(() => server.close());

  const activity = (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const stateOf = (alias: number, n: number) =>
    server.opened.database
      .selectFrom('held')
      .select('state')
      .where('scope', '=', WORK)
      .where('alias', '=', alias)
      .where('n', '=', n)
      .executeTakeFirst();
  const settle = async (verb: 'release' | 'drop', person: SignedPerson, name: object) => {
    const response = await post(server, `/api/held/${verb}`, { scope: WORK, ...name }, person.headers);
    const body: unknown = response.status === 204 ? undefined : await response.json();
    return [response.status, body] as const;
  };

  /** An officer's edit of an activity that is not there any more. */
  const anOrphan = async (id: string) => {
    const one = createReplica(server, officer);
    const answer = await one.push(one.mutation([anEdit(id, { place: 'Chợ' })]));
    return { name: { alias: linesOf(answer, 'h')[0]?.[2] ?? 0, n: 1 } };
  };

  /** What a recorder may not do, an edit of another agency's activity; held as their mutation 1. */
  const aForbidden = async (id: string, values: Operation[3] = { place: 'Chợ' }) => {
    const one = createReplica(server, officer);
    await one.push(one.mutation([anActivity(id)]));
    const two = createReplica(server, recorder);
    const b = (await activity(id))?.seq ?? 0;
    const answer = await two.push(two.mutation([anEdit(id, values, b)]));
    expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
    return { one, two, name: { alias: linesOf(answer, 'h')[0]?.[2] ?? 0, n: 1 }, b };
  };

  test("is released by who may write all of the scope, in its author's name and under its number", async () => {
    const { name } = await aForbidden('released');
    expect(await settle('release', officer, name)).toEqual([204, undefined]);
    const register = (await activity('released'))?.registers['place'];
    expect([register?.[0], register?.[3]]).toEqual(['Chợ', name.alias]);
    expect(await stateOf(name.alias, 1)).toEqual({ state: 1 });
    expect(await conflictsAbout(server, 'released')).toMatchObject([{ kind: 'held', state: 'released' }]);
    const entries = await fieldsOfHistory(server.opened.database);
    const entry = entries.find(({ scope, id, field }) => scope === WORK && id === 'released' && field === 'place');
    expect(entry).toMatchObject({ person: recorder.id, alias: name.alias, n: 1, at: server.clock.now });
  });

  test('is released once, however often that is asked', async () => {
    const { name } = await aForbidden('once');
    await settle('release', officer, name);
    const before = await server.deps.storage.ledger.head(WORK);
    expect(await settle('release', officer, name)).toEqual([204, undefined]);
    expect(await server.deps.storage.ledger.head(WORK)).toEqual(before);
    expect((await settle('drop', officer, name))[0]).toBe(404);
  });

  test('meets what was written meanwhile, and says so', async () => {
    const { one, name, b } = await aForbidden('meanwhile');
    server.clock.now += 1_000;
    await one.push(one.mutation([anEdit('meanwhile', { place: 'Trạm y tế' }, b)]));
    await settle('release', officer, name);
    expect((await activity('meanwhile'))?.registers['place']?.[0]).toBe('Trạm y tế');
    const conflicts = await conflictsAbout(server, 'meanwhile');
    expect(conflicts.find(({ kind }) => kind === 'field')).toMatchObject({
      loser: '"Chợ"',
      loserBy: recorder.id,
      state: 'open',
    });
  });

  test('does not undo what its author wrote after it, also from a clock that was ahead', async () => {
    for (const ahead of [0, 86_400_000]) {
      const id = `before-the-later-${String(ahead)}`;
      const one = createReplica(server, officer);
      await one.push(one.mutation([anActivity(id)]));
      const two = createReplica(server, recorder);
      const held = server.clock.now + ahead;
      const answer = await two.push(two.mutation([anEdit(id, { place: 'Chợ' }, 0)], held));
      expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
      await server.deps.storage.accounts.setRole(recorder.id, 'officer');
      server.clock.now += 1_000;
      const later = server.clock.now + ahead;
      expect(acknowledged(await two.push(two.mutation([anEdit(id, { place: 'Sân kho' }, 0)], later)))).toBe(2);
      expect((await activity(id))?.registers['place']?.[0]).toBe('Sân kho');
      await settle('release', officer, { alias: linesOf(answer, 'h')[0]?.[2] ?? 0, n: 1 });
      expect((await activity(id))?.registers['place']?.[0]).toBe('Sân kho');
      await server.deps.storage.accounts.setRole(recorder.id, 'recorder');
    }
  });

  test('is put away by the same people, and by its author with the conflict', async () => {
    const first = await aForbidden('put-away');
    expect(await settle('drop', officer, first.name)).toEqual([204, undefined]);
    expect(await settle('drop', officer, first.name)).toEqual([204, undefined]);
    expect(await stateOf(first.name.alias, 1)).toEqual({ state: 2 });
    expect(await conflictsAbout(server, 'put-away')).toMatchObject([{ state: 'dropped' }]);
    expect((await settle('release', officer, first.name))[0]).toBe(404);

    const { two, name } = await aForbidden('by-author');
    const [conflict] = await conflictsAbout(server, 'by-author');
    const answer = await two.push(two.mutation([['conflict', conflict?.id ?? '', 0, { state: 'dropped' }]]));
    expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
    expect(await stateOf(name.alias, 1)).toEqual({ state: 2 });
    expect(await conflictsAbout(server, 'by-author')).toMatchObject([{ state: 'dropped' }]);
  });

  test('is put away also where its conflict is lost', async () => {
    const { name } = await aForbidden('no-conflict');
    const { database: opened } = server.opened;
    const [conflict] = await conflictsAbout(server, 'no-conflict');
    const id = conflict?.id ?? '';
    await opened
      .deleteFrom('rec')
      .where('scope', '=', WORK)
      .where('tbl', '=', 'conflict')
      .where('id', '=', id)
      .execute();
    expect(await settle('drop', officer, name)).toEqual([204, undefined]);
    expect(await stateOf(name.alias, 1)).toEqual({ state: 2 });
  });

  test('is put away by an author who may not write there at all', async () => {
    const leader = createReplica(server, await signInRole(server, 'leader'));
    await leader.push(leader.mutation([anActivity('leaders')]));
    const [conflict] = await conflictsAbout(server, 'leaders');
    const id = conflict?.id ?? '';
    const answer = await leader.push(leader.mutation([['conflict', id, 0, { state: 'dropped' }]]));
    expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
    expect(await conflictsAbout(server, 'leaders')).toMatchObject([{ state: 'dropped' }]);
  });

  describe('is shown to those who may release it', () => {
    const look = async (person: SignedPerson, name: Readonly<Record<string, string | number>>) => {
      const asked = Object.fromEntries(Object.entries(name).map(([key, value]) => [key, String(value)]));
      const query = new URLSearchParams({ scope: WORK, ...asked });
      const response = await server.app.request(`/api/held?${query.toString()}`, { headers: person.headers });
      return [response.status, await response.json()] as const;
    };
    const reading = (measure: string): Operation => {
      const key = { measure, unit: 'sample-commune', agency: 'sample-agency-commune', period: '2024' };
      return ['reading', Object.values(key).join('~'), 0, { $c: true, ...key, numerator: 98_762 }];
    };

    test('whole: who wrote what, when, and why it is held', async () => {
      const { name } = await aForbidden('shown', { place: 'Chợ', female: 4 });
      expect(await look(officer, name)).toEqual([
        200,
        {
          person: recorder.id,
          at: server.clock.now,
          problem: { code: 'rights/forbidden' },
          changes: [{ table: 'activity', id: 'shown', values: { place: 'Chợ', female: 4 } }],
        },
      ]);
    });

    test('and to nobody else, nor once it is settled', async () => {
      const { name } = await aForbidden('not-shown');
      const forbidden = [403, { code: 'rights/forbidden' }];
      expect(await look(recorder, name)).toEqual(forbidden);
      expect(await look(await signInRole(server, 'leader'), name)).toEqual(forbidden);
      expect((await look(await signInRole(server, 'auditor'), name))[0]).toBe(404);
      await settle('drop', officer, name);
      expect(await look(officer, name)).toEqual([404, { code: 'rights/not-found' }]);
    });

    test('without its contents where they are not kept, cannot be read, or have become guarded', async () => {
      const one = createReplica(server, officer);
      const lines = [one.question(), one.standing(), JSON.stringify(['m', 1, 0, 1, 0, 'nonsense'])];
      const malformed = linesOf(await exchange(server, officer, lines), 'h')[0]?.[2] ?? 0;
      expect(await look(officer, { alias: malformed, n: 1 })).toMatchObject([200, { changes: null }]);

      const leader = await signInRole(server, 'leader');
      const two = createReplica(server, leader);
      const alias = linesOf(await two.push(two.mutation([reading('later-guarded')])), 'h')[0]?.[2] ?? 0;
      expect((await look(officer, { alias, n: 1 }))[1]).toMatchObject({ changes: [{ table: 'reading' }] });
      await server.deps.storage.ledger.change(WORK, (locked) =>
        writeLocked(locked, {
          changes: [{ table: 'measure', id: 'later-guarded', values: { $c: true, guarded: true } }],
          person: '',
          at: server.clock.now,
        }),
      );
      expect((await look(officer, { alias, n: 1 }))[1]).toMatchObject({ changes: null });
    });

    test.each([
      ['a number that is none', { alias: 1, n: 0 }, 400],
      ['an alias that no scope gives', { alias: 3_000_000_000, n: 1 }, 400],
      ['a scope that is none', { scope: 'nonsense', alias: 1, n: 1 }, 400],
      ['a scope elsewhere', { scope: 'sample-city/work', alias: 1, n: 1 }, 404],
    ])('and is not %s', async (_what, name, status) => {
      expect((await look(officer, name))[0]).toBe(status);
    });
  });

  test('is put away by no recorder but its author, by whatever door', async () => {
    const leader = createReplica(server, await signInRole(server, 'leader'));
    await leader.push(leader.mutation([anActivity('not-theirs-to-end')]));
    const [held] = await conflictsAbout(server, 'not-theirs-to-end');
    const { name } = await anOrphan('not-theirs-either');
    const [orphan] = await conflictsAbout(server, 'not-theirs-either');
    const other = createReplica(server, recorder);
    const say = (id: string, state: string) => other.mutation([['conflict', id, 0, { state }]]);
    const answer = await other.push(
      say(held?.id ?? '', 'dropped'),
      ...['kept', 'taken', 'dropped', 'open'].map((state) => say(orphan?.id ?? '', state)),
    );
    expect(refusalsOf(answer)).toEqual([1, 2, 3, 4, 5].map((n) => [n, 'rights/forbidden']));
    expect(await conflictsAbout(server, 'not-theirs-to-end')).toMatchObject([{ state: 'open' }]);
    expect(await conflictsAbout(server, 'not-theirs-either')).toMatchObject([{ state: 'open' }]);
    expect(await stateOf(held?.alias ?? 0, 1)).toEqual({ state: 0 });
    expect(await stateOf(name.alias, name.n)).toEqual({ state: 0 });
  });

  test('of a record that is gone is put away, and brought back as open, by who may', async () => {
    await anOrphan('undone');
    const [orphan] = await conflictsAbout(server, 'undone');
    const one = createReplica(server, officer);
    const say = (state: string) => one.mutation([['conflict', orphan?.id ?? '', 0, { state }]]);
    expect(refusalsOf(await one.push(say('dropped')))).toEqual([]);
    expect(await conflictsAbout(server, 'undone')).toMatchObject([{ state: 'dropped' }]);
    expect(refusalsOf(await one.push(say('open')))).toEqual([]);
    expect(await conflictsAbout(server, 'undone')).toMatchObject([{ state: 'open' }]);
  });

  test('that was released stays so, whatever its author says of it later', async () => {
    const { two, name } = await aForbidden('stays');
    await settle('release', officer, name);
    const [conflict] = await conflictsAbout(server, 'stays');
    server.clock.now += 60_000;
    const answer = await two.push(two.mutation([['conflict', conflict?.id ?? '', 0, { state: 'dropped' }]]));
    expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
    expect(await conflictsAbout(server, 'stays')).toMatchObject([{ state: 'released' }]);
    expect(await stateOf(name.alias, 1)).toEqual({ state: 1 });
  });

  test.each([
    ['its author, who may write only own work', 'recorder', 403, 'rights/forbidden'],
    ['those who only read', 'leader', 403, 'rights/forbidden'],
    ['those who do not know the scope', 'auditor', 404, 'rights/not-found'],
  ])('is neither released nor put away by %s', async (_who, role, status, code) => {
    const { name } = await aForbidden(`not-by-${role}`);
    const person = await signInRole(server, role);
    expect(await settle('release', person, name)).toEqual([status, { code }]);
    expect(await settle('drop', person, name)).toEqual([status, { code }]);
    expect(await stateOf(name.alias, 1)).toEqual({ state: 0 });
  });

  test('that is still wrong stays held, and says why', async () => {
    const one = createReplica(server, officer);
    const answer = await one.push(one.mutation([anActivity('still-wrong', { female: -1 })]));
    const alias = linesOf(answer, 'h')[0]?.[2] ?? 0;
    const [status, problem] = await settle('release', officer, { alias, n: 1 });
    expect([status, problem]).toEqual([422, expect.objectContaining({ code: 'sync/bad-value', field: 'female' })]);
    expect(await stateOf(alias, 1)).toEqual({ state: 0 });
    expect(await activity('still-wrong')).toBeUndefined();
  });

  test('of which the text says nothing stays held', async () => {
    const one = createReplica(server, officer);
    const parts = [0, 1, 0, 'nonsense'];
    const lines = [one.question(), one.standing(), JSON.stringify(['m', 1, ...parts])];
    const alias = linesOf(await exchange(server, officer, lines), 'h')[0]?.[2] ?? 0;
    expect((await settle('release', officer, { alias, n: 1 }))[1]).toEqual({ code: 'sync/malformed' });
  });

  test.each([
    ['one that never was', { alias: 1, n: 99_999 }, 404],
    ['a number that is none', { alias: 1, n: 0 }, 400],
    ['an alias that no scope gives', { alias: 3_000_000_000, n: 1 }, 400],
    ['a scope that is none', { scope: 'nonsense', alias: 1, n: 1 }, 400],
    ['a scope elsewhere', { scope: 'sample-city/work', alias: 1, n: 1 }, 404],
  ])('is not %s', async (_what, name, status) => {
    expect((await settle('release', officer, name))[0]).toBe(status);
    expect((await settle('drop', officer, name))[0]).toBe(status);
  });

  describe('by a server that did not know what it says', () => {
    const sendUnknown = async (person: SignedPerson, operations: readonly Operation[]) => {
      const replica = createReplica(server, person, WORK, { schema: SCHEMA_VERSION + 1 });
      const answer = await replica.push(replica.mutation(operations));
      return { alias: linesOf(answer, 'h')[0]?.[2] ?? 0, refusals: refusalsOf(answer) };
    };
    /** As an older server would have held what this one knows. */
    const holdAs = async (problem: Problem, person: SignedPerson, operations: readonly Operation[]) => {
      server.clock.now += 1_000;
      const { alias } = await sendUnknown(person, [anActivity('none', { approvedBy: 'me' })]);
      const content = { n: 1, ms: server.clock.now, ctr: 0, operations };
      const mut = JSON.stringify(['m', 1, chainHash(0, content), content.ms, 0, operations, SCHEMA_VERSION]);
      await server.opened.database
        .updateTable('held')
        .set({ mut, code: problem.code, detail: JSON.stringify(problem) })
        .where('scope', '=', WORK)
        .where('alias', '=', alias)
        .execute();
      return alias;
    };
    const deps = () => server.deps;

    test('names what is unknown of a newer app, and takes what it knows', async () => {
      expect((await sendUnknown(officer, [anActivity('newer-known')])).refusals).toEqual([]);
      expect((await sendUnknown(officer, [['future', 'x', 0, { $c: true }]])).refusals).toEqual([
        [1, 'sync/unknown-table'],
      ]);
      expect(await activity('newer-known')).toBeDefined();
    });

    test('is judged again when the server starts, in the right of its author', async () => {
      const field: Problem = { code: 'sync/unknown-field', field: 'place' };
      const alias = await holdAs(field, officer, [anActivity('understood', { place: 'Chợ' })]);
      const still = await holdAs(field, recorder, [anActivity('not-theirs', { place: 'Chợ' })]);
      expect(await releaseUnderstood(deps(), AbortSignal.abort())).toBe(0);
      expect(await releaseUnderstood(deps())).toBe(1);
      expect((await activity('understood'))?.registers['place']?.[3]).toBe(alias);
      expect([await stateOf(alias, 1), await stateOf(still, 1)]).toEqual([{ state: 1 }, { state: 0 }]);
      expect(await activity('not-theirs')).toBeUndefined();
      expect(await releaseUnderstood(deps())).toBe(0);
    });

    test('is judged again also for a value that it did not know, and for nothing that was wrong by itself', async () => {
      const value = (code: 'field/unknown-value' | 'field/not-a-count'): Problem => ({
        code: 'sync/bad-value',
        field: 'kind',
        problem: { code },
      });
      await holdAs(value('field/unknown-value'), officer, [anActivity('value-known')]);
      await holdAs(value('field/not-a-count'), officer, [anActivity('value-wrong')]);
      await holdAs({ code: 'sync/malformed' }, officer, [anActivity('line-wrong')]);
      expect(await releaseUnderstood(deps())).toBe(1);
      expect(await activity('value-known')).toBeDefined();
    });

    test('waits on when its author has gone', async () => {
      const alias = await holdAs({ code: 'sync/unknown-table' }, officer, [anActivity('gone-author')]);
      const { database: opened } = server.opened;
      const closed = (is: 0 | 1) =>
        opened.updateTable('account').set({ closed: is }).where('person', '=', officer.id).execute();
      await closed(1);
      expect(await releaseUnderstood(deps())).toBe(0);
      await closed(0);
      expect(await releaseUnderstood(deps())).toBe(1);
      expect(await stateOf(alias, 1)).toEqual({ state: 1 });
    });
  });

  test('has a conflict of its own in the scope', async () => {
    const held = (
      await server.opened.database.selectFrom('held').selectAll().where('scope', '=', WORK).execute()
    ).filter(({ mut }) => !mut.includes('"no-conflict"'));
    const told = (await keptConflicts(server)).filter(({ kind }) => kind === 'held' || kind === 'orphan');
    expect(told.map(({ alias, n }) => `${String(alias)}.${String(n)}`).sort()).toEqual(
      held.map(({ alias, n }) => `${String(alias)}.${String(n)}`).sort(),
    );
  });
});
