import { describe, expect, test } from 'vitest';
import { parseLine } from '#server/actions/incoming.ts';
import { judgeOperation, type Judgement } from '#server/actions/judge-operation.ts';
import { addSlice } from '#server/actions/staged-slices.ts';

describe('A line of a request', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '["m",1'],
    ['no list', '{"m":1}'],
    ['a list of another kind', '["z",1]'],
    ['a mutation without a number', '["m","one",0]'],
    ['a mutation of number 0 that says nothing', '["m",0]'],
  ])('that is %s is none', (_what, text) => {
    expect(parseLine(text)).toBeUndefined();
  });

  test('that is a mutation by its number alone keeps what its chain is taken of', () => {
    const parsed = (text: string) => {
      const line = parseLine(text);
      return line?.is === 'incoming' ? line.incoming : undefined;
    };
    expect(parsed('["m",7]')).toMatchObject({ is: 'malformed', n: 7, h: 0, parts: [7, null, null, null] });
    expect(parsed('["m",7,-1,1,2,"x",9]')).toMatchObject({ n: 7, h: 0, parts: [7, 1, 2, 'x'] });
    const deep = `["m",7,5,1,2,${'['.repeat(100)}${']'.repeat(100)}]`;
    expect(parsed(deep)).toMatchObject({ n: 7, h: 5, parts: undefined });
  });
});

describe('An operation', () => {
  const judgement: Judgement = {
    actor: { unit: 'u', role: 'officer' },
    person: 'p',
    scope: 'u/work',
    relation: 'own',
    isGuarded: () => false,
    isFrozen: false,
  };
  const judge = (table: string, before: Record<string, boolean | string>, values: Record<string, boolean | string>) =>
    judgeOperation({ table, id: 'x', before, after: { ...before, ...values }, values }, judgement);

  test('of a table that is none is refused', () => {
    expect(judge('nonsense', {}, { $c: true })).toEqual({ code: 'sync/unknown-table' });
  });

  test('on a conflict of a kind that this server does not know settles nothing', () => {
    const wrong = { code: 'sync/bad-value', field: 'state', problem: { code: 'field/unknown-value' } };
    expect(judge('conflict', { $c: true, kind: 'future' }, { state: 'kept' })).toEqual(wrong);
    expect(judge('conflict', { $c: true, kind: 'field' }, {})).toEqual(wrong);
    expect(judge('conflict', { $c: true, kind: 'field' }, { state: 'kept' })).toBeUndefined();
  });
});

describe('A slice', () => {
  const held = { n: 3, h: 4_711, total: 10, text: 'abc' };
  const slice = { n: 3, h: 4_711, offset: 3, total: 10, chars: 'de' };

  test('goes behind what is held of the same line', () => {
    expect(addSlice(held, slice)).toEqual({ ...held, text: 'abcde' });
    expect(addSlice(undefined, { ...slice, offset: 0 })).toEqual({ ...held, text: 'de' });
    expect(addSlice(held, { ...slice, offset: 0 })).toEqual({ ...held, text: 'de' });
  });

  test.each([
    ['leaves a hole', { offset: 4 }],
    ['says again what is there', { offset: 2 }],
    ['is of another number', { n: 4 }],
    ['is of another life', { h: 4_712 }],
    ['is of a line of another length', { total: 11 }],
    ['is longer than its line', { chars: 'defghijk' }],
    ['is of a line that nobody may send', { offset: 0, total: 70_000 }],
  ])('that %s is not taken', (_what, other) => {
    expect(addSlice(held, { ...slice, ...other })).toBeUndefined();
  });
});
