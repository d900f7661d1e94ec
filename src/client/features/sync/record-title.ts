/** What a record that was written is called, what it is, and where its page stands. */
import { registerOf, type Register } from '#catalogue/registers.ts';
import { DELETED, type Change } from '#domain/change.ts';
import { isRegisterName, type RegisterName } from '#domain/register-names.ts';
import type { Workbook } from '#client/state/workbook.ts';
import type { RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords, periodWords } from '#client/texts/words.ts';

export interface RecordTitle {
  readonly title: () => string;
  readonly about: () => string;
  readonly href: () => string | undefined;
}

/** Of several records saved at once, the one that a person would name. */
export const mainChange = (changes: readonly Change[]): Change | undefined =>
  changes.find(({ table }) => table === 'activity' || table === 'reading' || isRegisterName(table)) ?? changes[0];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const activityTitle = (workbook: Workbook, change: () => Change): RecordTitle => {
  const saved = workbook.activity(() => change().id);
  return {
    title: () => saved()?.fields.title ?? text(change().values['title']) ?? s().tables.activity,
    about: () => {
      const fields = saved()?.fields;
      const isDeleted = change().values[DELETED] === true;
      return [
        s().tables.activity,
        fields && daysWords(fields.from, fields.to),
        isDeleted ? s().fields.deleted.toLowerCase() : '',
      ]
        .filter(Boolean)
        .join(' · ');
    },
    href: () => (saved() ? `/hoat-dong/${change().id}` : undefined),
  };
};

const readingTitle = (change: () => Change, words: RecordWords): RecordTitle => {
  const part = (index: number) => change().id.split('~')[index] ?? '';
  return {
    title: () => words.nameOf(part(0)) ?? s().tables.reading,
    about: () => [s().tables.reading, part(3) && periodWords(part(3))].filter(Boolean).join(' · '),
    href: () => `/chi-tieu/${part(0)}`,
  };
};

/** By the field that names a row, as it is saved or, of one that is not, as it was written. */
const registerTitle = (workbook: Workbook, register: Register, change: () => Change): RecordTitle => {
  const rows = workbook.list<RegisterName>(register.table);
  const saved = () => rows()?.find((one) => one.id === change().id);
  const named = (fields: object | undefined) => text(Object(fields)[register.title]);
  return {
    title: () => named(saved()?.fields) ?? named(change().values) ?? s().tables[register.table],
    about: () =>
      [s().tables[register.table], change().values[DELETED] === true ? s().fields.deleted.toLowerCase() : '']
        .filter(Boolean)
        .join(' · '),
    href: () => (saved() ? `/so/${register.path}/${change().id}` : undefined),
  };
};

/** `change` is read once for its table; what it says may change. */
export const createRecordTitle = (workbook: Workbook, words: RecordWords, change: () => Change): RecordTitle => {
  const { table } = change();
  if (table === 'activity') return activityTitle(workbook, change);
  if (table === 'reading') return readingTitle(change, words);
  const register = registerOf(table);
  if (register !== undefined) return registerTitle(workbook, register, change);
  return {
    title: () => words.nameOf(change().id) ?? text(change().values['title']) ?? s().tables[change().table],
    about: () => s().tables[change().table],
    href: () => undefined,
  };
};
