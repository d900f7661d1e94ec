/**
 * What is read from a form.
 *
 * - What is typed stays as it is typed, whatever is wrong with it; everything wrong is found at once.
 * - Fields that the form does not show, and parts of a row that it does not know, stay as they were.
 */
import { readField } from '#domain/field-checks.ts';
import { parsePrintedDate } from '#domain/partial-dates.ts';
import { checkPlanPart } from '#domain/plan-rules.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Table } from '#domain/table.ts';
import { firstTables, type PlanTable, type RecordIn } from '#domain/tables.ts';
import { parseDate, parseMonthDay, parseYear } from '#domain/typed-dates.ts';
import { parseCount, parseFigure } from '#domain/typed-numbers.ts';
import { fieldsOf, type FieldSpec } from './form-fields.ts';
import {
  isFields,
  KEPT,
  linksIn,
  rowsIn,
  valueAt,
  wordsIn,
  type Fields,
  type PlanForm,
  type Row,
} from './form-values.ts';

const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A choice holds its code, or the number that its code is. */
const codeOf = (spec: FieldSpec, typed: string): string | number => (spec.words === 'per' ? Number(typed) : typed);

/** What is typed as words; `undefined` where nothing is. */
const readWords = (spec: FieldSpec, typed: string): Result<unknown> => {
  if (typed.trim() === '') return ok(undefined);
  switch (spec.kind) {
    case 'lines':
      return ok(linesOf(typed));
    case 'day':
      return parseDate(typed);
    case 'month-day':
      return parseMonthDay(typed);
    case 'year':
      return parseYear(typed);
    case 'count':
    case 'month':
      return parseCount(typed);
    case 'figure':
      return parseFigure(typed);
    case 'check':
      return ok(true);
    case 'choice':
      return ok(codeOf(spec, typed));
    default:
      return ok(typed);
  }
};

const isRowEmpty = (columns: readonly FieldSpec[], row: Row): boolean =>
  columns.every(({ field, start }) => (row[field] ?? '').trim() === '' || row[field] === start);

const keptItem = (row: Row): Fields => {
  const kept: unknown = row[KEPT] === undefined ? {} : JSON.parse(row[KEPT]);
  return isFields(kept) ? kept : {};
};

interface Reading {
  readonly fields: Record<string, unknown>;
  readonly problems: FieldProblem[];
}

const readRows = (spec: FieldSpec, form: PlanForm, { fields, problems }: Reading): void => {
  const columns = spec.columns ?? [];
  const items: Fields[] = [];
  rowsIn(form, spec.field).forEach((row, index) => {
    if (isRowEmpty(columns, row)) return;
    const item: Record<string, unknown> = { ...keptItem(row) };
    for (const column of columns) {
      const read = readWords(column, row[column.field] ?? '');
      if (!read.ok) problems.push({ field: `${spec.field}.${String(index)}.${column.field}`, problem: read.problem });
      else if (read.value === undefined && column.kind === 'check') item[column.field] = false;
      else if (read.value === undefined) delete item[column.field];
      else item[column.field] = read.value;
    }
    const first = columns[0]?.field ?? '';
    if (item[first] === undefined)
      problems.push({ field: `${spec.field}.${String(index)}.${first}`, problem: { code: 'field/required' } });
    items.push(item);
  });
  fields[spec.field] = items.length > 0 ? items : undefined;
};

const readDate = (spec: FieldSpec, table: Table, form: PlanForm, { fields, problems }: Reading): void => {
  const typed = wordsIn(form, spec.field);
  if (typed.trim() === '') {
    delete fields[spec.field];
    delete fields['datePrinted'];
    return;
  }
  const read = parsePrintedDate(typed);
  if (!read.ok) {
    problems.push({ field: spec.field, problem: read.problem });
    return;
  }
  fields[spec.field] = read.value.date;
  if (!Object.hasOwn(table.single, 'datePrinted')) return;
  if (read.value.printed === undefined) delete fields['datePrinted'];
  else fields['datePrinted'] = read.value.printed;
};

const requiredField: Problem = { code: 'field/required' };

export interface LinkValue {
  /** What an element of the set holds: that it is there, or the version that was linked. */
  readonly valueOf: (spec: FieldSpec, id: string) => true | number;
}

const readLinks = (spec: FieldSpec, form: PlanForm, { fields }: Reading, { valueOf }: LinkValue): void => {
  const chosen = linksIn(form, spec.field);
  if (spec.single) {
    if (chosen[0] === undefined) delete fields[spec.field];
    else fields[spec.field] = chosen[0];
    return;
  }
  const before = fields[spec.field];
  const held: Fields = isFields(before) ? before : {};
  fields[spec.field] = Object.fromEntries(chosen.map((id) => [id, held[id] ?? valueOf(spec, id)]));
};

