/** Why the workbook cannot be opened on this device, and what to do. */
import { useDoor } from '#client/state/context.ts';
import { problemText, t } from '#client/texts/current.ts';
import { DoorPage } from './DoorPage.tsx';

export const Unusable = () => {
  const door = useDoor();
  return (
    <DoorPage title={t().unusable.title}>
      <p>{problemText(door.problem() ?? { code: 'store/unavailable' })}</p>
      <button type="button" class="btn main block" onClick={() => window.location.reload()}>
        {t().unusable.reload}
      </button>
    </DoorPage>
  );
};
