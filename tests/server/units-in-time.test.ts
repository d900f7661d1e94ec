import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readUnits, visible } from '#server/actions/units.ts';
import { addUnit, COMMAND_LINE } from '#server/actions/administration.ts';
import { endUnit, mergeUnits, type Merger } from '#server/actions/merge-units.ts';
import { movePerson } from '#server/actions/move-person.ts';
import { changeAgency, changeUnit } from '#server/actions/rename.ts';
import { relationTo } from '#server/actions/rights-on-scope.ts';
import { asOn } from '#domain/held.ts';
import { scopeOf } from '#domain/scope.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  anEdit,
  createReplica,
  linesOf,
  openSampleServer,
  refusalsOf,
  rowsOf,
  signInAs,
  type SampleServer,
} from './test-server.ts';
import { addProvince, codeOf, done, type Province } from './three-communes.ts';

const FROM = '2025-07-01';

describe.each(databases)('Three communes that merge, on $name', (database) => {
  let server: SampleServer;
  let place: Province;
  beforeEach(async () => {
    server = await openSampleServer(database);
    place = await addProvince(server);
  });
  afterEach(() => server.close());

  const ids = () => place.communes.map(({ id }) => id);
  const merge = (from = FROM) =>
    mergeUnits(server.deps, COMMAND_LINE, {
      units: ids(),
      into: { name: 'Phường Mẫu', kind: 'phường', officialCode: '97001', parent: place.province },
      from,
    });
  const moveTo = async (unit: string, signIn: string): Promise<void> => {
    const account = await server.deps.storage.accounts.bySignIn(signIn);
    if (account === undefined) throw new Error(`no account ${signIn}`);
    done(await movePerson(server.deps, COMMAND_LINE, account, { unit, agency: '' }));
  };
  const own = (id: string, of: { readonly agency: string }) => anActivity(id, { agency: of.agency });

  test('keep their records, and the new unit’s officer reads all three beside its own', async () => {
    for (const [at, commune] of place.communes.entries()) {
      const replica = createReplica(server, await signInAs(server, commune.officer), `${commune.id}/work`);
      await replica.push(replica.mutation([own(`activity-${String(at)}`, commune)]));
    }
    const { id } = done(await merge());
    const district = { unit: place.district, last: '2025-06-30', belowTo: undefined };
    done(await endUnit(server.deps, COMMAND_LINE, district));
    await moveTo(id, 'an');
    const officer = await signInAs(server, place.communes[0].officer);
    const scopes = officer.answer.me.scopes;
    expect(scopes[0]).toBe(`${id}/work`);
    expect(scopes).toEqual(expect.arrayContaining(ids().map((commune) => `${commune}/work`)));
    expect(scopes).toEqual(expect.arrayContaining([`${place.province}/issued`, `${place.district}/issued`]));
    for (const [at, commune] of place.communes.entries()) {
      const rows = rowsOf(await createReplica(server, officer, `${commune.id}/work`).push());
      expect(rows.map((row) => [row.table, row.id])).toEqual([['activity', `activity-${String(at)}`]]);
    }
  });

  test('are as they were until the day before', async () => {
    const { id } = done(await merge('2026-12-01'));
    await moveTo(id, 'an');
    const officer = await signInAs(server, place.communes[0].officer);
    expect(officer.answer.me.scopes.some((scope) => scope.startsWith(place.communes[1].id))).toBe(false);
    server.clock.now = Date.parse('2026-12-01T01:00:00Z');
    const later = await signInAs(server, place.communes[0].officer);
    expect(later.answer.me.scopes).toContain(`${place.communes[1].id}/work`);
  });

  test('still have their unsent work accepted, from who stayed in the old unit and from who went to the new one', async () => {
    const [stayed, went] = place.communes;
    const old = createReplica(server, await signInAs(server, stayed.officer), `${stayed.id}/work`);
    const other = createReplica(server, await signInAs(server, went.officer), `${went.id}/work`);
    await old.push();
    await other.push(other.mutation([own('known', went)]));
    const { id } = done(await merge());
    await moveTo(id, 'bao');
    const answer = await old.push(old.mutation([own('late', stayed)]));
    expect([acknowledged(answer), refusalsOf(answer), linesOf(answer, 'g')]).toEqual([1, [], []]);
    const moved = await other.push(
      other.mutation([own('later', went)]),
      other.mutation([anEdit('known', { place: 'Nhà văn hoá' })]),
    );
    expect([acknowledged(moved), refusalsOf(moved), linesOf(moved, 'g')]).toEqual([3, [], []]);
    const { ledger } = server.deps.storage;
    const stored = await ledger.record(scopeOf(went.id, 'work'), { table: 'activity', id: 'known' });
    expect(visible('activity', stored)?.place).toBe('Nhà văn hoá');
  });

  test('take no work from a stranger, before or after', async () => {
    const [first, second] = place.communes;
    const stranger = await signInAs(server, second.officer);
    done(await merge());
    const replica = createReplica(server, stranger, `${first.id}/work`);
    const answer = await replica.push(replica.mutation([own('forged', first)]));
    expect(linesOf(answer, 'g')).toHaveLength(1);
    const { ledger } = server.deps.storage;
    expect(await ledger.record(scopeOf(first.id, 'work'), { table: 'activity', id: 'forged' })).toBeUndefined();
  });

  test('stay below the province that they were below, which may look into what they left', async () => {
    const { id } = done(await merge());
    const units = await readUnits(server.deps.storage.ledger);
    const supervisor = { unit: place.province, role: 'supervisor' } as const;
    const relation = (unit: string) => relationTo(supervisor, scopeOf(unit, 'work'), units, server.clock.now);
    expect([id, ...ids()].map(relation)).toEqual(['child', 'below', 'below', 'below']);
  });

  test('end the day before, are carried on from the day, and say so to every device', async () => {
    const { id } = done(await merge());
    const officer = await signInAs(server, place.communes[0].officer);
    const rows = rowsOf(await createReplica(server, officer, 'root/units').push());
    const valueOf = (row: (typeof rows)[number] | undefined, field: string) => row?.registers[field]?.[0];
    for (const commune of ids())
      expect(
        valueOf(
          rows.find((row) => row.id === commune),
          'to',
        ),
      ).toBe('2025-06-30');
    const lines = rows.filter((row) => row.table === 'unit-line' && valueOf(row, 'unit') === id);
    expect(lines.map((row) => [valueOf(row, 'relation'), valueOf(row, 'other'), valueOf(row, 'from')])).toEqual([
      ['parent', place.province, FROM],
      ...ids().map((commune) => ['predecessor', commune, FROM]),
    ]);
  });

  test('may go into one that is there, and take what stood below them along', async () => {
    const [first, second, third] = ids();
    const hamlet = done(
      await mergeUnits(server.deps, COMMAND_LINE, {
        units: [third ?? ''],
        into: { name: 'Thôn Mẫu', kind: 'thôn', officialCode: undefined, parent: first },
        from: '2024-01-01',
      }),
    ).id;
    done(await mergeUnits(server.deps, COMMAND_LINE, { units: [first ?? ''], into: second ?? '', from: FROM }));
    const { lines } = await readUnits(server.deps.storage.ledger);
    expect(lines.filter((line) => line.unit === hamlet && line.relation === 'parent')).toEqual([
      { unit: hamlet, other: first, relation: 'parent', from: '2024-01-01', to: '2025-06-30' },
      { unit: hamlet, other: second, relation: 'parent', from: FROM },
    ]);
  });

  test('go neither into a unit that stands below them nor into a new one there', async () => {
    const [first = '', second = ''] = ids();
    const add = async (parent: string): Promise<string> =>
      done(await addUnit(server.deps, COMMAND_LINE, { name: 'Thôn Mẫu', kind: 'thôn', parent })).id;
    const hamlet = await add(first);
    const group = await add(hamlet);
    const before = await server.deps.storage.ledger.head('root/units');
    const below = (parent: string | undefined) => ({ name: 'Xã Mới', kind: 'xã', officialCode: undefined, parent });
    const ask = async (units: readonly string[], into: Merger['into']) =>
      codeOf(await mergeUnits(server.deps, COMMAND_LINE, { units, into, from: FROM }));
    for (const parent of [hamlet, group]) {
      expect(await ask([second, first], parent)).toBe('unit/circle');
      expect(await ask([second, first], below(parent))).toBe('unit/circle');
    }
    expect(await ask([place.province, place.district], below(undefined))).toBe('unit/circle');
    for (const belowTo of [first, hamlet, group]) {
      const ending = { unit: place.district, last: '2025-06-30', belowTo };
      expect(codeOf(await endUnit(server.deps, COMMAND_LINE, ending))).toBe('unit/circle');
    }
    expect(await server.deps.storage.ledger.head('root/units')).toEqual(before);
    expect(await ask([hamlet], second)).toBe('done');
  });

  test('are refused when it cannot be, and nothing is written', async () => {
    const [first = '', second = '', third = ''] = ids();
    const before = await server.deps.storage.ledger.head('root/units');
    const into: Exclude<Merger['into'], string> = {
      name: 'Phường Mẫu',
      kind: 'phường',
      officialCode: undefined,
      parent: undefined,
    };
    const ask = async (units: readonly string[], target: typeof into | string, from = FROM) =>
      codeOf(await mergeUnits(server.deps, COMMAND_LINE, { units, into: target, from }));
    expect(await ask([first, 'nowhere'], into)).toBe('rights/not-found');
    expect(await ask([], into)).toBe('rights/not-found');
    expect(await ask([first], 'nowhere')).toBe('rights/not-found');
    expect(await ask([first, second], second)).toBe('unit/circle');
    expect(await ask([first, second], { ...into, parent: first })).toBe('unit/circle');
    expect(await ask([first, second], { ...into, parent: 'nowhere' })).toBe('rights/not-found');
    expect(await ask([first, place.district], into)).toBe('unit/parent-needed');
    expect(await ask([first], second, '2025-02-30')).toBe('field/not-a-date');
    expect(await ask([first], { ...into, name: ' ' })).toBe('sync/bad-value');
    expect(await server.deps.storage.ledger.head('root/units')).toEqual(before);
    done(await merge());
    expect(await ask([first], second)).toBe('unit/ended');
    expect(await ask([third], into)).toBe('unit/ended');
  });
});

