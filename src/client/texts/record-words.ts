/**
 * A record's registers in words: what a field is called, and what a value says, for pages that show what was written
 * rather than a form. The catalogue's words are handed in; a code that nobody knows stands for itself.
 */
import { CREATED, DELETED, type Change, type Value } from '#domain/change.ts';
import { formatDate, formatPartialDate, isLocalDate } from '#domain/dates.ts';
import { formatNumber } from '#domain/numbers.ts';
import { s } from './screens.ts';
import { periodWords, wordOf, type Worded } from './words.ts';

export interface FieldWords {
  readonly name: string;
  readonly value: string;
}

export interface RecordWords {
  readonly types: readonly Worded[];
  readonly outputs: readonly Worded[];
  readonly topics: readonly Worded[];
  /** What the registers' codes say. */
  readonly codes: readonly Worded[];
  /** The name of a record's id, where the page knows one. */
  readonly nameOf: (id: string) => string | undefined;
}

/** Fields of registers that hold a code, a day of which a part may be missing, a year. */
const coded: ReadonlySet<string> = new Set(['kind', 'award', 'sex', 'role', 'fund']);
const partial: ReadonlySet<string> = new Set(['founded', 'ended', 'date']);
const years: ReadonlySet<string> = new Set(['year', 'countedIn']);

const isPart = (value: object): value is { readonly numerator: number; readonly denominator?: number } =>
  'numerator' in value && typeof value.numerator === 'number';

const partWords = (value: object): string => {
  if (!isPart(value)) return JSON.stringify(value);
  const whole = value.denominator === undefined ? '' : ` / ${formatNumber(value.denominator)}`;
  return `${formatNumber(value.numerator)}${whole}`;
};

const elementWords = (set: string, element: string, words: RecordWords): string => {
  if (set === 'outputs') return wordOf(words.outputs, element);
  if (set === 'topics') return wordOf(words.topics, element);
  return set === 'services' ? wordOf(words.codes, element) : (words.nameOf(element) ?? element);
};

/** "Nơi", "Kết quả: tờ rơi", "Số người tiếp cận". */
export const fieldName = (register: string, words: RecordWords): string => {
  if (register === DELETED) return s().fields.deleted;
  const names: Readonly<Record<string, string>> = s().fields;
  const [field = '', element] = register.replace(/^\+/u, '').split('/');
  const name = names[field] ?? field;
  return element === undefined || register.startsWith('+') ? name : `${name}: ${elementWords(field, element, words)}`;
};

export const valueWords = (register: string, value: Value, words: RecordWords): string => {
  if (value === null || value === '') return s().sync.emptyValue;
  if (typeof value === 'boolean') return value ? s().yes : s().no;
  if (typeof value === 'number') return years.has(register) ? String(value) : formatNumber(value);
  // A counter's component is `[total, n]`.
  if (Array.isArray(value)) return typeof value[0] === 'number' ? formatNumber(value[0]) : JSON.stringify(value);
  if (typeof value === 'object') return partWords(value);
  if (register === 'type') return wordOf(words.types, value);
  if (coded.has(register)) return wordOf(words.codes, value);
  if (register === 'period') return periodWords(value);
  if (partial.has(register)) return formatPartialDate(value);
  return isLocalDate(value) ? formatDate(value) : (words.nameOf(value) ?? value);
};

/** Every field that was written, an element of a set with its count. */
export const fieldsInWords = (change: Pick<Change, 'values'>, words: RecordWords): readonly FieldWords[] => {
  const names: Readonly<Record<string, string>> = s().fields;
  return Object.entries(change.values).flatMap(([register, value]): readonly FieldWords[] => {
    if (register === CREATED) return [];
    if (register === DELETED) return [{ name: s().fields.deleted, value: value === true ? s().yes : s().no }];
    const [field = '', element] = register.split('/');
    if (element === undefined || register.startsWith('+'))
      return [{ name: fieldName(register, words), value: valueWords(register, value, words) }];
    const name = names[field] ?? field;
    const what = elementWords(field, element, words);
    if (value === null) return [{ name, value: `${what}: ${s().sync.emptyValue}` }];
    return [{ name, value: typeof value === 'number' ? `${what}: ${formatNumber(value)}` : what }];
  });
};

export const asText = (fields: readonly FieldWords[]): string =>
  fields.map((field) => `${field.name}: ${field.value}`).join('\n');
