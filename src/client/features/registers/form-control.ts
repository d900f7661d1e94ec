/** What the parts of the form share: what is typed, how to change it, and what is wrong with a field. */
import type { RegisterForm } from './form-model.ts';

export interface FormControl {
  readonly form: RegisterForm;
  readonly setText: (name: string, value: string) => void;
  readonly toggle: (set: string, element: string, isIn: boolean) => void;
  readonly error: (name: string) => string | undefined;
}

/** The id of the control that shows a field, for labels and the summary of errors. */
export const fieldId = (field: string): string => `register-${field.replace('/', '-')}`;
