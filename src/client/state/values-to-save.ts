/** Of a record in a form, what is written. */
import { CREATED, type Values } from '#domain/change.ts';
import type { RecordIn, TableName } from '#domain/tables.ts';
import { changedValues, valuesOf } from '#domain/values.ts';

/** What the refused mutation wrote is written again, as it stands in the form now; the rest only where it differs. */
export const valuesToSave = <T extends TableName>(
  table: T,
  before: RecordIn<T> | undefined,
  after: RecordIn<T>,
  refused: Values | undefined,
): Values => {
  const changed = changedValues(table, before, after);
  if (!refused) return changed;
  const now = valuesOf(table, after);
  const again = Object.keys(refused)
    .filter((register) => register !== CREATED && !register.startsWith('$'))
    .map((register) => [register, now[register] ?? null] as const);
  return { ...Object.fromEntries(again), ...(refused[CREATED] ? { [CREATED]: true } : {}), ...changed };
};
