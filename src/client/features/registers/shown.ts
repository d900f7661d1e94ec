/** A row's fields in words, by what the register's description says that they are. */
import { fieldsOf, type Register, type RegisterField } from '#catalogue/registers.ts';
import { formatDate, formatPartialDate, type LocalDate } from '#domain/dates.ts';
import { fold } from '#domain/folding.ts';
import { formatCount } from '#domain/numbers.ts';
import { peopleTotal } from '#domain/people.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords, wordOf } from '#client/texts/words.ts';
import { given, numberOf, textOf, type Given, type RegisterRow } from './rows.ts';

/** The name of what an id points at, where the page knows one. */
export type NameOf = (id: string) => string | undefined;

/**
 * Agencies as they were called when it happened, or while it lasted; what is still there has them as they are called now.
 * Of a month or a year alone, as they were called at its end.
 */
export const namesOfTime =
  (names: (id: string, day?: LocalDate) => string | undefined, { days }: Register, fields: Given): NameOf =>
  (id) => {
    const [from, to] = [fields[days.from], days.to === undefined ? undefined : fields[days.to]];
    const last = textOf(to) || (days.lasting === true ? '' : textOf(from) || String(numberOf(from) ?? ''));
    return names(id, last === '' ? undefined : `${last}${'-12-31'.slice(last.length - 4)}`);
  };

const elements = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

const listed = (words: readonly string[]): string | undefined => (words.length === 0 ? undefined : words.join(', '));

/** `undefined` where nothing is written. */
export const fieldShown = (field: RegisterField, value: unknown, nameOf: NameOf): string | undefined => {
  if (value === undefined || value === '') return undefined;
  switch (field.is) {
    case 'choice':
      return wordOf(field.codes, textOf(value));
    case 'checks':
      return listed(elements(value).map((code) => wordOf(field.codes, code)));
    case 'partners':
    case 'tasks':
    case 'campaigns':
      return listed(elements(value).map((id) => nameOf(id) ?? id));
    case 'agency':
    case 'plan':
      return nameOf(textOf(value)) ?? textOf(value);
    case 'day':
      return formatDate(textOf(value));
    case 'partial':
      return formatPartialDate(textOf(value));
    case 'money':
      return s().money(numberOf(value) ?? 0);
    case 'count':
      return formatCount(numberOf(value) ?? 0);
    case 'year':
      return String(numberOf(value) ?? '');
    case 'yes':
      return value === true ? s().yes : s().no;
    case 'text':
    case 'long':
    case 'phone':
      return textOf(value);
  }
};

export const peopleIn = (fields: Given) => ({
  female: numberOf(fields['female']),
  male: numberOf(fields['male']),
  unrecorded: numberOf(fields['unrecorded']),
});

/** "20 người, nữ 18", where there are people. */
const peopleShown = (fields: Given): string | undefined => {
  const people = peopleIn(fields);
  const total = peopleTotal(people);
  return total === 0 ? undefined : `${s().people(total)}, ${s().femaleOf(people.female ?? 0)}`;
};

/** "15/11 – 17/11/2024", "từ 2022", "2023 – 2024", or nothing. */
export const daysShown = ({ days }: Register, fields: Given): string | undefined => {
  const first = fields[days.from];
  if (typeof first === 'number') return String(first);
  const [from, to] = [textOf(first), days.to === undefined ? '' : textOf(fields[days.to])];
  if (days.lasting === true) {
    if (to === '') return from === '' ? undefined : s().registers.from(formatPartialDate(from));
    const until = s().registers.until(formatPartialDate(to));
    return from === '' ? until : `${s().registers.from(formatPartialDate(from))} ${until}`;
  }
  if (from === '' || to === '') return from === '' && to === '' ? undefined : formatPartialDate(from || to);
  return days.to === 'to' ? daysWords(from, to) : formatPartialDate(from);
};

/** Whether the days under a row's name say the field already, so that it needs no line of its own. */
export const isAmongDays = ({ days }: Register, name: string): boolean =>
  (days.lasting === true || days.to === 'to' || days.from === 'year') && (name === days.from || name === days.to);

export const titleShown = (register: Register, fields: Given): string => textOf(fields[register.title]);

/** What the list tells of a row under its title. */
export const aboutShown = (register: Register, fields: Given, nameOf: NameOf): string => {
  const about = register.about.map((name) => {
    const field = fieldsOf(register).find((one) => one.name === name);
    return field && fieldShown(field, fields[name], nameOf);
  });
  return [daysShown(register, fields), ...about, peopleShown(fields)].filter(Boolean).join(' · ');
};

/** All that a row says, without accents: what the search looks in. */
export const foldedRow = (register: Register, row: RegisterRow, nameOf: NameOf): string => {
  const fields = given(row);
  return fold(
    fieldsOf(register)
      .map((field) => fieldShown(field, fields[field.name], nameOf) ?? '')
      .join(' '),
  );
};
