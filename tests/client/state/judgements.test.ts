/** What is held of a judgement must never be older than what it rests on. */
import fc from 'fast-check';
import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { createJudgements, type Judged } from '#client/state/judgements.ts';
import type { Saved, Workbook } from '#client/state/workbook.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';
import { sampleActivities } from '#tests/support/fake-records.ts';

const inNumbers = ({ judgement, tally, readings, targets }: Judged) => ({ judgement, tally, readings, targets });

const anew = (workbook: Workbook, measures: readonly Saved<'measure'>[]) =>
  createRoot((dispose) => {
    const judgements = createJudgements(workbook);
    const judged = measures.map((measure) => inNumbers(judgements.of(measure)));
    dispose();
    return judged;
  });

describe('Judgements that are held', () => {
  const activity = fc.constantFrom(...sampleActivities.map(({ id }) => id));
  const edit = fc.oneof(
    fc.record({ id: activity, values: fc.record({ 'outputs/news-item': fc.integer({ min: 1, max: 9 }) }) }),
    fc.record({
      id: activity,
      values: fc.constantFrom('2024-01-09', '2024-10-01', '2024-11-20', '2025-03-01').map((day) => ({
        from: day,
        to: day,
      })),
    }),
    fc.record({ id: activity, values: fc.record({ title: fc.constantFrom('Tên mẫu', 'Tên khác') }) }),
    fc.record({ id: activity, values: fc.record({ $d: fc.boolean() }) }),
  );

  test('equal those that are made from nothing, after any edits of the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        await createRoot(async (dispose) => {
          const workbook = createFakeWorkbook({});
          const measures: readonly Saved<'measure'>[] = workbook.list('measure')() ?? [];
          const held = createJudgements(workbook);
          for (const { id, values } of edits) {
            await workbook.save([{ table: 'activity', id, values }]);
            const made = anew(workbook, measures);
            expect(measures.map((measure) => inNumbers(held.of(measure)))).toEqual(made);
          }
          dispose();
        });
      }),
      { numRuns: 30 },
    );
  });
});
