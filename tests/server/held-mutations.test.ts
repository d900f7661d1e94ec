import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { chainOver } from '#sync/chain.ts';
import type { Operation } from '#sync/mutation.ts';
import { lineOfMutation } from '#sync/mutation.ts';
import { chainHash } from '#sync/chain.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  anEdit,
  createReplica,
  exchange,
  linesOf,
  openSampleServer,
  refusalsOf,
  signInRole,
  sliceLines,
  WORK,
  type SampleServer,
} from './test-server.ts';

describe.each(databases)('The sync door on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const stored = async (id: string) => server.deps.storage.ledger.record(WORK, { table: 'activity', id });
  const valueOf = async (id: string, field: string) => (await stored(id))?.registers[field]?.[0];

  describe('holds, with its reason, and goes on after', () => {
    const heldAs = async (role: string, operations: Parameters<ReturnType<typeof createReplica>['mutation']>[0]) => {
      const replica = createReplica(server, await signInRole(server, role));
      const answer = await replica.push(replica.mutation(operations), replica.mutation([anActivity('after')]));
      expect(acknowledged(answer)).toBe(2);
      return linesOf(answer, 'x')[0];
    };

    test.each([
      ['an unknown table', [['nonsense', 'x', 0, { $c: true }]], { code: 'sync/unknown-table' }],
      ['a table of another compartment', [['person', 'x', 0, { $c: true }]], { code: 'sync/unknown-table' }],
      [
        'an unknown field',
        [anActivity('held-1', { approvedBy: 'me' })],
        { code: 'sync/unknown-field', field: 'approvedBy' },
      ],
      ['a count that is none', [anActivity('held-2', { female: -1 })], { code: 'sync/bad-value', field: 'female' }],
      ['an id that is none', [anActivity('không được')], { code: 'sync/wrong-id' }],
      ['a NUL in an id', [anActivity('a\0b')], { code: 'sync/wrong-id' }],
      ['a NUL in the name of a table', [['a\0b', 'nul', 0, { $c: true }]], { code: 'sync/unknown-table' }],
      [
        'a record that it names twice',
        [anActivity('twice', { agency: 'sample-agency-city' }), anEdit('twice', { agency: 'sample-agency-commune' })],
        { code: 'sync/malformed' },
      ],
      ['an edit of a record that is not there', [anEdit('never', { title: 'x' })], { code: 'sync/record-gone' }],
      [
        'a reading whose id is not its key',
        [
          [
            'reading',
            'm~u~a~2025',
            0,
            { $c: true, measure: 'm', unit: 'u', agency: 'a', period: '2024', numerator: 1 },
          ],
        ],
        { code: 'sync/wrong-id' },
      ],
    ] as const)('%s', async (_what, operations, problem) => {
      const held = await heldAs(
        'officer',
        operations.map(([table, id, b, values]) => [table, id, b, values]),
      );
      expect(held).toEqual(['x', 1, expect.objectContaining(problem)]);
      const ids = (await server.deps.storage.ledger.page(WORK, 0, 10_000)).records.map((record) => record.id);
      for (const [, id] of operations) expect(ids).not.toContain(id);
    });

    test('a stamp whose counter passes what any clock counts', async () => {
      const officer = await signInRole(server, 'officer');
      const replica = createReplica(server, officer);
      await replica.push();
      const content = { ...replica.mutation([anActivity('counted')]), ctr: 3_000_000_000 };
      const wrong = { ...content, h: chainHash(0, content) };
      expect(refusalsOf(await replica.push(wrong))).toEqual([[1, 'sync/malformed']]);
      expect(await stored('counted')).toBeUndefined();
    });

    test("an edit of another agency's activity by a recorder", async () => {
      const officer = createReplica(server, await signInRole(server, 'officer'));
      await officer.push(officer.mutation([anActivity('theirs', { title: 'Của UBND' })]));
      const recorder = createReplica(server, await signInRole(server, 'recorder'));
      const own = { agency: 'sample-agency-womens-union' };
      const answer = await recorder.push(
        recorder.mutation([anEdit('theirs', { title: 'Sửa' })]),
        recorder.mutation([anActivity('ours', own)]),
      );
      expect(linesOf(answer, 'x')).toEqual([['x', 1, { code: 'rights/forbidden' }]]);
      expect(await valueOf('theirs', 'title')).toBe('Của UBND');
      expect(await stored('ours')).toBeDefined();
    });

    test("anything that a leader writes into the commune's work", async () => {
      const replica = createReplica(server, await signInRole(server, 'leader'));
      const answer = await replica.push(replica.mutation([anActivity('by-leader')]));
      expect(linesOf(answer, 'x')).toEqual([['x', 1, { code: 'rights/forbidden' }]]);
      expect(await stored('by-leader')).toBeUndefined();
    });

    test('a reading of a guarded measure, whose figure is kept nowhere', async () => {
      const replica = createReplica(server, await signInRole(server, 'officer'));
      const measure = {
        $c: true,
        plan: '001.plan',
        indicator: 'i',
        title: 'Số vụ',
        kind: 'count',
        better: 'lower',
        source: 'own-register',
        guarded: true,
        order: '001V',
      } as const;
      const key = { measure: 'guarded', unit: 'sample-commune', agency: 'sample-agency-commune', period: '2024' };
      const id = 'guarded~sample-commune~sample-agency-commune~2024';
      const answer = await replica.push(
        replica.mutation([['measure', 'guarded', 0, measure]]),
        replica.mutation([['reading', id, 0, { $c: true, ...key, numerator: 98_765 }]]),
      );
      expect(linesOf(answer, 'x')).toEqual([['x', 2, { code: 'reading/guarded' }]]);
      const held = await server.opened.database.selectFrom('held').select('mut').where('scope', '=', WORK).execute();
      expect(held.some(({ mut }) => mut.includes('98765'))).toBe(false);
    });

    describe('and keeps no guarded figure', () => {
      const FIGURE = 98_761;
      const reading = (measure: string, values: Operation[3] = {}): Operation => {
        const key = { measure, unit: 'sample-commune', agency: 'sample-agency-commune', period: '2024' };
        return ['reading', Object.values(key).join('~'), 0, { $c: true, ...key, numerator: FIGURE, ...values }];
      };
      const guarded = (id: string): Operation[3] => ({
        $c: true,
        plan: '001.plan',
        indicator: 'i',
        title: id,
        kind: 'count',
        better: 'lower',
        source: 'own-register',
        guarded: true,
        order: '001V',
      });
      const isKept = async (): Promise<boolean> => {
        const { database: opened } = server.opened;
        const texts = [
          ...(await opened.selectFrom('held').select(['mut as text', 'detail']).execute()),
          ...(await opened.selectFrom('rec').select(['regs as text', 'id as detail']).execute()),
          ...(await opened.selectFrom('history').select(['fields as text', 'id as detail']).execute()),
        ];
        return texts.some(({ text, detail }) => `${text}${detail}`.includes(String(FIGURE)));
      };
      const send = async (...operations: readonly Operation[]) => {
        const replica = createReplica(server, await signInRole(server, 'officer'));
        return refusalsOf(await replica.push(replica.mutation(operations)));
      };

      test('of a measure that a unit above has issued', async () => {
        await writeAsServer(server.deps.storage.ledger, {
          scope: 'sample-city/issued',
          changes: [{ table: 'measure', id: 'issued-guarded', values: guarded('issued-guarded') }],
          person: '',
          at: server.clock.now,
        });
        expect(await send(reading('issued-guarded'))).toEqual([[1, 'reading/guarded']]);
        expect(await send(reading('issued-guarded'), reading('issued-guarded'))).toEqual([[1, 'sync/malformed']]);
        expect(await isKept()).toBe(false);
      });

      test('of a measure that becomes guarded in the same mutation', async () => {
        const measure: Operation = ['measure', 'same-guarded', 0, guarded('same-guarded')];
        expect(await send(measure, reading('same-guarded'))).toEqual([[1, 'reading/guarded']]);
        expect(await isKept()).toBe(false);
      });

      test('when something else of the mutation is refused first', async () => {
        await send(['measure', 'else-guarded', 0, guarded('else-guarded')]);
        expect(await send(anActivity('else', { female: -1 }), reading('else-guarded'))).toEqual([
          [1, 'sync/bad-value'],
        ]);
        expect(await send(reading('else-guarded', { male: { numerator: FIGURE, denominator: 'x' } }))).toEqual([
          [1, 'reading/guarded'],
        ]);
        expect(await isKept()).toBe(false);
      });

      test('when the reading says one measure and its id another', async () => {
        await send(['measure', 'named-guarded', 0, guarded('named-guarded')]);
        expect(await send(reading('named-guarded', { measure: 'another' }))).toEqual([[1, 'reading/guarded']]);
        expect(await send(reading('another', { measure: 'không có' }))).toEqual([[1, 'sync/bad-value']]);
        const held = await server.opened.database.selectFrom('held').select('mut').execute();
        expect(held.some(({ mut }) => mut.includes('named-guarded~'))).toBe(false);
      });

      test('when the line cannot be read', async () => {
        const officer = await signInRole(server, 'officer');
        const replica = createReplica(server, officer);
        const line = JSON.stringify(['m', 1, 0, 1, 0, [reading('m'), 'nonsense']]);
        const answer = await exchange(server, officer, [...replica.lines(), line]);
        expect(refusalsOf(answer)).toEqual([[1, 'sync/malformed']]);
        const held = await server.opened.database.selectFrom('held').select('mut').execute();
        expect(held.some(({ mut }) => mut.includes('"m~sample-commune'))).toBe(false);
      });
    });

    test('an edit of a record that is gone, by who may not write there, as forbidden', async () => {
      const replica = createReplica(server, await signInRole(server, 'leader'));
      const answer = await replica.push(replica.mutation([anEdit('gone-for-leader', { place: 'x' })]));
      expect(refusalsOf(answer)).toEqual([[1, 'rights/forbidden']]);
    });

    test('slices whose line bears another number or another chain', async () => {
      const officer = await signInRole(server, 'officer');
      const replica = createReplica(server, officer);
      const mutation = replica.mutation([anActivity('other-number', { narrative: 'x'.repeat(1_500) })]);
      const lines = sliceLines({ n: 1, h: 4_711 }, lineOfMutation(mutation));
      const answer = await exchange(server, officer, [...replica.lines(), ...lines]);
      expect(refusalsOf(answer)).toEqual([[1, 'sync/malformed']]);
      expect(await stored('other-number')).toBeUndefined();
    });

    test('a line that is a mutation in number only, and one that is too large', async () => {
      const officer = await signInRole(server, 'officer');
      const replica = createReplica(server, officer);
      const large = replica.mutation([anActivity('large', { narrative: 'ộ'.repeat(12_000) })]);
      const parts = [1, 0, [['activity', 'x', 0, 'nonsense']]];
      const nonsense = JSON.stringify(['m', 2, chainOver(large.h, [2, ...parts]), ...parts]);
      // Of this one nothing can be told but its number.
      const deep = `["m",3,0,1,0,${'['.repeat(5_000)}${']'.repeat(5_000)}]`;
      const answer = await exchange(server, officer, [...replica.lines(large), nonsense, deep]);
      expect(acknowledged(answer)).toBe(3);
      expect(refusalsOf(answer)).toEqual([
        [1, 'sync/too-large'],
        [2, 'sync/malformed'],
        [3, 'sync/malformed'],
      ]);
    });

    test('nonsense that came in slices, and gives back the chain that its device goes on from', async () => {
      const officer = await signInRole(server, 'officer');
      const replica = createReplica(server, officer);
      const text = JSON.stringify(['m', 1, 4_711, 1, 0, [['activity', 'x', 0, 'nonsense'.repeat(200)]]]);
      const lines = sliceLines({ n: 1, h: 4_711 }, text);
      const answer = await exchange(server, officer, [replica.question(), replica.standing(), ...lines]);
      expect(lines.length).toBeGreaterThan(2);
      expect(linesOf(answer, 'h').map(([, , , , , ackN, ackH]) => [ackN, ackH])).toEqual([[1, 4_711]]);
      expect(linesOf(answer, 'x')).toEqual([['x', 1, { code: 'sync/malformed' }]]);
    });

    test('and keeps its text for a human, with nothing of it in effect', async () => {
      const replica = createReplica(server, await signInRole(server, 'officer'));
      const mutation = replica.mutation([anActivity('whole'), anActivity('half', { female: -1 })]);
      await replica.push(mutation);
      expect(await stored('whole')).toBeUndefined();
      const held = await server.opened.database.selectFrom('held').select('mut').where('scope', '=', WORK).execute();
      expect(held.map(({ mut }) => mut)).toContain(lineOfMutation(mutation));
    });
  });
});
