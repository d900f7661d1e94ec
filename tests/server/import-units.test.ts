import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOn } from '#domain/held.ts';
import { readUnitList } from '#domain/unit-list.ts';
import { addPerson, COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import { importUnits, type UnitImport } from '#server/actions/import-units.ts';
import { changeUnit } from '#server/actions/rename.ts';
import { keptUnits, readUnits } from '#server/actions/units.ts';
import { databases } from '#tests/support/databases.ts';
import {
  createReplica,
  openSampleServer,
  post,
  rowsOf,
  signInAs,
  signInRole,
  type SampleServer,
} from './test-server.ts';
import { addProvince, done, type Province } from './three-communes.ts';

/** Invented, in the shape of the published ones. */
const list = (provinces: readonly object[]): string => JSON.stringify(provinces);
const first = {
  code: '97',
  name: 'Tỉnh Một',
  communes: [
    ['97001', 'Phường Một'],
    ['97002', 'Xã Hai'],
  ],
};
const second = { code: '98', name: 'Thành phố Hai', communes: [['98001', 'Xã Ba']] };

describe.each(databases)('A list of units that is imported, on $name', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const ledger = () => server.deps.storage.ledger;
  const take = (text: string, options: Partial<UnitImport> = {}) => {
    const listed = readUnitList(text, 'json');
    if (!listed.ok) throw new Error(`the list has faults: ${JSON.stringify(listed.problem)}`);
    return importUnits(server.deps, COMMAND_LINE, {
      listed: listed.value,
      source: 'Danh mục mẫu',
      dated: '2026-07-25',
      from: '2025-07-01',
      under: undefined,
      mayTouch: () => true,
      isTrial: false,
      ...options,
    });
  };
  const byCode = async (code: string) => {
    const { byId, lines } = await readUnits(ledger());
    const [id, unit] = [...byId].find(([, one]) => one.officialCode === code) ?? [];
    return { id, unit, lines: lines.filter((line) => line.unit === id) };
  };

  test('is only looked at when that is all that is asked', async () => {
    const before = await ledger().head('root/units');
    expect(await take(list([first, second]), { isTrial: true })).toMatchObject({ ok: true, value: { added: 5 } });
    expect(await ledger().head('root/units')).toEqual(before);
  });

  test('makes its units with code, level, parent and day, and says where it came from', async () => {
    expect(await take(list([first, second]))).toEqual({
      ok: true,
      value: { added: 5, changed: 0, unchanged: 0, notNamed: 0 },
    });
    const province = await byCode('97');
    expect(province.unit).toEqual({
      name: 'Tỉnh Một',
      kind: 'tỉnh',
      level: 'province',
      officialCode: '97',
      from: '2025-07-01',
    });
    expect(province.lines).toEqual([]);
    const commune = await byCode('97002');
    expect(commune.unit).toMatchObject({ name: 'Xã Hai', kind: 'xã', level: 'commune' });
    expect(commune.lines).toEqual([{ unit: commune.id, other: province.id, relation: 'parent', from: '2025-07-01' }]);
    const { lists } = await keptUnits(ledger());
    expect(lists.map(({ fields }) => fields)).toEqual([{ source: 'Danh mục mẫu', dated: '2026-07-25', units: 5 }]);
  });

  test('changes nothing when it is imported again', async () => {
    const before = await ledger().head('root/units');
    expect(await take(list([second, first]))).toEqual({
      ok: true,
      value: { added: 0, changed: 0, unchanged: 5, notNamed: 0 },
    });
    expect(await ledger().head('root/units')).toEqual(before);
  });

  test('reaches a device whole, in groups that it can show one by one', async () => {
    const officer = await signInRole(server, 'officer');
    const rows = rowsOf(await createReplica(server, officer, 'root/units').push());
    expect(rows.filter(({ registers }) => registers['officialCode'] !== undefined)).toHaveLength(5);
    const many = {
      code: '96',
      name: 'Tỉnh Dài',
      communes: Array.from({ length: 130 }, (_, at) => [String(96_001 + at), `Xã Số ${String(at)}`]),
    };
    expect((await take(list([many]))).ok).toBe(true);
    const groups = await server.opened.database
      .selectFrom('rec')
      .select(({ fn }) => ['grp', fn.countAll<number>().as('count')])
      .where('scope', '=', 'root/units')
      .groupBy('grp')
      .execute();
    expect(Math.max(...groups.map(({ count }) => count))).toBe(100);
  });

  test('calls a unit differently and hangs it elsewhere from a day on; before, it is as it was', async () => {
    const before = await byCode('97002');
    const moved = [
      { ...first, communes: [['97001', 'Phường Một']] },
      {
        ...second,
        communes: [
          ['98001', 'Xã Ba'],
          ['97002', 'Phường Hai'],
        ],
      },
    ];
    const later = { dated: '2027-01-15', from: '2027-01-01' };
    expect(await take(list(moved), later)).toMatchObject({ ok: true, value: { added: 0, changed: 1, unchanged: 4 } });
    const after = await byCode('97002');
    const province = await byCode('98');
    expect(after.id).toBe(before.id);
    expect(after.unit && asOn(after.unit, '2026-12-31')).toMatchObject({ name: 'Xã Hai', kind: 'xã' });
    expect(after.unit).toMatchObject({ name: 'Phường Hai', kind: 'phường' });
    expect(after.lines).toEqual([
      { ...before.lines[0], to: '2026-12-31' },
      { unit: after.id, other: province.id, relation: 'parent', from: '2027-01-01' },
    ]);
    const again = await take(list(moved), later);
    expect(again).toMatchObject({ ok: true, value: { changed: 0, unchanged: 5 } });
  });

  test('says what it does not name, and leaves that alone', async () => {
    const taken = await take(list([second]), { isTrial: true, from: '2027-01-01' });
    expect(taken).toMatchObject({ ok: true, value: { notNamed: 134 } });
  });

  test('is refused whole when one of its units contradicts what is there', async () => {
    const before = await ledger().head('root/units');
    const early = await take(list([{ code: '97', name: 'Tỉnh Khác', communes: [['97009', 'Xã Mới']] }]), {
      from: '2027-02-01',
    });
    expect(early.ok).toBe(true);
    const back = await take(list([{ code: '97', name: 'Tỉnh Xưa', communes: [['97010', 'Xã Mới Nữa']] }]), {
      from: '2026-01-01',
    });
    expect(back).toEqual({
      ok: false,
      problem: { code: 'faults', faults: [{ at: '[0]', is: 'later-change', value: '97' }] },
    });
    expect((await byCode('97010')).id).toBeUndefined();
    expect((await ledger().head('root/units'))?.seq).toBeGreaterThan(before?.seq ?? 0);
  });

  test('does not take the sample for a real province, nor the other way round', async () => {
    const sample = await take(list([{ code: '15', name: 'Tỉnh Lào Cai', communes: [] }]));
    expect(sample).toMatchObject({ ok: true, value: { added: 1 } });
    const inside = await take(list([{ code: '97', name: 'Tỉnh Một', communes: [] }]), { under: 'sample-commune' });
    expect(inside).toMatchObject({ ok: true, value: { added: 1, changed: 0 } });
  });

  test('asks whether a unit of the same name without a code is the same, and takes it once it has the code', async () => {
    const { communes } = await addProvince(server);
    const root = [{ code: '95', name: 'Tỉnh Mẫu', communes: [['95001', 'Xã Thượng']] }];
    expect(await take(list(root))).toEqual({
      ok: false,
      problem: { code: 'faults', faults: [{ at: '[0]', is: 'same-name', value: 'Tỉnh Mẫu' }] },
    });
    const { byId } = await readUnits(ledger());
    const id = [...byId].find(([, unit]) => unit.name === 'Tỉnh Mẫu')?.[0] ?? '';
    done(await changeUnit(server.deps, COMMAND_LINE, { unit: id, change: { officialCode: '95' }, from: '2025-07-01' }));
    expect(await take(list(root))).toMatchObject({ ok: true, value: { added: 1 } });
    expect((await byCode('95')).id).toBe(id);
    expect(communes).toHaveLength(3);
  });
});

