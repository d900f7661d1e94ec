import { describe, expect, test } from 'vitest';
import type { UnitLine } from '#domain/records/unit.ts';
import { createUnitTree } from '#domain/unit-tree.ts';

const unit = (id: string, name: string, to?: string) => ({
  id,
  fields: { name, kind: 'xã', ...(to !== undefined && { to }) },
});
const units = [
  unit('province', 'Tỉnh Mẫu'),
  unit('district', 'Huyện Mẫu', '2025-06-30'),
  unit('a', 'Xã Đồng', '2025-06-30'),
  unit('b', 'Xã Bản'),
  unit('c', 'Xã Ấp'),
  unit('new', 'Phường Mới'),
];
const lines: readonly UnitLine[] = [
  { unit: 'district', other: 'province', relation: 'parent', to: '2025-06-30' },
  { unit: 'a', other: 'district', relation: 'parent', to: '2025-06-30' },
  { unit: 'b', other: 'province', relation: 'parent' },
  { unit: 'c', other: 'province', relation: 'parent' },
  { unit: 'new', other: 'province', relation: 'parent', from: '2025-07-01' },
  { unit: 'new', other: 'a', relation: 'predecessor', from: '2025-07-01' },
  { unit: 'c', other: 'nowhere', relation: 'parent' },
];
const namesOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('The units as a tree', () => {
  const before = createUnitTree(units, lines, '2025-06-30');
  const after = createUnitTree(units, lines, '2025-07-01');

  test('stand below each other as on the day, by name', () => {
    expect(namesOf(before.below('province'))).toEqual(['district', 'c', 'b']);
    expect(namesOf(before.above('a'))).toEqual(['province', 'district']);
    expect(namesOf(after.below('province'))).toEqual(['new', 'c', 'b']);
    expect(namesOf(after.above('a'))).toEqual([]);
    expect(namesOf(after.roots)).toEqual(['province']);
  });

  test('know who carries on whose work', () => {
    expect(after.carriesOn('new').map(({ unit: { id }, from }) => [id, from])).toEqual([['a', '2025-07-01']]);
    expect(after.carriedOnBy('a').map(({ unit: { id } }) => id)).toEqual(['new']);
    expect(after.carriesOn('a')).toEqual([]);
  });

  test('end where faulty lines close a circle', () => {
    const circle: readonly UnitLine[] = [
      { unit: 'b', other: 'c', relation: 'parent' },
      { unit: 'c', other: 'b', relation: 'parent' },
    ];
    expect(namesOf(createUnitTree(units, circle, '2025-07-01').above('b'))).toEqual(['c']);
  });
});
