/** The form of a plan's record as it is left behind: what was typed, what it will be called, and the record it began from. */
import { recordInDraft } from '#client/state/create-draft.ts';
import type { PlanTable, RecordIn } from '#domain/tables.ts';
import { formInDraft, type PlanForm } from './form-values.ts';

export interface PlanDraft {
  readonly id: string;
  readonly form: PlanForm;
  readonly before: RecordIn<PlanTable> | undefined;
}

export const readDraft = (table: PlanTable, start: PlanForm, kept: unknown): PlanDraft | undefined => {
  const { id, form, before } = Object(kept);
  const typed = formInDraft(start, form);
  return typeof id === 'string' && typed !== undefined
    ? { id, form: typed, before: recordInDraft(table, before) }
    : undefined;
};
