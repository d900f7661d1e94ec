/**
 * Keys that sort siblings, so that one can be put between two others without touching them.
 *
 * - Texts over 0–9, A–Z, a–z compare by their code units, which is the order of the alphabet below.
 * - `a < orderBetween(a, b) < b`, and no key ends in the lowest digit: below such a key there would be no room.
 * - Where two phones put something at the same place at once both keys are equal; ids then decide, the same way everywhere.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

const digitAt = (key: string, index: number): number => Math.max(DIGITS.indexOf(key[index] ?? ''), 0);

/** A key after `before` and ahead of `after`; either may be missing. Keys out of order or equal leave only the place after `before`. */
export const orderBetween = (before: string | undefined, after: string | undefined): string => {
  const low = before ?? '';
  const high = after !== undefined && after > low ? after : undefined;
  let key = '';
  let isBelow = high === undefined;
  for (let index = 0; ; index += 1) {
    const least = digitAt(low, index);
    const most = isBelow || high === undefined ? BASE : digitAt(high, index);
    const middle = Math.floor((least + most) / 2);
    if (middle > least) return key + (DIGITS[middle] ?? '');
    key += DIGITS[least] ?? '';
    isBelow ||= least < most;
  }
};

/** So many keys that follow each other, with room before, between and after. */
export const orderAt = (index: number): string => `${String(index + 1).padStart(3, '0')}V`;

interface Ordered {
  readonly id: string;
  readonly fields: { readonly order: string };
}

export const byOrder = (a: Ordered, b: Ordered): number => {
  if (a.fields.order !== b.fields.order) return a.fields.order < b.fields.order ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

/** The key that brings a sibling to another place of the list; `undefined` where it already is, or no such place is. */
export const orderAtPlace = (siblings: readonly Ordered[], id: string, place: number): string | undefined => {
  const sorted = [...siblings].sort(byOrder);
  const from = sorted.findIndex((one) => one.id === id);
  const others = sorted.filter((one) => one.id !== id);
  if (from < 0 || from === place || place < 0 || place > others.length) return undefined;
  return orderBetween(others[place - 1]?.fields.order, others[place]?.fields.order);
};
