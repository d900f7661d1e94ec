/** The forms of whoever administers units: what is wrong is told at once, and what is right is sent as it was typed. */
import { describe, expect, test } from 'vitest';
import { createUnitTree } from '#domain/unit-tree.ts';
import { faultWords } from '#client/features/units/admin/fault-words.ts';
import { readListFile, type ListFile } from '#client/features/units/admin/list-file.ts';
import { readListForm, type ListForm } from '#client/features/units/admin/list-form.ts';
import { placedName } from '#client/features/units/admin/place-words.ts';
import { readMergerForm, type MergerForm } from '#client/features/units/admin/merger-form.ts';

const fieldsOf = (problems: readonly { readonly field: string }[]) => problems.map(({ field }) => field);

describe('A list of units', () => {
  const file: ListFile = { name: 'xa.csv', size: 20, format: 'csv', text: 'mã,tên' };
  const form: ListForm = { source: 'Nghị quyết mẫu', dated: '25/07/2026', from: '', under: ['tinh'] };

  test('is sent with its day, and from when on it holds only if that was said', () => {
    const sent = { under: 'tinh', source: 'Nghị quyết mẫu', dated: '2026-07-25', format: 'csv', list: 'mã,tên' };
    expect(readListForm(form, file)).toEqual({ sent, problems: [] });
    expect(readListForm({ ...form, from: '1/8/2026' }, file).sent).toEqual({ ...sent, from: '2026-08-01' });
  });

  test('misses everything at once', () => {
    const { sent, problems } = readListForm({ source: ' ', dated: '', from: '31/02/2026', under: [] }, undefined);
    expect([sent, fieldsOf(problems)]).toEqual([undefined, ['source', 'dated', 'from', 'under', 'file']]);
  });

  test('is read from a file by its ending, and only as UTF-8', async () => {
    expect(await readListFile(new File(['mã,tên'], 'Xã.CSV'))).toMatchObject({ format: 'csv', text: 'mã,tên' });
    expect(await readListFile(new File(['[]'], 'xa.json'))).toMatchObject({ format: 'json' });
    expect(await readListFile(new File(['x'], 'xa.xlsx'))).toBe('badKind');
    expect(await readListFile(new File([new Uint8Array([0xff, 0xfe, 0x61])], 'xa.csv'))).toBe('unreadable');
    expect(await readListFile(new File(['x'.repeat(500_000)], 'xa.csv'))).toBe('tooLarge');
  });
});

test('A fault of a list is told by its line or its item, counted from one, and one that is not known by its place', () => {
  expect(faultWords({ at: '12', is: 'code', value: '9001' })).toBe('Dòng 12: mã phải gồm 2, 3 hoặc 5 chữ số (9001)');
  expect(faultWords({ at: '[3]', is: 'later-change', value: '97' })).toMatch(/^Mục thứ 4: sau ngày đó/u);
  expect(faultWords({ at: '[3].communes[11]', is: 'name', value: '' })).toBe(
    'Mục thứ 4, xã thứ 12: tên trống hoặc dài quá',
  );
  expect(faultWords({ at: '2', is: 'of-a-later-server', value: 'x' })).toBe('Dòng 2: chỗ này chưa đúng (x)');
});

describe('A merger', () => {
  const form: MergerForm = {
    units: ['a', 'b'],
    into: 'new',
    name: 'Phường Mẫu',
    kind: 'phường',
    code: '',
    parent: [],
    known: [],
    from: '01/07/2025',
  };

  test('makes a unit with what was typed, and says nothing of what was left empty', () => {
    expect(readMergerForm(form).merger).toEqual({
      units: ['a', 'b'],
      into: { name: 'Phường Mẫu', kind: 'phường' },
      from: '2025-07-01',
    });
    const all = readMergerForm({ ...form, code: '97001', parent: ['tinh'] });
    expect(all.merger?.into).toEqual({
      name: 'Phường Mẫu',
      kind: 'phường',
      officialCode: '97001',
      parent: 'tinh',
    });
  });

  test('goes into a unit that is there, whatever was typed for a new one', () => {
    expect(readMergerForm({ ...form, into: 'known', known: ['c'] }).merger?.into).toBe('c');
    expect(fieldsOf(readMergerForm({ ...form, into: 'known' }).problems)).toEqual(['known']);
  });

  test('misses everything at once', () => {
    const { merger, problems } = readMergerForm({ ...form, units: [], name: '', from: '31/6' });
    expect([merger, fieldsOf(problems)]).toEqual([undefined, ['units', 'name', 'from']]);
  });
});

test('Two communes of one name are read aloud with where they stand', () => {
  const unit = (id: string, name: string, officialCode: string) => ({ id, fields: { name, kind: 'xã', officialCode } });
  const units = [
    unit('huyen', 'Huyện Mẫu', '951'),
    unit('tren', 'Xã Tân Mẫu', '95101'),
    { id: 'duoi', fields: { name: 'Xã Tân Mẫu', kind: 'xã' } },
  ];
  const tree = createUnitTree(units, [{ unit: 'tren', other: 'huyen', relation: 'parent' }], '2025-07-01');
  expect(placedName(tree, 'tren', '2025-07-01')).toBe('Xã Tân Mẫu, Huyện Mẫu · mã 95101');
  expect(placedName(tree, 'duoi', '2025-07-01')).toBe('Xã Tân Mẫu');
  expect(placedName(undefined, 'tren', '2025-07-01')).toBe('tren');
});
