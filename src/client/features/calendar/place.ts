/** Where in the calendar an address stands: a month or a year by its question, the observances by its path. */
export const ROOT = '/lich';
export const OBSERVANCES = `${ROOT}/ngay-le`;
const NEW = 'moi';
const EDIT = 'sua';

export type Place =
  | { readonly shows: 'calendar' | 'observances' | 'new' }
  | { readonly shows: 'observance' | 'form'; readonly key: string };

/** `undefined` where there is no such page. */
export const placeAt = (rest: string): Place | undefined => {
  const [part, key, action, ...beyond] = rest.split('/').filter(Boolean);
  if (part === undefined) return { shows: 'calendar' };
  if (part !== 'ngay-le' || beyond.length > 0) return undefined;
  if (key === undefined) return { shows: 'observances' };
  if (key === NEW) return action === undefined ? { shows: 'new' } : undefined;
  const named = decodeURIComponent(key);
  if (action === undefined) return { shows: 'observance', key: named };
  return action === EDIT ? { shows: 'form', key: named } : undefined;
};

export const monthHref = (month: string): string => `${ROOT}?thang=${month}`;
export const yearHref = (year: number): string => `${ROOT}?nam=${String(year)}`;
export const newObservanceHref = `${OBSERVANCES}/${NEW}`;
export const observanceHref = (key: string): string => `${OBSERVANCES}/${encodeURIComponent(key)}`;
export const editObservanceHref = (key: string): string => `${observanceHref(key)}/${EDIT}`;