const readWordsInto = (spec: FieldSpec, form: PlanForm, { fields, problems }: Reading): void => {
  const [name = '', part] = spec.field.split('.');
  const read =
    spec.kind === 'codes' ? ok(listOrNone(linksIn(form, spec.field))) : readWords(spec, wordsIn(form, spec.field));
  if (!read.ok) {
    problems.push({ field: spec.field, problem: read.problem });
    return;
  }
  if (part === undefined) {
    if (read.value === undefined) delete fields[name];
    else fields[name] = read.value;
    return;
  }
  const object: Record<string, unknown> = isFields(fields[name]) ? { ...fields[name] } : {};
  if (read.value === undefined) delete object[part];
  else object[part] = read.value;
  fields[name] = object;
};

const listOrNone = (list: readonly string[]): readonly string[] | undefined => (list.length > 0 ? list : undefined);

export const isAsked = (spec: FieldSpec, form: PlanForm): boolean => spec.when?.(form) ?? true;

const isBlank = (value: unknown): boolean =>
  value === undefined || (isFields(value) && Object.keys(value).length === 0);

/** Objects of which nothing was typed are none; of others every part that they need is asked for beside its own field. */
const settleObjects = (table: PlanTable, { fields, problems }: Reading): void => {
  const { single }: Table = firstTables[table];
  for (const spec of fieldsOf[table]) {
    const [name = '', part] = spec.field.split('.');
    if (part === undefined || !isFields(fields[name])) continue;
    if (isBlank(fields[name])) {
      delete fields[name];
      continue;
    }
    const schema = single[name];
    const isKnown = problems.some(({ field }) => field.startsWith(`${name}.`));
    if (schema === undefined || isKnown || readField(schema, fields[name]).ok) continue;
    const missing = fieldsOf[table].find(
      (one) => one.field.startsWith(`${name}.`) && fields[name] !== undefined && isBlank(valueAt(fields, one.field)),
    );
    problems.push({ field: missing?.field ?? spec.field, problem: { code: 'field/required' } });
  }
};

const checkFields = (table: PlanTable, { fields, problems }: Reading): void => {
  const { single, required }: Table = firstTables[table];
  const known = () => new Set(problems.map(({ field }) => field.split('.')[0] ?? ''));
  for (const [name, value] of Object.entries(fields)) {
    const schema = Object.hasOwn(single, name) ? single[name] : undefined;
    if (schema === undefined || value === undefined || known().has(name)) continue;
    const read = readField(schema, value);
    if (read.ok) fields[name] = read.value;
    else problems.push({ field: name, problem: read.problem });
  }
  for (const name of required)
    if (isBlank(fields[name]) && !known().has(name)) problems.push({ field: name, problem: requiredField });
};

export interface ReadPlanForm<T extends PlanTable> {
  readonly record: RecordIn<T> | undefined;
  readonly problems: readonly FieldProblem[];
}

/** `before` is the record that the form began from, or what a new one has that is not typed: its plan, its place. */
export const readForm = <T extends PlanTable>(
  table: T,
  form: PlanForm,
  before: Fields,
  links: LinkValue,
): ReadPlanForm<T> => {
  const reading: Reading = { fields: { ...before }, problems: [] };
  for (const set of Object.keys(firstTables[table].sets)) reading.fields[set] ??= {};
  for (const spec of fieldsOf[table]) {
    if (!isAsked(spec, form)) continue;
    if (spec.kind === 'rows') readRows(spec, form, reading);
    else if (spec.kind === 'links') readLinks(spec, form, reading, links);
    else if (spec.kind === 'printed-date') readDate(spec, firstTables[table], form, reading);
    else readWordsInto(spec, form, reading);
  }
  // An empty list is as good as none; left empty it stays what it was.
  for (const [name, value] of Object.entries(before))
    if (reading.fields[name] === undefined && Array.isArray(value) && value.length === 0) reading.fields[name] = value;
  settleObjects(table, reading);
  checkFields(table, reading);
  const { fields, problems } = reading;
  if (problems.length > 0) return { record: undefined, problems };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Every field was read by the table's own schema, and what it requires is there.
  const record = Object.fromEntries(present) as RecordIn<T>;
  const found = checkPlanPart(table, record);
  return { record: found.length === 0 ? record : undefined, problems: found };
};
