/** Settles a conflict in one mutation, says so, and offers the way back. */
import type { Change } from '#domain/change.ts';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { showToast } from '#client/ui/toasts.tsx';
import type { Conflict } from './conflict-sides.ts';

export const createSettle = () => {
  const workbook = useWorkbook();
  return async (conflict: Conflict, changes: readonly Change[], back: readonly Change[]): Promise<boolean> => {
    const { scope } = conflict;
    const saved = await workbook.save(changes, scope);
    if (!saved.ok) {
      showToast(problemText(saved.problem));
      return false;
    }
    showToast(s().conflict.chosen, {
      label: t().undo,
      do: () => {
        void workbook.save(back, scope).then((undone) => {
          showToast(undone.ok ? s().conflict.undone : problemText(undone.problem));
        });
      },
    });
    return true;
  };
};
