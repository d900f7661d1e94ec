/** A day as far as it is known, as it is typed: 20/02/2024, 02/2024 or 2024. */
import { isLocalDate } from '#domain/dates.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseDate } from '#domain/typed-dates.ts';

export const parsePartialDay = (typed: string): Result<string> => {
  const [, month, year] = /^(?:(\d{1,2})[/.-])?(\d{4})$/u.exec(typed.trim()) ?? [];
  if (year === undefined) return parseDate(typed);
  const date = month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
  const whole = month === undefined ? `${year}-01-01` : `${date}-01`;
  return isLocalDate(whole) && year >= '1900' && year <= '2200' ? ok(date) : fail({ code: 'field/not-a-date' });
};
