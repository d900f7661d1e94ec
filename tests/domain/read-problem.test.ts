/** A problem that comes from outside: what the words need is there, or it is told by its code alone. */
import { describe, expect, test } from 'vitest';
import { readProblem } from '#domain/read-problem.ts';

describe('a problem read from outside', () => {
  test('is taken as it is when all that it carries is there', () => {
    const nested = { code: 'sync/bad-value', field: 'to', problem: { code: 'field/too-long', max: 5 } };
    expect(readProblem(nested)).toBe(nested);
    expect(readProblem({ code: 'request/malformed' })).toEqual({ code: 'request/malformed' });
  });

  test('of a later version keeps its code and what it carries', () => {
    expect(readProblem({ code: 'sync/of-tomorrow', level: 3 })).toEqual({ code: 'sync/of-tomorrow', level: 3 });
  });

  test.each([
    [{ code: 'field/too-long' }, 'field/too-long'],
    [{ code: 'field/ambiguous-number', readings: ['1'] }, 'field/ambiguous-number'],
    [{ code: 'sync/bad-value', field: 'to', problem: 'none' }, 'sync/bad-value'],
    [{ code: 'sync/bad-value', field: 'to', problem: { code: 'field/too-long' } }, 'sync/bad-value'],
    [{ why: 'no code' }, ''],
    ['only a text', ''],
    [null, ''],
  ])('that lacks what its words need is told by its code alone: %o', (told, was) => {
    expect(readProblem(told)).toEqual({ code: 'problem/unknown', was });
  });
});
