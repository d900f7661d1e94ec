/** The values that a conflict carries as JSON; what cannot be read says nothing. */
import type { Value, Values } from '#domain/change.ts';
import { isValue } from '#sync/mutation.ts';

const isJson = (value: unknown): value is Value => isValue(value);
const isEdits = (value: Value): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueIn = (json: string | undefined): Value => {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
};

/** Of a deletion, or of a record that is gone: what was edited, by field. */
export const editsIn = (json: string | undefined): Values => {
  const value = valueIn(json);
  return isEdits(value) ? value : {};
};
