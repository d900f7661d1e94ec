/**
 * Numbers as they are written in Vietnamese: 1.234,5.
 *
 * - `parseCount(formatCount(n))` and `parseFigure(editableNumber(n))` give `n` back.
 * - What can be read in two ways is not guessed: `parseFigure("1.234")` is a problem that carries both readings.
 * - Negative numbers, letters that look like digits (l, O) and full-width digits are refused.
 */
import { fail, ok, type Result } from './result.ts';

const MAX_COUNT = 1e13;

/** Groups of three, set apart by dots or by spaces; the first group never begins with 0. */
const GROUPED = '[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?: \\d{3})+)';
const COUNT = new RegExp(`^(?:\\d+|${GROUPED})$`, 'u');
const FIGURE = new RegExp(`^(?:\\d+|${GROUPED})(?:,\\d+)?$`, 'u');
/** A dot where a comma belongs, as phone keyboards offer it: 12.5 */
const DOTTED = /^\d+\.\d+$/u;
/** One group of three after one dot: thousands or decimals? */
const EITHER = /^[1-9]\d{0,2}\.\d{3}$/u;

/** No-break and narrow spaces are spaces. */
const tidy = (typed: string): string => typed.replace(/\s/gu, ' ').trim();

const within = (value: number): Result<number> =>
  value > MAX_COUNT ? fail({ code: 'field/too-large', max: MAX_COUNT }) : ok(value);

/** A whole number of people, things or đồng: 1234, 1.234, 04. */
export const parseCount = (typed: string): Result<number> => {
  const text = tidy(typed);
  if (text === '') return fail({ code: 'field/required' });
  if (!COUNT.test(text)) return fail({ code: 'field/not-a-count' });
  return within(Number(text.replace(/[. ]/gu, '')));
};

/** A figure that need not be whole: 1234, 12,5, 12.5, 1.234,5. */
export const parseFigure = (typed: string): Result<number> => {
  const text = tidy(typed);
  if (text === '') return fail({ code: 'field/required' });
  const thousands = Number(text.replace(/[. ]/gu, '').replace(',', '.'));
  if (EITHER.test(text)) return fail({ code: 'field/ambiguous-number', readings: [thousands, Number(text)] });
  if (FIGURE.test(text)) return within(thousands);
  return DOTTED.test(text) ? within(Number(text)) : fail({ code: 'field/not-a-number' });
};

/** Every digit and no exponent: "0.0000001", not "1e-7". */
const plain = (value: number): string => {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  if (Number(exponent) > 0) return BigInt(value).toString();
  return `0.${'0'.repeat(-Number(exponent) - 1)}${mantissa.replace('.', '')}`;
};

const written = (value: number, decimals: number | undefined, group: boolean): string => {
  const size = Math.abs(value);
  const text = decimals === undefined ? plain(size) : plain(Number(size.toFixed(decimals)));
  const [whole = '', fraction] = text.split('.');
  const grouped = group ? whole.replace(/\B(?=(?:\d{3})+$)/gu, '.') : whole;
  const unsigned = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/u.test(text) ? `-${unsigned}` : unsigned;
};

/** "1.234,5"; rounded to at most `decimals` places when they are given, exact otherwise. */
export const formatNumber = (value: number, decimals?: number): string => written(value, decimals, true);

/** As it stands in a field that is being edited: without group marks, so that it is read back as it was. */
export const editableNumber = (value: number): string => written(value, undefined, false);

/** "99,6%". Rounded for the eye only; judging uses the exact value. */
export const formatPercent = (value: number, decimals = 2): string => `${formatNumber(value, decimals)}%`;

export const formatCount = (value: number): string => formatNumber(value, 0);

/** As the documents print small counts: 4 is "04". */
export const paddedCount = (value: number): string => (value < 10 ? `0${formatCount(value)}` : formatCount(value));
