import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitLine } from '#domain/records/unit.ts';
import {
  ancestorsOf,
  formerlyAbove,
  hasEnded,
  isWithin,
  predecessorsOf,
  relationOf,
  rootOf,
  successorsOf,
  type Relation,
} from '#domain/relations.ts';

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
    ['merged', 'district', after, 'above'],
    ['commune-a', 'district', after, 'above'],
    ['province', 'commune-a', after, 'below'],
    ['province', 'district', after, 'below'],
    ['merged', 'commune-c', after, 'elsewhere'],
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

  test('lets who carries on the work read what stood above and has ended, and nothing that goes on elsewhere', () => {
    expect(formerlyAbove('merged', lines, after)).toEqual(['district']);
    expect(formerlyAbove('merged', lines, before)).toEqual([]);
    const moved = [parent('m', 'p', { to: before }), parent('p', 'nation'), parent('m', 'q', { from: after })];
    expect(relationOf('m', 'p', moved, after)).toBe('elsewhere');
    expect(relationOf('p', 'm', moved, after)).toBe('elsewhere');
  });

  test('has ended once others carry on its work, or it reports to nobody any more', () => {
    expect(['district', 'commune-a', 'province', 'merged'].map((unit) => hasEnded(unit, lines, after))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(hasEnded('district', lines, before)).toBe(false);
    expect(successorsOf('older', lines, after)).toEqual(['commune-a', 'merged']);
  });

  test('ends at the same root whatever the day', () => {
    expect(rootOf('merged', lines)).toBe('province');
    expect(rootOf('commune-a', lines)).toBe('province');
    expect(rootOf('nowhere', lines)).toBe('nowhere');
  });
});

describe('In any forest of dated lines', () => {
  const unit = fc.integer({ min: 0, max: 8 }).map(String);
  const day = fc.constantFrom('2020-01-01', '2024-12-31', '2025-06-30', '2025-07-01', '2026-01-01');
  const dates = fc.record({ from: day, to: day }, { requiredKeys: [] });
  const anyLine = fc
    .tuple(unit, unit, fc.constantFrom('parent' as const, 'predecessor' as const), dates)
    .map(([one, other, relation, held]): UnitLine => ({ unit: one, other, relation, ...held }));
  const anyLines = fc.array(anyLine, { maxLength: 24 });

  test('every unit is exactly one thing to another, and itself its own', () => {
    fc.assert(
      fc.property(anyLines, unit, unit, day, (all, one, other, at) => {
        const relation = relationOf(one, other, all, at);
        expect(relation === 'own').toBe(one === other);
      }),
    );
  });

  test('whose parent I am is my child, unless I carry on its work or it mine', () => {
    fc.assert(
      fc.property(anyLines, unit, unit, day, (all, one, other, at) => {
        if (relationOf(one, other, all, at) !== 'parent') return;
        expect(['child', 'predecessor', 'parent', 'above']).toContain(relationOf(other, one, all, at));
      }),
    );
  });

  test('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(anyLines, unit, unit, day, (all, one, other, at) => {
        expect(relationOf(one, other, all.toReversed(), at)).toBe(relationOf(one, other, all, at));
      }),
    );
  });

  test('a merger lets the new unit read the old ones from its day on, and changes nothing before', () => {
    fc.assert(
      fc.property(anyLines, fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }), unit, (all, old, witness) => {
        const merged = [...all, ...old.map((other) => follows('new', other, { from: after }))];
        for (const other of old) expect(predecessorsOf('new', merged, after)).toContain(other);
        expect(predecessorsOf('new', merged, before)).toEqual([]);
        for (const other of old) {
          expect(relationOf(witness, other, merged, before)).toBe(relationOf(witness, other, all, before));
          expect(relationOf('new', other, merged, before)).toBe('elsewhere');
        }
      }),
    );
  });
});

test('A unit is within those below which it stands on the day or later, and not within those that it has left', () => {
  const moving: readonly UnitLine[] = [
    parent('commune', 'district', { to: '2025-06-30' }),
    parent('commune', 'city', { from: '2026-01-01' }),
    parent('city', 'province'),
  ];
  const within = (units: readonly string[], day = after): boolean => isWithin('commune', units, moving, day);
  expect([within(['commune']), within(['city']), within(['x', 'province'])]).toEqual([true, true, true]);
  expect([within(['district']), within(['district'], before), within([])]).toEqual([false, true, false]);
  expect(isWithin('province', ['commune'], moving, after)).toBe(false);
});
