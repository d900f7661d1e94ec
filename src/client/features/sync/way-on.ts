/** Where a refused record is put right: in its own form, at the field that was wrong, or by deleting once more; others can only be copied or dropped. */
import { registerOf } from '#catalogue/registers.ts';
import { DELETED } from '#domain/change.ts';
import type { Refused } from '#client/state/workbook.ts';
import { mainChange } from './record-title.ts';

export type WayOn =
  { readonly is: 'form'; readonly href: string } | { readonly is: 'delete-again' } | { readonly is: 'none' };

export const wayOn = (refused: Pick<Refused, 'scope' | 'n' | 'changes'>): WayOn => {
  const change = mainChange(refused.changes);
  const register = change && registerOf(change.table);
  if (!change || !(change.table === 'activity' || change.table === 'reading' || register)) return { is: 'none' };
  if (change.values[DELETED] === true) return { is: 'delete-again' };
  const key = encodeURIComponent(`${refused.scope}~${String(refused.n)}`);
  const query = `sua=${key}`;
  if (change.table === 'activity') return { is: 'form', href: `/hoat-dong/moi?${query}` };
  if (register) return { is: 'form', href: `/so/${register.path}/moi?${query}` };
  // An edit carries only what it changed; which measure it is of stands in the id.
  const measure = change.id.split('~')[0];
  return measure ? { is: 'form', href: `/chi-tieu/${measure}?${query}` } : { is: 'none' };
};
