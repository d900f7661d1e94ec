/**
 * Days as people type and paste them; the day comes first, as it does in Vietnamese: 03/04/2024 is 3 April.
 *
 * What is plainly meant but written otherwise (a year of two digits, the month first, a moment, a number of Excel's) is not
 * taken: the problem carries the days that it may be, and the person types the right one.
 */
import { addDays, isLocalDate, todayAt, yearOf, type LocalDate } from './dates.ts';
import type { Problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;
/** Excel counts days from 30/12/1899, or from 01/01/1904 in files of old Macs; these are the numbers of 1990 to 2100. */
const SERIAL = /^(?:3[3-9]|[4-6]\d|7[0-3])\d{3}$/u;

const isPlausible = (date: string): date is LocalDate =>
  isLocalDate(date) && yearOf(date) >= EARLIEST_YEAR && yearOf(date) <= LATEST_YEAR;

const dayOf = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The days that a text may mean which is none as it stands; empty where it could be any. */
const meantBy = (text: string): readonly LocalDate[] => {
  if (SERIAL.test(text)) return [addDays('1899-12-30', Number(text)), addDays('1904-01-01', Number(text))];
  const moment = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u.exec(text);
  if (moment) {
    const at = moment[2] === undefined ? Number.NaN : Date.parse(text.replace(' ', 'T'));
    return [Number.isNaN(at) ? (moment[1] ?? '') : todayAt(at)].filter(isPlausible);
  }
  const [, first = '', , second = '', year = ''] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/u.exec(text) ?? [];
  if (year.length === 2) return [dayOf(`20${year}`, second, first)].filter(isPlausible);
  return [dayOf(year, first, second)].filter(isPlausible);
};

/** What a person typed: 15/11/2024, 5/6/2024, 5-6-2024, 5.6.2024, or 2024-11-15 as a date input gives it. */
export const parseDate = (typed: string): Result<LocalDate> => {
  const text = typed.trim();
  if (text === '') return fail({ code: 'field/required' });
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u.exec(text) ?? [];
  const date = year === '' ? text : dayOf(year, month, day);
  if (isPlausible(date)) return ok(date);
  const readings = meantBy(text);
  const notADate: Problem = { code: 'field/not-a-date' };
  return fail(readings.length > 0 ? { code: 'field/date-meant', readings } : notADate);
};

const MONTH_DAY = /^(\d{1,2})[/.-](\d{1,2})$/u;
const LEAP_YEAR = '2024';

/** A day of every year, "15/11" → `11-15`; 29/02 is one, 31/04 is none. */
export const parseMonthDay = (typed: string): Result<string> => {
  const [, day, month] = MONTH_DAY.exec(typed.trim()) ?? [];
  if (day === undefined || month === undefined) return fail({ code: 'field/not-a-date' });
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(`${LEAP_YEAR}-${monthDay}`) ? ok(monthDay) : fail({ code: 'field/not-a-date' });
};

export const parseYear = (typed: string): Result<number> =>
  /^\d{4}$/u.test(typed.trim()) ? ok(Number(typed.trim())) : fail({ code: 'field/not-a-year' });
