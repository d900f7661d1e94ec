/** What the parts of the form share: what is typed, how to change it, and what is wrong with a field. */
import type { ActivitySummary } from '#client/state/workbook.ts';
import type { ActivityForm } from './form-model.ts';

export interface FormControl {
  readonly form: ActivityForm;
  readonly set: (change: Partial<ActivityForm>) => void;
  readonly setOutput: (code: string, value: string) => void;
  readonly error: (field: string) => string | undefined;
  /** What was taken out of a text, or looks wrong in it. */
  readonly told: (field: string) => readonly string[];
  /** Activities of about a year, newest first: what was used last is offered first. */
  readonly recent: () => readonly ActivitySummary[];
  readonly suggestedTitle: () => string;
}

export interface PartProps {
  readonly control: FormControl;
}

/** The id of the control that shows a field, for labels and the summary of errors. */
export const fieldId = (field: string): string => `activity-${field.replace('/', '-')}`;

/** With or without `name`. */
export const toggled = (names: readonly string[], name: string, isIn: boolean): string[] =>
  isIn ? [...names.filter((other) => other !== name), name] : names.filter((other) => other !== name);
