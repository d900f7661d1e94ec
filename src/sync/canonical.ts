/** One text for one value, whatever order its keys were written in: what hashes are taken of. */
import type { Value } from '#domain/change.ts';

export const canonical = (value: Value): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
};

/** Whether a value is a list; `Array.isArray` alone does not narrow a readonly one. */
const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
