/** What belongs together is saved in one mutation: none of it may be lost because another part was put right. */
import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import { ok } from '#domain/result.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import { alongWith, orphanTaken, saveTogether } from '#client/state/save-together.ts';
import type { Refused, Workbook } from '#client/state/workbook.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const WORK = scopeOf('sample-commune', 'work');
const ELSEWHERE = scopeOf('sample-province', 'work');
const [a, b]: readonly [Change, Change] = [
  { table: 'activity', id: 'a', values: { title: 'Một' } },
  { table: 'activity', id: 'b', values: { title: 'Hai' } },
];
const refused = (scope: Scope): Refused => ({
  scope,
  n: 3,
  at: 1,
  problem: { code: 'sync/malformed' },
  changes: [a, b],
});

const saves = async (of: (workbook: Pick<Workbook, 'me' | 'save'>) => Promise<unknown>) => {
  const seen: (readonly [ids: string, scope?: Scope])[] = [];
  const { me } = createRoot((dispose) => {
    const workbook = createFakeWorkbook();
    dispose();
    return workbook;
  });
  await of({
    me,
    save: (changes, scope) => {
      const ids = changes.map(({ id }) => id).join(' ');
      seen.push(scope === undefined ? [ids] : [ids, scope]);
      return Promise.resolve(ok(undefined));
    },
  });
  return seen;
};

describe('a corrected record', () => {
  const corrected: Change = { ...a, values: { title: 'Một, đã sửa' } };

  test('takes along the other records of the mutation that was refused', async () => {
    const along = alongWith(refused(WORK), a);
    expect(await saves((workbook) => saveTogether(workbook, { changes: [corrected], along }))).toEqual([['a b']]);
  });

  test('of another scope than the others leaves them in theirs', async () => {
    const along = alongWith(refused(ELSEWHERE), a);
    expect(await saves((workbook) => saveTogether(workbook, { changes: [corrected], along }))).toEqual([
      ['a'],
      ['b', ELSEWHERE],
    ]);
  });

  test('that was recorded anew settles in the same mutation that its old self is gone', async () => {
    const orphan = createRoot((dispose) => {
      const found = createFakeWorkbook({ conflicts: true })
        .list('conflict')()
        ?.find((one) => one.fields.kind === 'orphan');
      dispose();
      return found;
    });
    const along = orphanTaken(orphan);
    expect(await saves((workbook) => saveTogether(workbook, { changes: [a], along }))).toEqual([
      [`a ${orphan?.id ?? ''}`],
    ]);
  });

  test('in which nothing is to be written saves nothing', async () => {
    expect(await saves((workbook) => saveTogether(workbook, { changes: [], along: undefined }))).toEqual([]);
  });
});
