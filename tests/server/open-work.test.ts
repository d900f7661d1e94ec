/** A unit's work, opened from above: who may, what comes, what never does, and how little it costs the server. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/records/unit.ts';
import { addPerson, addUnit, COMMAND_LINE } from '#server/actions/administration.ts';
import { mergeUnits } from '#server/actions/merge-units.ts';
import { openWork } from '#server/actions/open-work.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { scopeOf } from '#domain/scope.ts';
import { parseOpenedLine, type OpenedLine } from '#sync/opened-work.ts';
import type { Operation } from '#sync/mutation.ts';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  openSampleServer,
  openServer,
  refusalsOf,
  signInAs,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
  type TestServer,
} from './test-server.ts';
import { aMeasure, aReading, FIGURE } from './guarded-readings.ts';
import { addProvince, done } from './three-communes.ts';

const open = ({ app }: Pick<TestServer, 'app'>, { headers }: Pick<SignedPerson, 'headers'>, unit: string, known = '') =>
  app.request(`/api/work/${unit}${known === '' ? '' : `?known=${encodeURIComponent(known)}`}`, { headers }, {});

const must = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('nothing there');
  return found;
};

const linesIn = async (response: Response): Promise<readonly OpenedLine[]> =>
  (await response.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => must(parseOpenedLine(line)));

/** What a reader holds once all lines are read, by `scope table id`. */
const heldOf = (lines: readonly OpenedLine[]) => {
  const held = new Map<string, Readonly<Record<string, unknown>>>();
  let scope = '';
  for (const line of lines) {
    if (line[0] === 's') scope = line[1];
    if (line[0] === 'r') held.set(`${scope} ${line[1]} ${line[2]}`, line[3]);
    if (line[0] === 'd') held.delete(`${scope} ${line[1]} ${line[2]}`);
  }
  return held;
};
const tagOf = (lines: readonly OpenedLine[]): string => {
  const last = must(lines.at(-1));
  if (last[0] !== 'z') throw new Error('the answer has no end');
  return last[1];
};

const askerOf = ({ id, device }: SignedPerson) => ({
  person: id,
  device,
  actor: { unit: 'sample-city', role: 'supervisor' as const },
});

/** What no packing makes shorter. */
const aText = (): string => randomBytes(3_000).toString('base64url');

const roles = ['recorder', 'officer', 'leader', 'supervisor', 'administrator', 'auditor'] as const;
const relations = ['own', 'predecessor', 'parent', 'above', 'child', 'below', 'sibling', 'elsewhere'] as const;

/** Literal on purpose; in the order of `relations`. */
const expected: Readonly<Record<Role, readonly number[]>> = {
  recorder: [200, 200, 404, 404, 404, 404, 404, 404],
  officer: [200, 200, 404, 404, 404, 404, 404, 404],
  leader: [200, 200, 404, 404, 404, 404, 404, 404],
  supervisor: [200, 200, 404, 404, 200, 200, 404, 404],
  administrator: [403, 403, 404, 404, 404, 404, 404, 404],
  auditor: [403, 403, 404, 404, 404, 404, 404, 404],
};

