/** A refused record in words: every field that was typed, so that it can be read, copied and put right. */
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { topics } from '#catalogue/topics.ts';
import { CREATED, DELETED, type Change, type Value } from '#domain/change.ts';
import { formatDate, isLocalDate } from '#domain/dates.ts';
import { formatNumber } from '#domain/numbers.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { periodWords, wordOf } from '#client/texts/words.ts';

export interface FieldWords {
  readonly name: string;
  readonly value: string;
}

/** The name of a record's id, where the page knows one. */
export type NameOf = (id: string) => string | undefined;

const valueWords = (register: string, value: Value, nameOf: NameOf): string => {
  if (value === null || value === '') return s().sync.emptyValue;
  if (typeof value === 'boolean') return value ? t().yes : t().no;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (register === 'type') return wordOf(activityTypes, value);
  if (register === 'period') return periodWords(value);
  return isLocalDate(value) ? formatDate(value) : (nameOf(value) ?? value);
};

const elementWords = (set: string, element: string, nameOf: NameOf): string => {
  if (set === 'outputs') return wordOf(outputs, element);
  return set === 'topics' ? wordOf(topics, element) : (nameOf(element) ?? element);
};

export const fieldsInWords = (change: Change, nameOf: NameOf): readonly FieldWords[] => {
  const names: Readonly<Record<string, string>> = t().fields;
  return Object.entries(change.values).flatMap(([register, value]): readonly FieldWords[] => {
    if (register === CREATED) return [];
    if (register === DELETED) return [{ name: t().fields.deleted, value: value === true ? t().yes : t().no }];
    const [field = '', element] = register.split('/');
    const name = names[field] ?? field;
    if (element === undefined) return [{ name, value: valueWords(register, value, nameOf) }];
    const words = elementWords(field, element, nameOf);
    if (value === null) return [{ name, value: `${words}: ${s().sync.emptyValue}` }];
    return [{ name, value: typeof value === 'number' ? `${words}: ${formatNumber(value)}` : words }];
  });
};

export const asText = (fields: readonly FieldWords[]): string =>
  fields.map((field) => `${field.name}: ${field.value}`).join('\n');
