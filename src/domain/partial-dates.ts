/**
 * A document's date as it is typed or printed, of which the day or the month may still be blank:
 * "20/02/2024", "02/2024", "2024", "ngày 20 tháng 02 năm 2024", "ngày    tháng 02 năm 2024".
 *
 * What was printed in words is kept beside the date when a part of it is blank, so that the blank shows where it stands.
 */
import { isLocalDate, yearOf } from './dates.ts';
import { fail, ok, type Result } from './result.ts';
import { parseDate } from './typed-dates.ts';

export interface PrintedDate {
  /** `2024`, `2024-02` or `2024-02-20`. */
  readonly date: string;
  /** The wording, where it is not a whole date in figures. */
  readonly printed: string | undefined;
}

const WORDS = /^(?:ngày\s*(\d{1,2})?[\s.…_]*)?(?:tháng\s*(\d{1,2})?[\s.…_]*)?(?:năm\s*)(\d{4})$/iu;
const FIGURES = /^(?:(?:tháng\s*)?(\d{1,2})[/.-])?(\d{4})$/iu;

const EARLIEST = 1900;
const LATEST = 2200;

/** Whether a stored partial date names a month and a day that exist. */
export const isPartialDate = (date: string): boolean => {
  const missing = '-01-01'.slice(Math.max(date.length - 4, 0));
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(date) && isLocalDate(`${date}${missing}`);
};

const twoDigits = (digits: string): string => digits.padStart(2, '0');

const joined = (year: string, month: string | undefined, day: string | undefined): string =>
  [year, month && twoDigits(month), month && day && twoDigits(day)].filter(Boolean).join('-');

const checked = (date: string, printed: string | undefined): Result<PrintedDate> => {
  const isKnown = isPartialDate(date) && yearOf(date) >= EARLIEST && yearOf(date) <= LATEST;
  return isKnown ? ok({ date, printed }) : fail({ code: 'field/not-a-date' });
};

export const parsePrintedDate = (typed: string): Result<PrintedDate> => {
  const text = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (text === '') return fail({ code: 'field/required' });
  const whole = parseDate(text);
  if (whole.ok) return ok({ date: whole.value, printed: undefined });
  const figures = FIGURES.exec(text);
  if (figures?.[2] !== undefined) return checked(joined(figures[2], figures[1], undefined), undefined);
  const words = WORDS.exec(text);
  const [, day, month, year] = words ?? [];
  if (year === undefined) return whole;
  // A day without its month says nothing that could be kept.
  if (day !== undefined && month === undefined) return fail({ code: 'field/not-a-date' });
  const isWhole = day !== undefined && month !== undefined;
  return checked(joined(year, month, day), isWhole ? undefined : text);
};
