/**
 * What a unit or an agency was called on a day: names, kinds and official codes are dated attributes.
 *
 * - The record's own fields are what holds last; `former` says what held until and including a day before that.
 * - A change never rewrites the past: on every day before it the record reads as it did.
 */
import { addDays, type LocalDate } from './dates.ts';

/** What may change from a day on. */
export interface Attributes {
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  readonly officialCode?: string | undefined;
}

interface Named extends Attributes {
  readonly name: string;
  readonly former?: readonly ({ readonly until: LocalDate } & Attributes)[] | undefined;
}

const latestFirst = (a: { readonly until: LocalDate }, b: { readonly until: LocalDate }): number =>
  a.until < b.until ? 1 : -1;

/** The record with the attributes that it had on the day. */
export const asOn = <T extends Named>(record: T, day: LocalDate): T => {
  let held = record;
  for (const { until, ...was } of [...(record.former ?? [])].sort(latestFirst))
    if (until >= day) held = { ...held, ...was };
  return held;
};

/** The names that it had before the day and has no more, the latest first. */
export const formerNames = (record: Named, day: LocalDate): readonly string[] => {
  const now = asOn(record, day).name;
  const past = [...(record.former ?? [])].sort(latestFirst).filter(({ until }) => until < day);
  return [...new Set(past.flatMap(({ name }) => name ?? []))].filter((name) => name !== now);
};

/**
 * The record as it is called from a day on; `undefined` when something changed after that day, because what came in
 * between is not known. Saying it again for the same day corrects it.
 */
export const changedFrom = <T extends Named>(record: T, change: Attributes, from: LocalDate): T | undefined => {
  const until = addDays(from, -1);
  const former = record.former ?? [];
  if (former.some((one) => one.until > until)) return undefined;
  const was: Attributes = Object.fromEntries(Object.entries(record).filter(([field]) => Object.hasOwn(change, field)));
  const before = former.find((one) => one.until === until);
  const others = former.filter((one) => one.until !== until);
  const held = { ...was, ...before, until };
  // A code that is learnt, where none was known, replaces nothing.
  return { ...record, ...change, former: Object.keys(held).length > 1 ? [...others, held] : others };
};
