/**
 * Numbers as people type them in Vietnamese: 1.234,5.
 *
 * - `parseCount(formatCount(n))` and `parseFigure(editableNumber(n))` give `n` back.
 * - What can be read in two ways is not guessed: `parseFigure("1.234")` is a problem that carries both readings.
 * - What is plainly meant but written otherwise (1,234.5, "12 người", full-width digits) is not taken either: the problem
 *   carries what it seems to be, and the person types it.
 * - Nothing is rounded: what has more digits than a number can hold is a problem.
 */
import { editableNumber } from './numbers.ts';
import { fail, ok, type Result } from './result.ts';

const MAX_COUNT = 1e13;
/** Every number of so many digits is held as it was typed; of more, some are not. */
const SURE_DIGITS = 15;

/** Groups of three, set apart by dots or by spaces; the first group never begins with 0. */
const GROUPED = '[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?: \\d{3})+)';
const COUNT = new RegExp(`^(?:\\d+|${GROUPED})$`, 'u');
const FIGURE = new RegExp(`^(?:\\d+|${GROUPED})(?:,\\d+)?$`, 'u');
/** A dot where a comma belongs, as phone keyboards offer it: 12.5 */
const DOTTED = /^\d+\.\d+$/u;
/** One group of three after one dot: thousands or decimals? */
const EITHER = /^[1-9]\d{0,2}\.\d{3}$/u;
/** 1,234.5: the commas and dots of other countries. */
const FOREIGN = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const NEGATIVE = /^[-−–]\s?\d/u;

/** No-break and narrow spaces are spaces. */
const tidy = (typed: string): string => typed.replace(/\s/gu, ' ').trim();

const within = (value: number): Result<number> =>
  value > MAX_COUNT ? fail({ code: 'field/too-large', max: MAX_COUNT }) : ok(value);

const thousandsOf = (text: string): number => Number(text.replace(/[. ]/gu, '').replace(',', '.'));

/** Digits as other keyboards and pens write them: full-width １２, and the letters O and l among digits. */
const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d)[oO]|[oO](?=\d)/gu, '0')
    .replace(/(?<=\d)[lI]|[lI](?=\d)/gu, '1');

type Code = 'field/not-a-count' | 'field/not-a-number';

/** What the text seems to mean, where that is one number of the wanted kind; `undefined` where it could be anything. */
const meantBy = (text: string, code: Code): number | undefined => {
  const found = plainDigits(text).match(/\d[\d., ]*\d|\d/gu);
  const only = found?.length === 1 ? found[0] : undefined;
  if (only === undefined || /\de[+-]?\d/iu.test(text)) return undefined;
  const foreign = FOREIGN.test(only) ? Number(only.replaceAll(',', '')) : undefined;
  if (code === 'field/not-a-number')
    return foreign ?? (FIGURE.test(only) && !EITHER.test(only) ? thousandsOf(only) : undefined);
  const count = foreign ?? (COUNT.test(only) ? thousandsOf(only) : undefined);
  return Number.isInteger(count) ? count : undefined;
};

const refused = (text: string, code: Code): Result<never> => {
  if (NEGATIVE.test(text)) return fail({ code: 'field/negative' });
  const reading = meantBy(text, code);
  return fail(reading === undefined || reading > MAX_COUNT ? { code } : { code: 'field/number-meant', reading });
};

/** A whole number of people, things or đồng: 1234, 1.234, 04. */
export const parseCount = (typed: string): Result<number> => {
  const text = tidy(typed);
  if (text === '') return fail({ code: 'field/required' });
  return COUNT.test(text) ? within(Number(text.replace(/[. ]/gu, ''))) : refused(text, 'field/not-a-count');
};

/** Without group marks, and without the zeros that say nothing: 007,50 is 7,5. */
const bare = (text: string, mark: '.' | ','): string => {
  const [whole = '', fraction = ''] = text.replaceAll(mark === ',' ? /[. ]/gu : /\s/gu, '').split(mark);
  return [whole.replace(/^0+(?=\d)/u, ''), fraction.replace(/0+$/u, '')].filter(Boolean).join(',');
};

/** A figure that need not be whole: 1234, 12,5, 12.5, 1.234,5. */
export const parseFigure = (typed: string): Result<number> => {
  const text = tidy(typed);
  if (text === '') return fail({ code: 'field/required' });
  if (EITHER.test(text)) return fail({ code: 'field/ambiguous-number', readings: [thousandsOf(text), Number(text)] });
  const isFigure = FIGURE.test(text);
  if (!isFigure && !DOTTED.test(text)) return refused(text, 'field/not-a-number');
  const value = within(isFigure ? thousandsOf(text) : Number(text));
  const isKept = !value.ok || bare(text, isFigure ? ',' : '.') === editableNumber(value.value);
  return isKept ? value : fail({ code: 'field/too-precise', max: SURE_DIGITS });
};
