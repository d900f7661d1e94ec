/** What a person may make of two values by hand: text, a number, a day. Codes and links are chosen, not mixed. */
import { fieldsOf, registers, type RegisterField } from '#catalogue/registers.ts';
import type { Value } from '#domain/change.ts';
import { checkField } from '#domain/field-checks.ts';
import { formatDate, isLocalDate } from '#domain/dates.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { editableNumber } from '#domain/numbers.ts';
import { parseCount, parseFigure } from '#domain/typed-numbers.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Table } from '#domain/table.ts';
import { tables } from '#domain/every-table.ts';
import type { TableName } from '#domain/tables.ts';

export type MergeKind = 'text' | 'long-text' | 'count' | 'figure' | 'day';

const inRegisters = (...kinds: readonly RegisterField['is'][]): readonly string[] =>
  registers.flatMap((register) => fieldsOf(register).filter(({ is }) => kinds.includes(is))).map(({ name }) => name);

const texts: ReadonlySet<string> = new Set([
  'title',
  'place',
  'audience',
  'costSource',
  'source',
  'evidence',
  'outlier',
  ...inRegisters('text', 'phone'),
]);
const longTexts: ReadonlySet<string> = new Set(['narrative', 'note', 'text', ...inRegisters('long')]);

/** `undefined`: one of the two is chosen, or neither. */
export const mergeKindOf = (field: string, winner: Value, loser: Value): MergeKind | undefined => {
  const known = [winner, loser].filter((value) => value !== null);
  if (known.length === 0) return undefined;
  if (known.every((value) => typeof value === 'number')) return known.every(Number.isInteger) ? 'count' : 'figure';
  if (!known.every((value) => typeof value === 'string')) return undefined;
  if (known.every((value) => isLocalDate(value))) return 'day';
  if (longTexts.has(field)) return 'long-text';
  return texts.has(field) ? 'text' : undefined;
};

export const typedOf = (value: Value): string => {
  if (typeof value === 'number') return editableNumber(value);
  if (typeof value !== 'string') return '';
  return isLocalDate(value) ? formatDate(value) : value;
};

/** Both texts, the one in use first. */
export const joined = (kind: MergeKind, first: string, second: string): string => {
  const parts = [first, second].map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(parts)].join(kind === 'long-text' ? '\n' : '; ');
};

const readTyped = (kind: MergeKind, typed: string): Result<Value> => {
  if (typed.trim() === '') return ok(null);
  if (kind === 'count') return parseCount(typed);
  if (kind === 'figure') return parseFigure(typed);
  return kind === 'day' ? parseDate(typed) : ok(typed.normalize('NFC').trim());
};

/** The value, if the record's table takes it. */
export const readMerged = (table: TableName, field: string, kind: MergeKind, typed: string): Result<Value> => {
  const read = readTyped(kind, typed);
  if (!read.ok) return read;
  const { single, required }: Table = tables[table];
  if (read.value === null) return required.includes(field) ? fail<Problem>({ code: 'field/required' }) : read;
  const schema = single[field];
  const problem = schema && checkField(schema, read.value);
  return problem === undefined ? read : fail(problem);
};
