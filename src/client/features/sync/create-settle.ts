/** Settles a conflict in one mutation, says so, and offers the way back where there is one. */
import type { Change } from '#domain/change.ts';
import { useWorkbook } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { focusAfter } from '#client/ui/focus-field.ts';
import { showToast } from '#client/ui/toasts.tsx';
import type { Conflict } from './conflict-sides.ts';
import { CONFLICTS } from './places.ts';

export const createSettle = () => {
  const workbook = useWorkbook();
  return async (conflict: Conflict, changes: readonly Change[], back?: readonly Change[]): Promise<boolean> => {
    const { scope } = conflict;
    const saved = await workbook.save(changes, scope);
    if (!saved.ok) {
      showToast(problemText(saved.problem));
      return false;
    }
    focusAfter(CONFLICTS);
    const undo = (before: readonly Change[]) => ({
      label: t().undo,
      do: () => {
        void workbook.save(before, scope).then((undone) => {
          showToast(undone.ok ? s().conflict.undone : problemText(undone.problem));
        });
      },
    });
    showToast(s().conflict.chosen, back && undo(back));
    return true;
  };
};
