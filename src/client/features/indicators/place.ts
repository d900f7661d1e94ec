/** Where among the measures an address stands. One lazy screen answers for all of them. */
export const ROOT = '/chi-tieu';
const ENTRY = 'nhap';
const WHY = 'vi-sao';

export type Place =
  { readonly shows: 'list' | 'entry' | 'nothing' } | { readonly shows: 'measure' | 'why'; readonly id: string };

export const placeAt = (rest: string): Place => {
  const [id, part, ...beyond] = rest.split('/').filter(Boolean);
  if (id === undefined) return { shows: 'list' };
  if (beyond.length > 0 || (part !== undefined && part !== WHY)) return { shows: 'nothing' };
  if (id === ENTRY) return { shows: part === undefined ? 'entry' : 'nothing' };
  return { shows: part === undefined ? 'measure' : 'why', id };
};

export const measureHref = (id: string): string => `${ROOT}/${id}`;
/** The part of the page that explains a period. */
export const partOf = (period: string): string => `period-${period}`;
/** With a period, that part of the page. What is chosen in the list beside it stays chosen (`search`). */
export const whyHref = (id: string, search: string, period?: string): string =>
  `${measureHref(id)}/${WHY}${search}${period === undefined ? '' : `#${partOf(period)}`}`;
export const entryHref = `${ROOT}/${ENTRY}`;
