/** Of an activity in the form, what is written. */
import { CREATED, type Values } from '#domain/change.ts';
import type { Activity } from '#domain/records/activity.ts';
import { changedValues, valuesOf } from '#domain/values.ts';

/** What the refused mutation wrote is written again, as it stands in the form now; the rest only where it differs. */
export const valuesToSave = (before: Activity | undefined, after: Activity, refused: Values | undefined): Values => {
  const changed = changedValues('activity', before, after);
  if (!refused) return changed;
  const now = valuesOf('activity', after);
  const again = Object.keys(refused)
    .filter((register) => register !== CREATED && !register.startsWith('$'))
    .map((register) => [register, now[register] ?? null] as const);
  return { ...Object.fromEntries(again), ...(refused[CREATED] ? { [CREATED]: true } : {}), ...changed };
};
