/** Versions of issued plans, and what stays frozen. */
import { describe, expect, test } from 'vitest';
import { frozenProblem, isNewestVersion, issuedId, stableId, versionOf, versionsOf } from '#domain/plan-versions.ts';
import type { Scope } from '#domain/scope.ts';

describe('the id of an issued record', () => {
  test('is that of the work, and its version', () => {
    expect(issuedId('abc', 2)).toBe('abc:2');
    expect(issuedId('abc:2', 3)).toBe('abc:3');
    expect([stableId('abc:12'), versionOf('abc:12')]).toEqual(['abc', 12]);
  });

  test('of what never was given a version stands for itself', () => {
    expect([stableId('001.task.IV.2.1-3a'), versionOf('001.task.IV.2.1-3a')]).toEqual(['001.task.IV.2.1-3a', 1]);
    expect(stableId('abc:0')).toBe('abc:0');
  });
});

describe('the versions of a plan', () => {
  const plan = (id: string, complete = true, scope: Scope = 'tinh/issued') => ({ scope, id, fields: { complete } });
  const plans = [plan('a:1'), plan('a:3', false), plan('a:2'), plan('b:7'), plan('a:9', true, 'huyen/issued')];

  test('are those that are whole, newest first, each unit’s by itself', () => {
    expect(versionsOf(plans, 'tinh/issued', 'a').map(({ id }) => id)).toEqual(['a:2', 'a:1']);
  });

  test('one is the newest, and a version on its way is none yet', () => {
    expect(plans.filter((one) => isNewestVersion(one, plans)).map(({ id }) => id)).toEqual(['a:2', 'b:7', 'a:9']);
  });

  test('the tenth is newer than the ninth', () => {
    const many = [plan('a:9'), plan('a:10')];
    expect(versionsOf(many, 'tinh/issued', 'a')[0]?.id).toBe('a:10');
  });
});

describe('what was issued', () => {
  const change = (table: string, values: Record<string, string | boolean>, isWhole = true, scope: Scope = 'x/issued') =>
    frozenProblem({ scope, table, values, isWhole })?.code;

  test.each([
    ['plan', { title: 'Khác' }],
    ['plan', { number: '12/KH-UBND', title: 'Khác' }],
    ['plan', { complete: false }],
    ['plan', { $d: true }],
    ['task', { text: 'Khác' }],
    ['task', { $c: true, text: 'Thêm' }],
    ['measure', { $d: true }],
  ])('does not change: %s %o', (table, values) => {
    expect(change(table, values)).toBe('plan/frozen');
  });

  test('its number and date may be completed', () => {
    expect(change('plan', { number: '12/KH-UBND', date: '2024-02-26' })).toBeUndefined();
  });

  test('is written until it is whole, and the work always', () => {
    expect(change('task', { text: 'Khác' }, false)).toBeUndefined();
    expect(change('task', { text: 'Khác' }, true, 'x/work')).toBeUndefined();
  });
});
