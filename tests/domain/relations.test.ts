import { describe, expect, test } from 'vitest';
import type { UnitLine } from '#domain/records/unit.ts';
import { ancestorsOf, predecessorsOf, relationOf, type Relation } from '#domain/relations.ts';

const parent = (unit: string, other: string, fields: Partial<UnitLine> = {}): UnitLine => ({
  unit,
  other,
  relation: 'parent',
  ...fields,
});
const follows = (unit: string, other: string, fields: Partial<UnitLine> = {}): UnitLine => ({
  unit,
  other,
  relation: 'predecessor',
  ...fields,
});

/** Three tiers until the end of June 2025; then the district goes and two communes merge into a new one. */
const lines: readonly UnitLine[] = [
  parent('district', 'province', { to: '2025-06-30' }),
  parent('commune-a', 'district', { to: '2025-06-30' }),
  parent('commune-b', 'district', { to: '2025-06-30' }),
  parent('merged', 'province', { from: '2025-07-01' }),
  follows('merged', 'commune-a', { from: '2025-07-01' }),
  follows('merged', 'commune-b', { from: '2025-07-01' }),
  follows('commune-a', 'older', { from: '2010-01-01' }),
];
const before = '2025-06-30';
const after = '2025-07-01';

describe('What a unit is to another', () => {
  test.each<[string, string, string, Relation]>([
    ['commune-a', 'commune-a', before, 'own'],
    ['commune-a', 'district', before, 'parent'],
    ['commune-a', 'province', before, 'above'],
    ['district', 'commune-a', before, 'child'],
    ['province', 'commune-a', before, 'below'],
    ['commune-a', 'commune-b', before, 'sibling'],
    ['commune-a', 'merged', before, 'elsewhere'],
    ['merged', 'commune-a', before, 'elsewhere'],
    ['merged', 'commune-a', after, 'predecessor'],
    ['merged', 'older', after, 'predecessor'],
    ['commune-a', 'merged', after, 'elsewhere'],
    ['merged', 'province', after, 'parent'],
    ['merged', 'district', after, 'elsewhere'],
    ['commune-a', 'district', after, 'elsewhere'],
    ['commune-a', 'nowhere', before, 'elsewhere'],
  ])('from %s, %s is on %s: %s', (actor, unit, day, relation) => {
    expect(relationOf(actor, unit, lines, day)).toBe(relation);
  });

  test('walks up and back to any depth, nearest first', () => {
    expect(ancestorsOf('commune-a', lines, before)).toEqual(['district', 'province']);
    expect(predecessorsOf('merged', lines, after)).toEqual(['commune-a', 'commune-b', 'older']);
  });

  test('ends a walk through lines that form a circle', () => {
    const circle = [parent('a', 'b'), parent('b', 'c'), parent('c', 'a')];
    expect(ancestorsOf('a', circle, before)).toEqual(['b', 'c']);
    expect(relationOf('a', 'a', circle, before)).toBe('own');
  });
});
