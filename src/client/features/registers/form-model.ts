/**
 * The form of a register's row as it is typed, and as it is read; which fields it has follows from the register.
 *
 * - What is typed stays as it is typed, whatever is wrong with it; `readForm` finds everything wrong at once.
 * - A set that the form does not show is kept from the record that it began from.
 */
import { fieldsOf, type Register, type RegisterField } from '#catalogue/registers.ts';
import { CREATED, type Value, type Values } from '#domain/change.ts';
import { formatDate, formatPartialDate, yearOf } from '#domain/dates.ts';
import { editableNumber } from '#domain/numbers.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { checkRegister } from '#domain/register-rules.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { RecordIn } from '#domain/tables.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import { readText as readTypedText } from '#domain/typed-text.ts';
import { recordOf, valuesOf } from '#domain/values.ts';
import { parsePartialDay } from './partial-day.ts';

export type RegisterRecord = RecordIn<RegisterName>;

/** Sets are the codes or ids that are chosen, `yes` is '' or 'yes'; all else is as it is typed. */
export interface RegisterForm {
  readonly texts: Readonly<Record<string, string>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

const setKinds: ReadonlySet<RegisterField['is']> = new Set(['checks', 'partners', 'tasks', 'campaigns']);
export const isSet = ({ is }: RegisterField): boolean => setKinds.has(is);

export const emptyForm = (register: Register): RegisterForm => {
  const fields = fieldsOf(register);
  return {
    texts: Object.fromEntries(fields.filter((field) => !isSet(field)).map(({ name }) => [name, ''])),
    sets: Object.fromEntries(fields.filter(isSet).map(({ name }) => [name, []])),
  };
};

interface Begin {
  readonly agency: string;
  readonly today: string;
}

/** What most rows begin with: the own agency, today, this year. */
export const newForm = (register: Register, { agency, today }: Begin): RegisterForm => {
  const empty = emptyForm(register);
  const first = fieldsOf(register).find(({ name }) => name === register.days.from);
  const day = first?.is === 'day' && register.days.lasting !== true ? formatDate(today) : '';
  return {
    ...empty,
    texts: {
      ...empty.texts,
      agency,
      ...(day !== '' && register.table !== 'commendation' && { [register.days.from]: day }),
      ...(Object.hasOwn(empty.texts, 'year') && { year: String(yearOf(today)) }),
    },
  };
};

const typedOf = (field: RegisterField, value: Value | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return field.is === 'year' ? String(value) : editableNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (typeof value !== 'string') return '';
  if (field.is === 'day') return formatDate(value);
  return field.is === 'partial' ? formatPartialDate(value) : value;
};

/** From flat registers, also those of no whole record: an edit whose record is gone shows what it wrote. */
export const formOfValues = (register: Register, values: Values): RegisterForm => {
  const empty = emptyForm(register);
  const fields = fieldsOf(register);
  const texts = fields
    .filter((field) => !isSet(field))
    .map((field) => {
      const isRepeated = 'sameAs' in field && field.sameAs !== undefined && values[field.sameAs] === values[field.name];
      return [field.name, isRepeated ? '' : typedOf(field, values[field.name])] as const;
    });
  const chosen = (set: string) =>
    Object.keys(values)
      .filter((one) => one.startsWith(`${set}/`) && values[one] === true)
      .map((one) => one.slice(set.length + 1));
  return {
    texts: { ...empty.texts, ...Object.fromEntries(texts) },
    sets: Object.fromEntries(Object.keys(empty.sets).map((set) => [set, chosen(set)])),
  };
};

export const formOf = (register: Register, record: RegisterRecord): RegisterForm =>
  formOfValues(register, valuesOf(register.table, record));

const parseYear = (typed: string): Result<number> =>
  /^\d{4}$/u.test(typed.trim()) ? ok(Number(typed.trim())) : fail({ code: 'register/not-a-year' });

const readText = (field: RegisterField, typed: string): Result<Value> => {
  switch (field.is) {
    case 'day':
      return parseDate(typed);
    case 'partial':
      return parsePartialDay(typed);
    case 'year':
      return parseYear(typed);
    case 'count':
    case 'money':
      return parseCount(typed);
    case 'yes':
      return ok(true);
    case 'text':
    case 'long':
    case 'phone':
    case 'choice':
    case 'checks':
    case 'agency':
    case 'partners':
    case 'plan':
    case 'tasks':
    case 'campaigns':
      return wordsOf(field, typed);
  }
};

/** Whatever is longer than anybody types is refused here; what a field holds is asked by the rules. */
const AT_MOST = 200_000;
const typedText = ({ is }: RegisterField, typed: string) =>
  readTypedText(typed, { max: AT_MOST, lines: is === 'long' });

const wordsOf = (field: RegisterField, typed: string): Result<Value> => {
  const { value, problem } = typedText(field, typed);
  return problem ? fail(problem) : ok(value);
};

const isWritten = ({ is }: RegisterField): boolean => is === 'text' || is === 'long' || is === 'phone';

/** What was taken out of a text, or looks wrong in it: said beside its field, and in nobody's way. */
export const toldOf = (field: RegisterField, form: RegisterForm): readonly Problem[] =>
  isWritten(field) ? typedText(field, form.texts[field.name] ?? '').told : [];

export interface ReadRegister {
  readonly record: RegisterRecord | undefined;
  readonly problems: readonly FieldProblem[];
}

interface ReadOptions {
  readonly today: string;
  /** What the form began from; what it does not show is kept. */
  readonly before: RegisterRecord | undefined;
}

export const readForm = (register: Register, form: RegisterForm, { today, before }: ReadOptions): ReadRegister => {
  const fields = fieldsOf(register);
  const shown = new Set(fields.map(({ name }) => name));
  const kept = before ? Object.entries(valuesOf(register.table, before)) : [];
  const values: Record<string, Value> = Object.fromEntries(
    kept.filter(([name]) => !shown.has(name.split('/')[0] ?? '')),
  );
  const unread: FieldProblem[] = [];
  for (const field of fields) {
    const typed = form.texts[field.name] ?? '';
    if (isSet(field)) for (const one of form.sets[field.name] ?? []) values[`${field.name}/${one}`] = true;
    else if (typed.trim() !== '') {
      const read = readText(field, typed);
      if (read.ok) values[field.name] = read.value;
      else unread.push({ field: field.name, problem: read.problem });
    }
  }
  for (const field of fields)
    if ('sameAs' in field && field.sameAs !== undefined && isBlank(form, field.name)) {
      const other = values[field.sameAs];
      if (other !== undefined) values[field.name] = other;
    }

  const problems = [...unread, ...rulesBroken(register, values, unread, form, today)];
  const record = problems.length === 0 ? recordOf(register.table, { ...values, [CREATED]: true }) : undefined;
  return { record, problems: inScreenOrder(register, problems) };
};

const isBlank = (form: RegisterForm, name: string): boolean => (form.texts[name] ?? '').trim() === '';

/** What the rules say, without what only follows from a field that cannot be read. */
const rulesBroken = (
  register: Register,
  values: Values,
  unread: readonly FieldProblem[],
  form: RegisterForm,
  today: string,
): readonly FieldProblem[] => {
  const isUnread = (name: string) => unread.some(({ field }) => field === name);
  const fields = fieldsOf(register);
  return checkRegister(register.table, nested(values), today).filter(({ field, problem }) => {
    const described = fields.find(({ name }) => name === field);
    const followed = described && 'sameAs' in described ? described.sameAs : undefined;
    const isFollowing = followed !== undefined && isBlank(form, field);
    const isGuess =
      problem.code === 'activity/minority-exceeds-total' && ['female', 'male', 'unrecorded'].some(isUnread);
    return !isUnread(field) && !isFollowing && !isGuess;
  });
};

/** As the rules read it: sets as objects. */
const nested = (values: Values): object => {
  const fields: Record<string, Value | Record<string, Value>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [field = '', element] = name.split('/');
    if (element === undefined) fields[field] = value;
    else fields[field] = { ...Object(fields[field]), [element]: value };
  }
  return fields;
};

export const inScreenOrder = (register: Register, problems: readonly FieldProblem[]): readonly FieldProblem[] => {
  const names = fieldsOf(register).map(({ name }) => name);
  return [...problems].sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field));
};
