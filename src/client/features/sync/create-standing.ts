/** Whether the record of a conflict stands in the workbook now; `undefined` while that is being read. */
import { createMemo, type Accessor } from 'solid-js';
import { isTableName } from '#domain/tables.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Conflict } from './conflict-sides.ts';

export const createStanding = (of: Accessor<Conflict['fields']>): Accessor<boolean | undefined> => {
  const workbook = useWorkbook();
  const activity = workbook.activity(() => (of().table === 'activity' ? of().record : ''));
  return createMemo(() => {
    const { table, record } = of();
    if (table === 'activity') return activity() === undefined ? undefined : activity() !== null;
    if (!isTableName(table) || table === 'activity') return undefined;
    return workbook
      .list(table)()
      ?.some((one) => one.id === record);
  });
};