describe.each(databases)('An administrator who sends a list, on $name', (database) => {
  let server: SampleServer;
  let place: Province;
  beforeAll(async () => {
    server = await openSampleServer(database);
    place = await addProvince(server);
  });
  afterAll(() => server.close());

  const send = async (body: object, path = '/api/units/import', account: NewAccount = place.administrator) => {
    const { headers } = await signInAs(server, account);
    const response = await post(
      server,
      path,
      { under: place.province, source: 'Danh mục mẫu', dated: '2026-07-25', format: 'csv', ...body },
      headers,
    );
    return [response.status, await response.json()];
  };

  test('has its units under the own one', async () => {
    const csv = 'mã,tên\n97001,Phường Một\n97002,Xã Hai';
    expect(await send({ list: csv })).toEqual([200, { added: 2, changed: 0, unchanged: 0, notNamed: 0 }]);
    const { byId, lines } = await readUnits(server.deps.storage.ledger);
    const id = [...byId].find(([, unit]) => unit.officialCode === '97002')?.[0];
    expect(lines.filter((line) => line.unit === id).map(({ other }) => other)).toEqual([place.province]);
    expect(await send({ list: csv })).toEqual([200, { added: 0, changed: 0, unchanged: 2, notNamed: 0 }]);
  });

  test('hears which row is at fault, and nothing was imported', async () => {
    expect(await send({ list: 'mã,tên\n97003,Xã Ba\n9700,Xã Bốn\n97005,Năm' })).toEqual([
      422,
      { code: 'unit/bad-list', at: '3', fault: 'code', count: 2 },
    ]);
    const { byId } = await readUnits(server.deps.storage.ledger);
    expect([...byId.values()].some(({ officialCode }) => officialCode === '97003')).toBe(false);
  });

  test('sees before what it would do, and every fault with its line; nothing is written', async () => {
    const preview = (csv: string) => send({ list: csv }, '/api/units/import/preview');
    const before = await server.deps.storage.ledger.head('root/units');
    expect(await preview('mã,tên\n97001,Phường Đổi Tên\n97011,Xã Mười Một')).toEqual([
      200,
      { would: { added: 1, changed: 1, unchanged: 0, notNamed: 1 } },
    ]);
    expect(await preview('mã,tên\n9700,Xã Bốn\n97005,Năm')).toEqual([
      200,
      {
        faults: [
          { at: '2', is: 'code', value: '9700' },
          { at: '3', is: 'kind', value: 'Năm' },
        ],
        count: 2,
      },
    ]);
    const many = await preview(`mã,tên\n${'1,Xã\n'.repeat(300)}`);
    expect(many[1].faults).toHaveLength(200);
    expect(many[1].count).toBeGreaterThan(300);
    expect(await send({ under: 'sample-province', list: 'mã,tên' }, '/api/units/import/preview')).toEqual([
      404,
      { code: 'rights/not-found' },
    ]);
    expect(await server.deps.storage.ledger.head('root/units')).toEqual(before);
  });

  test('touches no unit of somebody else', async () => {
    expect(await send({ under: 'sample-province', list: 'mã,tên\n97009,Xã Chín' })).toEqual([
      404,
      { code: 'rights/not-found' },
    ]);
    const listed = readUnitList('mã,tên\n96,Tỉnh Xa\n', 'csv');
    if (!listed.ok) throw new Error('the list has faults');
    const elsewhere = { source: 'x', dated: '2026-07-25', from: undefined, under: undefined, isTrial: false };
    await importUnits(server.deps, COMMAND_LINE, { ...elsewhere, listed: listed.value, mayTouch: () => true });
    expect(await send({ list: 'mã,tên\n96,Tỉnh Xa' })).toEqual([
      422,
      { code: 'unit/bad-list', at: '2', fault: 'not-yours', count: 1 },
    ]);
  });

  describe('of a unit in the middle', () => {
    let account: NewAccount;
    beforeAll(async () => {
      const person = { agency: '', name: 'Hà Mẫu', title: '', role: 'administrator', signIn: 'ha' } as const;
      account = done(await addPerson(server.deps, COMMAND_LINE, { ...person, unit: place.district }));
      const [, , commune] = place.communes;
      for (const [unit, officialCode] of [
        [place.province, '95'],
        [place.district, '951'],
        [commune.id, '95103'],
      ] as const)
        done(await changeUnit(server.deps, COMMAND_LINE, { unit, change: { officialCode }, from: '2020-01-01' }));
    });

    const sendOwn = (rows: string, body: object = {}) =>
      send({ under: place.district, list: `mã,tên,cấp trên\n${rows}`, ...body }, '/api/units/import', account);
    const linesOf = async (unit: string) =>
      (await readUnits(server.deps.storage.ledger)).lines.filter((line) => line.unit === unit);
    const faults = (fault: string, count = 1) => [422, { code: 'unit/bad-list', at: '2', fault, count }];

    test('may let the own unit head the list: it stays where it stands', async () => {
      const before = await linesOf(place.district);
      // Its level was not known until now.
      const [status, counts] = await sendOwn('951,Huyện Mẫu,\n95104,Xã Bốn,951');
      expect([status, counts]).toMatchObject([200, { added: 1, changed: 1 }]);
      expect(await linesOf(place.district)).toEqual(before);
      const { byId } = await readUnits(server.deps.storage.ledger);
      const [id = ''] = [...byId].find(([, unit]) => unit.officialCode === '95104') ?? [];
      expect((await linesOf(id)).map(({ other }) => other)).toEqual([place.district]);
      expect(await sendOwn('951,Huyện Mẫu,')).toMatchObject([200, { changed: 0, unchanged: 1 }]);
      expect(await linesOf(place.district)).toEqual(before);
    });

    test('hears that a unit above the one under which the list goes cannot be in it', async () => {
      const before = await server.deps.storage.ledger.head('root/units');
      const [commune] = place.communes;
      expect(await sendOwn('951,Huyện Mẫu Mới,', { under: commune.id })).toEqual(faults('above', 2));
      expect(await sendOwn('95,Tỉnh Mẫu,')).toEqual(faults('above', 2));
      expect(await sendOwn('94,Tỉnh Mới,\n951,Huyện Mẫu Mới,94')).toEqual(faults('above'));
      expect(await server.deps.storage.ledger.head('root/units')).toEqual(before);
    });

    test('moves the own unit under no other, not even under one that goes elsewhere later', async () => {
      const [, , commune] = place.communes;
      const listed = readUnitList('mã,tên,cấp trên\n93,Tỉnh Kia,\n95103,Xã Hạ,93', 'csv');
      if (!listed.ok) throw new Error('the list has faults');
      const leaving = { source: 'x', dated: '2026-07-25', from: '2090-01-01', under: undefined, isTrial: false };
      const left = await importUnits(server.deps, COMMAND_LINE, {
        ...leaving,
        listed: listed.value,
        mayTouch: () => true,
      });
      expect(left.ok).toBe(true);
      const after = { under: commune.id, from: '2091-01-01' };
      expect(await sendOwn('951,Huyện Mẫu Mới,', after)).toEqual(faults('not-yours'));
    });
  });

  test.each([
    ['a day that is none', { dated: '2026-02-30', list: 'mã,tên\n97001,Phường Một' }, 422],
    ['no source', { source: '', list: 'mã,tên\n97001,Phường Một' }, 400],
    ['an unknown field', { list: '', sample: true }, 400],
    ['too long a list', { list: 'x'.repeat(600_000) }, 413],
  ])('is refused %s', async (_what, body, status) => {
    expect((await send(body))[0]).toBe(status);
  });
});
