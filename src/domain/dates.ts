/**
 * Calendar days as text, "2024-11-15", in the business time zone Asia/Ho_Chi_Minh.
 *
 * - A day is a day: no hour, no zone. They are counted at midnight UTC, where every day has 24 hours.
 * - Texts compare as days do: `a < b` is "a is earlier than b".
 */

export type LocalDate = string;

/** Both ends inclusive. */
export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Viet Nam has no daylight saving: UTC+7 all year. */
const ZONE_MS = 7 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Midnight UTC of the day; 30 February is counted on to 1 March, in every engine alike. */
const msOf = (date: LocalDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
const textAt = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** A day that exists, written as it is stored. */
export const isLocalDate = (text: string): text is LocalDate => {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && textAt(msOf(text)) === text;
};

/** "15/11/2024". */
export const formatDate = (date: LocalDate): string => date.split('-').reverse().join('/');

/** As much as is known: "2024", "02/2024" or "20/02/2024". */
export const formatPartialDate = (date: string): string => formatDate(date);

export const addDays = (date: LocalDate, days: number): LocalDate => textAt(msOf(date) + days * DAY_MS);

/** From `a` to `b`: positive when `b` is later. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => (msOf(b) - msOf(a)) / DAY_MS;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(msOf(date)).getUTCDay() || 7;

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** "2024-11". */
export const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** Every month that the days from `from` to `to` touch, earliest first. */
export const monthsBetween = (from: LocalDate, to: LocalDate): readonly string[] => {
  const monthNumber = (date: LocalDate) => yearOf(date) * 12 + Number(date.slice(5, 7)) - 1;
  const first = monthNumber(from);
  const length = Math.max(monthNumber(to) - first + 1, 0);
  return Array.from({ length }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
};

/** A day of every year, "11-15", in a year; 29 February falls on the 28th where there is none. */
export const dayInYear = (monthDay: string, year: number): LocalDate => {
  const date = `${year}-${monthDay}`;
  return isLocalDate(date) ? date : `${year}-02-28`;
};

/** The business day at a moment. */
export const todayAt = (nowMs: number): LocalDate => textAt(nowMs + ZONE_MS);

/** Whether two ranges share a day. */
export const touches = (a: DayRange, b: DayRange): boolean => a.from <= b.to && b.from <= a.to;
