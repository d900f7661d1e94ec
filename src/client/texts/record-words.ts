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

/** Of a set whose elements are years or an office's own names: a year is one, what else it is needs no words. */
const ownNames: ReadonlySet<string> = new Set(['themes', 'governing', 'checklist', 'ticked']);

/** Which rule governs and why, a theme with its slogans, an item of a checklist. */
const objectWords = (value: object, words: RecordWords): string | undefined => {
  if ('rule' in value && typeof value.rule === 'string') {
    const reason = 'reason' in value && typeof value.reason === 'string' ? ` (${value.reason})` : '';
    return `${words.nameOf(value.rule) ?? value.rule}${reason}`;
  }
  if ('theme' in value && typeof value.theme === 'string') {
    const slogans = 'slogans' in value && Array.isArray(value.slogans) ? value.slogans.map(String) : [];
    return [value.theme, ...slogans].join('\n');
  }
  return 'text' in value && typeof value.text === 'string' ? value.text : undefined;
};

const elementWords = (set: string, element: string, words: RecordWords): string => {
  if (set === 'outputs') return wordOf(words.outputs, element);
  if (set === 'topics') return wordOf(words.topics, element);
  if (ownNames.has(set)) return words.nameOf(`${set}/${element}`) ?? (/^\d{4}$/u.test(element) ? element : '');
  return set === 'services' ? wordOf(words.codes, element) : (words.nameOf(element) ?? element);
};

/** Fields of plans and campaigns are called as in their forms. */
const labelOf = (field: string): string => {
  const labels: Readonly<Record<string, string>> = s().planEdit.labels;
  return labels[field] ?? field;
};

/** "Nơi", "Kết quả: tờ rơi", "Số người tiếp cận". */
export const fieldName = (register: string, words: RecordWords): string => {
  if (register === DELETED) return s().fields.deleted;
  const names: Readonly<Record<string, string>> = s().fields;
  const [field = '', element] = register.replace(/^\+/u, '').split('/');
  const name = names[field] ?? labelOf(field);
  const what = element === undefined || register.startsWith('+') ? '' : elementWords(field, element, words);
  return what === '' ? name : `${name}: ${what}`;
};

export const valueWords = (register: string, value: Value, words: RecordWords): string => {
  if (value === null || value === '') return s().sync.emptyValue;
  if (typeof value === 'boolean') return value ? s().yes : s().no;
  if (typeof value === 'number') return years.has(register) ? String(value) : formatNumber(value);
  // A counter's component is `[total, n]`.
  if (Array.isArray(value)) {
    if (typeof value[0] === 'number') return formatNumber(value[0]);
    return value.every((one) => typeof one === 'string') ? value.join('\n') : JSON.stringify(value);
  }
  if (typeof value === 'object') return objectWords(value, words) ?? partWords(value);
  // What a check saw is told as what it is; the figures themselves stand in their own fields.
  if (register === 'checked') return s().reading.status.checked;
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
