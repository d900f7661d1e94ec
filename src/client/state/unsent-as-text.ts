/** All that the server has not taken, as data: what a person takes away when no page can show it. */
import type { Workbook } from './workbook.ts';

export const unsentAsText = (workbook: Pick<Workbook, 'waiting' | 'refused'>): string => {
  const waiting = workbook.waiting().map(({ scope, n, at, changes }) => ({ scope, n, at, changes }));
  return JSON.stringify({ waiting, refused: workbook.refused() ?? [] }, undefined, 2);
};