describe.each(databases)('Opening the work of a unit, on $name', (database) => {
  describe('is for', () => {
    let server: TestServer;
    /** From where a unit in that relation is seen, and which it is. */
    let seen: Readonly<Record<(typeof relations)[number], readonly [from: string, unit: string]>>;
    let people: ReadonlyMap<string, SignedPerson>;
    beforeAll(async () => {
      server = await openServer(database);
      const { province, district, communes } = await addProvince(server);
      const [first, second, third] = communes.map(({ id }) => id);
      const into = { name: 'Phường Mẫu', kind: 'phường', officialCode: '97001', parent: district };
      const units = [first ?? '', second ?? ''];
      const { id: merged } = done(await mergeUnits(server.deps, COMMAND_LINE, { units, into, from: '2025-07-01' }));
      const stranger = done(
        await addUnit(server.deps, COMMAND_LINE, { name: 'Tỉnh Khác', kind: 'tỉnh', parent: undefined }),
      ).id;
      seen = {
        own: [merged, merged],
        predecessor: [merged, units[0] ?? ''],
        parent: [merged, district],
        above: [merged, province],
        child: [district, merged],
        below: [province, merged],
        sibling: [merged, third ?? ''],
        elsewhere: [merged, stranger],
      };
      const signedIn = new Map<string, SignedPerson>();
      for (const unit of [merged, district, province])
        for (const role of roles) {
          const signIn = `${role}.${String(signedIn.size)}`;
          const person = { unit, agency: '', name: 'Một Mẫu', title: '', role, signIn };
          signedIn.set(
            `${unit} ${role}`,
            await signInAs(server, done(await addPerson(server.deps, COMMAND_LINE, person))),
          );
        }
      people = signedIn;
    });
    afterAll(() => server.close());

    test.each(roles.flatMap((role) => relations.map((relation, at) => [role, relation, expected[role][at]] as const)))(
      'a %s of one that is %s: %i',
      async (role, relation, status) => {
        const [from, unit] = seen[relation];
        const person = must(people.get(`${from} ${role}`));
        const response = await open(server, person, unit);
        expect(response.status).toBe(status);
        const [first] = (await response.text()).split('\n');
        const code = status === 403 ? 'rights/forbidden' : 'rights/not-found';
        expect(JSON.parse(must(first))).toEqual(status === 200 ? ['o', server.clock.now] : { code });
      },
    );

    test('nobody, of a unit that cannot be', async () => {
      const person = must(people.get(`${seen.below[0]} supervisor`));
      for (const unit of ['never-made', 'root', 'x'.repeat(41), '..%2f..', encodeURIComponent("a' OR 1=1")])
        expect((await open(server, person, unit)).status).toBe(404);
      const twice = `/api/work/${seen.below[1]}?known=a&known=b`;
      expect((await server.app.request(twice, { headers: person.headers }, {})).status).toBe(400);
    });
  });

  describe('gives', () => {
    let server: SampleServer;
    let supervisor: SignedPerson;
    let officer: SignedPerson;
    beforeAll(async () => {
      server = await openSampleServer(database);
      supervisor = await signInRole(server, 'supervisor');
      officer = await signInRole(server, 'officer');
    });
    afterAll(() => server.close());

    const write = (operations: readonly Operation[]): Promise<void> =>
      writeAsServer(server.deps.storage.ledger, {
        scope: WORK,
        changes: operations.map(([, id, , values]) => ({ table: 'activity' as const, id, values })),
        person: '',
        at: server.clock.now,
      });

    test('every record of the work as it is stored, what stands above it, and the agencies; of people nothing', async () => {
      const replica = createReplica(server, officer);
      await replica.push(
        replica.mutation([anActivity('kept', { female: 12, place: 'Nhà văn hóa', 'tasks/t1': true })]),
        replica.mutation([anEdit('kept', { place: null })]),
      );
      const response = await open(server, supervisor, 'sample-commune');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      const lines = await linesIn(response);
      const held = heldOf(lines);
      expect(held.get(`${WORK} activity kept`)).toEqual({
        $c: true,
        title: 'Treo băng rôn',
        type: 'banner',
        from: '2024-11-15',
        to: '2024-11-15',
        agency: 'sample-agency-commune',
        female: 12,
        'tasks/t1': true,
      });
      const { ledger } = server.deps.storage;
      for (const table of ['plan', 'objective', 'indicator', 'measure', 'target', 'task', 'rule']) {
        const stored = (await ledger.recordsOf(WORK, table)).map(({ id }) => `${WORK} ${table} ${id}`);
        expect(stored.length).toBeGreaterThan(0);
        expect([...held.keys()].filter((key) => key.startsWith(`${WORK} ${table} `)).sort()).toEqual(stored.sort());
      }
      expect([...held.keys()].some((key) => key.startsWith('sample-province/issued indicator '))).toBe(true);
      expect([...held.keys()].filter((key) => key.includes(' agency '))).toHaveLength(7);
      expect([...held.keys()].some((key) => / (?:person|conflict) /u.test(key))).toBe(false);
      expect(lines.at(-2)?.[0]).toBe('e');
      expect(tagOf(lines)).not.toBe('');
    });

    test('nothing but "as before" to who has it all, and all of it again after any change', async () => {
      const tag = tagOf(await linesIn(await open(server, supervisor, 'sample-commune')));
      const same = await open(server, supervisor, 'sample-commune', tag);
      expect([same.status, await same.text()]).toEqual([204, '']);
      const replica = createReplica(server, officer);
      await replica.push(replica.mutation([anActivity('new')]));
      const changed = await open(server, supervisor, 'sample-commune', tag);
      expect(changed.status).toBe(200);
      expect(heldOf(await linesIn(changed)).has(`${WORK} activity new`)).toBe(true);
    });

    test('no reading of a measure that is guarded, by the unit itself or from above, also one that was entered before', async () => {
      const replica = createReplica(server, officer);
      const answer = await replica.push(
        replica.mutation([aMeasure('open'), aReading('open')]),
        replica.mutation([aMeasure('turned'), aReading('turned')]),
        replica.mutation([aReading('from-above')]),
      );
      expect(refusalsOf(answer)).toEqual([]);
      await replica.push(replica.mutation([['measure', 'turned', 0, { guarded: true }]]));
      const [, , , values] = aMeasure('from-above');
      const changes = [{ table: 'measure' as const, id: 'from-above', values: { ...values, guarded: true } }];
      const issue = { scope: scopeOf('sample-province', 'issued'), changes, person: '', at: server.clock.now };
      await writeAsServer(server.deps.storage.ledger, issue);

      const lines = await linesIn(await open(server, supervisor, 'sample-commune'));
      const keys = [...heldOf(lines).keys()];
      expect(keys.filter((one) => one.startsWith(`${WORK} reading `))).toEqual([
        `${WORK} reading ${aReading('open')[1]}`,
      ]);
      expect(keys).toContain(`${WORK} measure turned`);
      expect(JSON.stringify(lines).split(String(FIGURE))).toHaveLength(2);
    });

    test('the state at one head, though records are changed and deleted while it is read', async () => {
      const replica = createReplica(server, officer);
      const ids = Array.from({ length: 600 }, (_, nth) => `a${String(nth)}`);
      await write(ids.map((id) => anActivity(id)));
      const lines = done(await openWork(server.deps)(askerOf(supervisor), { unit: 'sample-commune', known: '' }))?.();
      const told: OpenedLine[] = [];
      const isTold = (id: string) => told.some((line) => line[0] === 'r' && line[2] === id);
      let isChanged = false;
      for await (const some of lines ?? []) {
        told.push(...some.map((line) => must(parseOpenedLine(line))));
        if (isChanged || !isTold('a1')) continue;
        isChanged = true;
        expect(isTold('a599')).toBe(false);
        const later = server.clock.now + 60_000;
        await replica.push(
          replica.mutation([anEdit('a0', { title: 'Đã sửa' })], later),
          replica.mutation([anEdit('a1', { $d: true })], later),
          replica.mutation([anEdit('a599', { $d: true })], later),
        );
      }
      const held = heldOf(told);
      expect(held.get(`${WORK} activity a0`)).toMatchObject({ title: 'Đã sửa' });
      expect(held.has(`${WORK} activity a1`)).toBe(false);
      expect(held.has(`${WORK} activity a599`)).toBe(false);
      expect([...held.keys()].filter((one) => one.startsWith(`${WORK} activity a`))).toHaveLength(598);
    });

    test('a trail in the directory of the unit: who opened whose, never what', async () => {
      const entries = () =>
        server.opened.database
          .selectFrom('audit')
          .select(['scope', 'person', 'device', 'object', 'result'])
          .where('what', '=', 'open-work')
          .execute();
      const before = (await entries()).length;
      const tag = tagOf(await linesIn(await open(server, supervisor, 'sample-commune')));
      await open(server, supervisor, 'sample-commune', tag);
      await open(server, officer, 'sample-city');
      const { id: person, device } = supervisor;
      const scope = scopeOf('sample-commune', 'directory');
      expect((await entries()).slice(before)).toEqual([
        { scope, person, device, object: 'sample-commune', result: 'done' },
      ]);
    });

    test('to one person twice at once; the third time ends the first, which then lacks its last line', async () => {
      await write(Array.from({ length: 60 }, (_, nth) => anActivity(`wide-${String(nth)}`, { narrative: aText() })));
      const [first, second, third] = [
        await open(server, supervisor, 'sample-commune'),
        await open(server, supervisor, 'sample-commune'),
        await open(server, supervisor, 'sample-commune'),
      ];
      expect((await linesIn(first)).some(([kind]) => kind === 'z')).toBe(false);
      for (const whole of [second, third]) expect(tagOf(await linesIn(whole))).not.toBe('');
    });

    test('no last line of a scope that began a new life while it was read', async () => {
      const { ledger } = server.deps.storage;
      let pages = 0;
      const page: typeof ledger.page = async (...args) => {
        const found = await ledger.page(...args);
        pages += 1;
        return pages < 2 || found.head === undefined ? found : { ...found, head: { ...found.head, epoch: 'another' } };
      };
      const restored = { ...server.deps, storage: { ...server.deps.storage, ledger: { ...ledger, page } } };
      const lines = done(await openWork(restored)(askerOf(supervisor), { unit: 'sample-commune', known: '' }))?.();
      const told: OpenedLine[] = [];
      for await (const some of lines ?? []) told.push(...some.map((line) => must(parseOpenedLine(line))));
      expect(told.length).toBeGreaterThan(2);
      expect(told.some(([kind]) => kind === 'z')).toBe(false);
    });

    test('page after page, never more than one ahead of a reader that stops, and nothing after they left', async () => {
      const long = 'x'.repeat(3_000);
      await write(Array.from({ length: 320 }, (_, nth) => anActivity(`long-${String(nth)}`, { narrative: long })));
      const { ledger } = server.deps.storage;
      const asked: number[] = [];
      const watched = {
        ...server.deps,
        storage: {
          ...server.deps.storage,
          ledger: {
            ...ledger,
            page: (...args: Parameters<typeof ledger.page>) => {
              asked.push(args[2]);
              return ledger.page(...args);
            },
          },
        },
      };
      const lines = done(await openWork(watched)(askerOf(supervisor), { unit: 'sample-commune', known: '' }))?.();
      let most = 0;
      for (let nth = 0; nth < 6; nth += 1) {
        const before = asked.length;
        const page = await lines?.next();
        expect(asked.length - before).toBeLessThanOrEqual(1);
        if (page?.done === false) most = Math.max(most, page.value.join('').length);
      }
      expect(most).toBeLessThan(512 * 1024);
      expect(Math.max(...asked)).toBeLessThanOrEqual(128);
      const before = asked.length;
      await lines?.return();
      expect((await lines?.next())?.done).toBe(true);
      expect(asked.length).toBe(before);
    });

    test('what the units that it carries on left, and what was deleted not at all', async () => {
      const replica = createReplica(server, officer);
      await replica.push(
        replica.mutation([anActivity('old')]),
        replica.mutation([anActivity('gone')]),
        replica.mutation([anEdit('gone', { $d: true })]),
      );
      const into = { name: 'Phường Mẫu', kind: 'phường', officialCode: '97001', parent: 'sample-city' };
      const merging = { units: ['sample-commune'], into, from: '2024-01-01' };
      const { id } = done(await mergeUnits(server.deps, COMMAND_LINE, merging));
      const lines = await linesIn(await open(server, supervisor, id));
      expect(heldOf(lines).has(`${WORK} activity old`)).toBe(true);
      expect(JSON.stringify(lines)).not.toContain('"gone"');
    });
  });
});
