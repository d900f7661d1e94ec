/** The form of a row as it is left behind: what was typed, the record that it began from, and what it will be called once saved. */
import type { Register } from '#catalogue/registers.ts';
import type { Value } from '#domain/change.ts';
import { valuesOf } from '#domain/values.ts';
import { recordInDraft } from '#client/state/create-draft.ts';
import { emptyForm, type RegisterForm, type RegisterRecord } from './form-model.ts';

export interface RegisterDraft {
  /** What the row is called once it is saved, however often that is tried. */
  readonly id: string | undefined;
  readonly form: RegisterForm;
  /** Absent for a new row. */
  readonly before: RegisterRecord | undefined;
}

export const draftOf = (register: Register, { id, form, before }: RegisterDraft): Readonly<Record<string, Value>> => ({
  id: id ?? null,
  form: { texts: form.texts, sets: form.sets },
  before: before ? valuesOf(register.table, before) : null,
});

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** What it lacks, or what cannot be read, is empty: another version may have written it. `undefined` when it is no draft. */
export const readDraft = (register: Register, draft: unknown): RegisterDraft | undefined => {
  const kept = entriesOf(draft);
  if (!kept.has('form')) return undefined;
  const form = entriesOf(kept.get('form'));
  const [texts, sets] = [entriesOf(form.get('texts')), entriesOf(form.get('sets'))];
  const empty = emptyForm(register);
  const text = (name: string): string => {
    const value = texts.get(name);
    return typeof value === 'string' ? value : '';
  };
  const words = (name: string): readonly string[] => {
    const value = sets.get(name);
    return isWords(value) ? value : [];
  };
  const id = kept.get('id');
  return {
    id: typeof id === 'string' ? id : undefined,
    form: {
      texts: Object.fromEntries(Object.keys(empty.texts).map((name) => [name, text(name)])),
      sets: Object.fromEntries(Object.keys(empty.sets).map((name) => [name, words(name)])),
    },
    before: recordInDraft(register.table, kept.get('before')),
  };
};
