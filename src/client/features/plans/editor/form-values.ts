/** What stands in each field of a form: of a record, of a new one, of the draft that came back. */
import { formatDate, formatPartialDate } from '#domain/dates.ts';
import { editableNumber } from '#domain/numbers.ts';
import type { PlanTable } from '#domain/tables.ts';
import { fieldsOf, type FieldSpec } from './form-fields.ts';

/** A row of small fields; `kept` is the item that it began from, as JSON. */
export type Row = Readonly<Record<string, string>>;
export type Typed = string | readonly string[] | readonly Row[];
export type PlanForm = Readonly<Record<string, Typed>>;

export const KEPT = 'kept';
export const CHECKED = 'yes';

export const wordsIn = (form: PlanForm, field: string): string => {
  const typed = form[field];
  return typeof typed === 'string' ? typed : '';
};
export const linksIn = (form: PlanForm, field: string): readonly string[] => {
  const typed = form[field];
  return Array.isArray(typed) ? typed.filter((one) => typeof one === 'string') : [];
};
export const rowsIn = (form: PlanForm, field: string): readonly Row[] => {
  const typed = form[field];
  return Array.isArray(typed) ? typed.filter((one) => typeof one === 'object') : [];
};

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (fields: Fields, path: string): unknown => {
  const [name = '', part] = path.split('.');
  const value = fields[name];
  if (part === undefined) return value;
  return isFields(value) ? value[part] : undefined;
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const typedOf = (spec: FieldSpec, value: unknown, fields: Fields): Typed => {
  switch (spec.kind) {
    case 'lines':
      return texts(value).join('\n');
    case 'codes':
      return texts(value);
    case 'links':
      if (spec.single) return typeof value === 'string' ? [value] : [];
      return isFields(value) ? Object.keys(value) : [];
    case 'rows':
      return (Array.isArray(value) ? value : []).filter(isFields).map((item) => rowOf(spec.columns ?? [], item));
    case 'printed-date':
      if (typeof fields['datePrinted'] === 'string') return fields['datePrinted'];
      return typeof value === 'string' ? formatPartialDate(value) : '';
    case 'day':
    case 'month-day':
      return typeof value === 'string' ? formatDate(value) : '';
    case 'check':
      return value === true ? CHECKED : '';
    default:
      if (typeof value === 'number') return spec.kind === 'choice' ? String(value) : editableNumber(value);
      return typeof value === 'string' ? value : '';
  }
};

const rowOf = (columns: readonly FieldSpec[], item: Fields): Row => ({
  ...Object.fromEntries(
    columns.map((column) => {
      const typed = typedOf(column, item[column.field], item);
      return [column.field, typeof typed === 'string' ? typed : ''];
    }),
  ),
  [KEPT]: JSON.stringify(item),
});

export const emptyRow = (columns: readonly FieldSpec[]): Row =>
  Object.fromEntries(columns.map(({ field, start = '' }) => [field, start]));

/** The form of a record; of none, what a new one begins with. */
export const formOf = (table: PlanTable, fields: Fields | undefined): PlanForm =>
  Object.fromEntries(
    fieldsOf[table].map((spec) => [
      spec.field,
      fields === undefined
        ? (spec.start ?? typedOf(spec, undefined, {}))
        : typedOf(spec, valueAt(fields, spec.field), fields),
    ]),
  );

/** The draft that came back; what it lacks, or what cannot be read, is as in `start`. */
export const formInDraft = (start: PlanForm, kept: unknown): PlanForm | undefined => {
  if (!isFields(kept)) return undefined;
  return Object.fromEntries(
    Object.entries(start).map(([field, was]) => {
      const value = kept[field];
      if (typeof was === 'string') return [field, typeof value === 'string' ? value : was];
      const isList = Array.isArray(value) && value.every((one) => typeof one === 'string' || isFields(one));
      // A row is only ever shown and read as words.
      return [field, isList ? (value as Typed) : was];
    }),
  );
};
