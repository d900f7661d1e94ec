/** Which tasks are to be done on a day: a task without a window always, one with a window while it is open. */
import type { Saved } from './workbook.ts';

export const isTaskOpen = ({ fields }: Saved<'task'>, today: string): boolean =>
  (fields.from === undefined || fields.from <= today) && (fields.to === undefined || fields.to >= today);
