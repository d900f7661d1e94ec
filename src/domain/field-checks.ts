/**
 * One field's value against its schema, as a problem that a person can be told.
 * A form and the sync door ask the same question here, so that what a form accepts is not refused later.
 */
import * as v from 'valibot';
import { isLocalDate } from './dates.ts';
import type { Problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';
import { localDate, monthDay, type Schema } from './table.ts';

/** The value as the record holds it (trimmed, NFC), or what is wrong with it. */
export const readField = (schema: Schema, value: unknown): Result<unknown> => {
  const result = v.safeParse(schema, value);
  if (!result.success) return fail(problemOf(result.issues[0]));
  // The pattern of a date lets 30 February through.
  if (schema === localDate && !isLocalDate(String(value))) return fail({ code: 'field/not-a-date' });
  if (schema === monthDay && !isLocalDate(`2024-${String(value)}`)) return fail({ code: 'field/not-a-date' });
  return ok(result.output);
};

/** What is wrong with a value; `undefined` when nothing is. */
export const checkField = (schema: Schema, value: unknown): Problem | undefined => {
  const result = readField(schema, value);
  return result.ok ? undefined : result.problem;
};

const problemOf = (issue: v.BaseIssue<unknown>): Problem => {
  const bound = typeof issue.requirement === 'number' ? issue.requirement : 0;
  switch (issue.type) {
    case 'non_empty':
      return { code: 'field/required' };
    case 'max_length':
      return { code: 'field/too-long', max: bound };
    case 'max_value':
      return { code: 'field/too-large', max: bound };
    case 'min_value':
    case 'safe_integer':
    case 'integer':
      return bound <= 1 ? { code: 'field/not-a-count' } : { code: 'field/unknown-value' };
    case 'number':
    case 'finite':
      return { code: 'field/not-a-number' };
    case 'iso_date':
      return { code: 'field/not-a-date' };
    default:
      return { code: 'field/unknown-value' };
  }
};
