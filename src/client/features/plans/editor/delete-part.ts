/** Takes a record of a plan away with what hangs on it, in as many mutations as it takes; the way back writes the same again. */
import { pack } from '#catalogue/pack.ts';
import { DELETED, type Change } from '#domain/change.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { showToast } from '#client/ui/toasts.tsx';
import type { PartsByTable } from '#client/state/plan-parts.ts';
import type { Workbook } from '#client/state/workbook.ts';
import { withDescendants, type Named } from './descendants.ts';

const writeAll = async (workbook: Pick<Workbook, 'save'>, records: readonly Named[], isGone: boolean) => {
  const changes = records.map(({ table, id }): Change => ({ table, id, values: { [DELETED]: isGone } }));
  for (const bundle of pack(changes)) {
    const saved = await workbook.save(bundle);
    if (!saved.ok) return saved.problem;
  }
  return undefined;
};

/** Of a plan its own record goes first, and comes back last: half a plan is shown nowhere. */
export const deletePart = async (
  workbook: Pick<Workbook, 'save'>,
  record: Named,
  parts: PartsByTable,
): Promise<boolean> => {
  const all = withDescendants(record, parts);
  const problem = await writeAll(workbook, [...all].reverse(), true);
  if (problem !== undefined) {
    showToast(problemText(problem));
    return false;
  }
  showToast(s().planEdit.deleted(s().tables[record.table], all.length - 1), {
    label: t().undo,
    do: () => {
      void writeAll(workbook, all, false).then((failed) => {
        showToast(failed === undefined ? s().planEdit.restored : problemText(failed));
      });
    },
  });
  return true;
};
