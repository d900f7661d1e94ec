import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionsOf, likelyContradictions, type StatedRule } from '#domain/contradictions.ts';
import type { Rule } from '#domain/records/plan.ts';

const stated = (key: string, fields: Partial<Rule> = {}): StatedRule => ({
  key,
  fields: {
    plan: 'p1',
    kind: 'year',
    from: 'Các thành viên Ban',
    to: 'UBND thành phố',
    rule: 'before',
    monthDay: '11-10',
    reach: 'outer',
    order: 'a',
    ...fields,
  },
});
const named = { contradiction: 'report-year' };
const both = [stated('w~r81', named), stated('w~r117', { ...named, monthDay: '12-05', reach: 'inner' })];

describe('Rules that contradict each other', () => {
  test('stand side by side until the officer chooses; none is preferred (001:81, 001:117)', () => {
    const [found] = contradictionsOf(both, {});
    expect(found?.rules.map(({ key, standing }) => [key, standing])).toEqual([
      ['w~r81', 'open'],
      ['w~r117', 'open'],
    ]);
  });

  test('once one was chosen, it governs and the others yield, with the reason; all are kept', () => {
    const governing = { 'report-year': { rule: 'w~r117', reason: 'Thành phố đã hướng dẫn' } };
    const [found] = contradictionsOf(both, governing);
    expect(found?.reason).toBe('Thành phố đã hướng dẫn');
    expect(found?.rules.map(({ standing }) => standing)).toEqual(['yields', 'governs']);
    expect(found?.rules.map(({ fields }) => fields.monthDay)).toEqual(['11-10', '12-05']);
  });

  test('are open again when the chosen one is gone, or was of another contradiction', () => {
    const standings = (rule: string) =>
      contradictionsOf(both, { 'report-year': { rule, reason: 'x' } })[0]?.rules.map(({ standing }) => standing);
    expect(standings('w~gone')).toEqual(['open', 'open']);
    expect(contradictionsOf(both, { other: { rule: 'w~r81' } })[0]?.rules[0]?.standing).toBe('open');
    expect(contradictionsOf(both, { 'report-year': { rule: 'w~gone', reason: 'x' } })[0]).not.toHaveProperty('reason');
  });

  test('may be of different kinds: annual against half-year and annual (002:327, 002:347)', () => {
    const rules = [stated('a', { ...named, rule: 'none' }), stated('b', { ...named, kind: 'half-year' })];
    expect(contradictionsOf(rules, {})[0]?.rules).toHaveLength(2);
  });

  test('are at least two: a name that stands alone contradicts nothing', () => {
    expect(contradictionsOf([stated('a', named), stated('b')], {})).toEqual([]);
  });

  test('never have two that govern, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.constantFrom('w~r81', 'w~r117', 'w~x', ''), (rule) => {
        const standings = contradictionsOf(both, { 'report-year': { rule } })[0]?.rules.map(({ standing }) => standing);
        expect(standings?.filter((standing) => standing === 'governs').length).toBe(rule.startsWith('w~r') ? 1 : 0);
      }),
    );
  });
});

describe('Rules that look like a contradiction', () => {
  const keys = (rules: readonly StatedRule[]) =>
    likelyContradictions(rules).map((group) => group.map(({ key }) => key));

  test('ask the same report of the same people for another day; names are compared without accents', () => {
    expect(keys([stated('a'), stated('b', { monthDay: '12-05', to: 'ubnd Thành Phố' })])).toEqual([['a', 'b']]);
    expect(keys([stated('a'), stated('b', { rule: 'on' })])).toEqual([['a', 'b']]);
  });

  test.each<[string, Partial<Rule>]>([
    ['says the same', {}],
    ['is sent to others', { to: 'UBND xã', monthDay: '12-05' }],
    ['is another report', { kind: 'half-year', monthDay: '06-05' }],
    ['has no date', { rule: 'none' }],
    ['bears a name already', { ...named, monthDay: '12-05' }],
  ])('not when one %s', (_, fields) => {
    expect(keys([stated('a'), stated('b', fields)])).toEqual([]);
  });

  test('not when they are the two half-years of one obligation', () => {
    const first = { kind: 'half-year', monthDay: '06-10' } as const;
    expect(keys([stated('a', first), stated('b', { ...first, monthDay: '12-10' })])).toEqual([]);
    expect(keys([stated('a', first), stated('b', { ...first, monthDay: '06-05' })])).toEqual([['a', 'b']]);
  });
});