describe.each(databases)('A tier that ends, and names that change, on $name', (database) => {
  let server: SampleServer;
  let place: Province;
  beforeAll(async () => {
    server = await openSampleServer(database);
    place = await addProvince(server);
  });
  afterAll(() => server.close());
  const units = () => readUnits(server.deps.storage.ledger);

  test('does not end while units below it report to nobody else', async () => {
    const ending = { unit: place.district, last: '2025-06-30', belowTo: undefined };
    expect(codeOf(await endUnit(server.deps, COMMAND_LINE, ending))).toBe('unit/has-units-below');
  });

  test('hands those below it to another from the next day, and what it issued stays readable', async () => {
    const ending = { unit: place.district, last: '2025-06-30', belowTo: place.province };
    expect(done(await endUnit(server.deps, COMMAND_LINE, ending))).toEqual({ moved: 3 });
    const officer = await signInAs(server, place.communes[0].officer);
    expect(officer.answer.me.scopes).toEqual(
      expect.arrayContaining([`${place.province}/issued`, `${place.district}/issued`]),
    );
    expect((await units()).byId.get(place.district)?.to).toBe('2025-06-30');
    expect(codeOf(await endUnit(server.deps, COMMAND_LINE, ending))).toBe('unit/ended');
  });

  test('a unit is called differently from a day on, and as before until then', async () => {
    const unit = place.communes[0].id;
    const rename = (name: string, from: string) =>
      changeUnit(server.deps, COMMAND_LINE, { unit, change: { name, kind: 'phường' }, from });
    done(await rename('Phường Thượng', FROM));
    const found = (await units()).byId.get(unit);
    expect(found && asOn(found, '2025-06-30').name).toBe('Xã Thượng');
    expect(found && asOn(found, FROM)).toMatchObject({ name: 'Phường Thượng', kind: 'phường' });
    const before = await server.deps.storage.ledger.head('root/units');
    done(await rename('Phường Thượng', '2025-09-01'));
    expect(await server.deps.storage.ledger.head('root/units')).toEqual(before);
    expect(codeOf(await rename('Xã Khác', '2025-01-01'))).toBe('unit/later-change');
    expect(codeOf(await rename('x'.repeat(161), '2026-01-01'))).toBe('sync/bad-value');
  });

  test('so is an agency', async () => {
    const { id: unit, agency } = place.communes[1];
    const rename = (name: string) => changeAgency(server.deps, COMMAND_LINE, { unit, agency, name, from: FROM });
    done(await rename('UBND phường Trung'));
    const stored = await server.deps.storage.ledger.record(scopeOf(unit, 'directory'), { table: 'agency', id: agency });
    const found = visible('agency', stored);
    expect(found && [asOn(found, '2025-06-30').name, found.name]).toEqual(['UBND Xã Trung', 'UBND phường Trung']);
    expect(codeOf(await changeAgency(server.deps, COMMAND_LINE, { unit, agency: 'none', name: 'x', from: FROM }))).toBe(
      'rights/not-found',
    );
  });

  test('a person who moved stays named in the old directory, and cannot move into a unit that ended', async () => {
    const [, from, to] = place.communes;
    const account = await server.deps.storage.accounts.bySignIn('bao');
    if (account === undefined) throw new Error('no account');
    const move = (unit: string, agency = '') => movePerson(server.deps, COMMAND_LINE, account, { unit, agency });
    expect(codeOf(await move(place.district))).toBe('unit/ended');
    expect(codeOf(await move(to.id, from.agency))).toBe('rights/not-found');
    done(await move(to.id, to.agency));
    const person = async (unit: string) =>
      visible(
        'person',
        await server.deps.storage.ledger.record(scopeOf(unit, 'directory'), { table: 'person', id: account.person }),
      );
    expect(await person(from.id)).toMatchObject({ name: 'bao Mẫu', unit: to.id });
    expect(await person(to.id)).toMatchObject({ name: 'bao Mẫu', unit: to.id, agency: to.agency });
  });
});
