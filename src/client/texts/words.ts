/** Dates and periods in words, in the language in use. */
import { formatDate, weekdayOf, yearOf } from '#domain/dates.ts';
import { language, t } from './current.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "thứ Sáu" */
export const weekdayWord = (date: string): string => t().weekdays[weekdayOf(date) - 1] ?? '';
/** "15/11" */
export const dayMonth = (date: string): string => formatDate(date.slice(5));
/** "15" and 11 */
export const dayOf = (date: string): string => date.slice(8);
export const monthNumber = (date: string): number => Number(date.slice(5, 7));

/** "15/11/2024", or "15/11 – 17/11/2024". */
export const daysWords = (from: string, to: string): string => {
  if (from === to) return formatDate(from);
  return yearOf(from) === yearOf(to)
    ? `${dayMonth(from)} – ${formatDate(to)}`
    : `${formatDate(from)} – ${formatDate(to)}`;
};

/** "quý IV/2024", "6 tháng đầu năm 2024", "tháng 11/2024", "năm 2024". */
export const periodWords = (period: string): string => {
  const year = period.slice(0, 4);
  const part = period.slice(5);
  if (part === '') return t().year(year);
  if (part.startsWith('Q')) return t().quarter(ROMAN[Number(part.slice(1)) - 1] ?? '', year);
  if (part.startsWith('H')) return t().half(part === 'H1' ? 1 : 2, year);
  return t().month(Number(part), Number(year));
};

/** For a cell of a strip: "11" or "IV"; a month's "T11" would break in two on a small phone. */
export const periodShort = (period: string): string => {
  const part = period.slice(5);
  return part.startsWith('Q') ? (ROMAN[Number(part.slice(1)) - 1] ?? '') : String(Number(part));
};

/** A campaign's day of every year, "11-15" → "15/11". */
export const monthDayWords = (monthDay: string): string => formatDate(monthDay);

/** "14:32" on the business clock. */
export const clockWords = (ms: number): string =>
  new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });

/** "2 giờ trước" */
export const agoWords = (ms: number, nowMs: number): string => {
  const passed = nowMs - ms;
  if (passed < MINUTE_MS) return t().status.justNow;
  if (passed < HOUR_MS) return t().status.minutesAgo(Math.floor(passed / MINUTE_MS));
  if (passed < DAY_MS) return t().status.hoursAgo(Math.floor(passed / HOUR_MS));
  return t().status.daysAgo(Math.floor(passed / DAY_MS));
};

export interface Worded {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** The word of a catalogue's code; a code that this version does not know stands for itself. */
export const wordOf = (list: readonly Worded[], code: string): string =>
  list.find((item) => item.code === code)?.[language()] ?? code;
