/** What the fields of a plan's form share: what is typed, how to change it, and what is wrong where. */
import type { PlanTable } from '#domain/tables.ts';
import { s } from '#client/texts/screens.ts';
import type { Saved } from '#client/state/workbook.ts';
import type { FieldSpec } from './form-fields.ts';
import type { PlanForm, Typed } from './form-values.ts';

export interface FormControl {
  readonly table: PlanTable;
  /** The plan that the record is, or belongs to; of a new plan nothing yet. */
  readonly plan: Saved<'plan'> | undefined;
  readonly form: PlanForm;
  readonly set: (field: string, typed: Typed) => void;
  readonly error: (field: string) => string | undefined;
}

/** The id of the control that shows a field, for labels and the summary of errors. */
export const fieldId = (field: string): string => `plan-${field.replaceAll('.', '-')}`;

const textOf = (texts: Readonly<Record<string, string>>, table: PlanTable, field: string): string | undefined =>
  texts[`${table}.${field}`] ?? texts[field];

export const labelOf = (table: PlanTable, field: string): string => textOf(s().planEdit.labels, table, field) ?? field;

export const hintOf = (table: PlanTable, spec: FieldSpec): string | undefined =>
  spec.hasHint ? textOf(s().planEdit.hints, table, spec.field) : undefined;
