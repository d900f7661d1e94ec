/**
 * The work of a unit below as a person above reads it online, line by line: what stands in each scope, and up to where that
 * is. It is values and no registers, for nothing of it is kept, merged or sent back.
 *
 * `o` opens and says when that is on the server; `s` begins a scope; `r` and `d` are a record and one that is gone, where a
 * later line of the same record takes the place of an earlier one; `e` ends a scope, at its head; `z` ends the whole, under
 * a name by which the server can tell whether anything has changed since. What has no `z` was cut.
 */
import * as v from 'valibot';
import type { Value, Values } from '#domain/change.ts';
import { isScope, type Scope } from '#domain/scope.ts';
import { isValue } from './mutation.ts';

export type OpenedLine =
  | readonly ['o', now: number]
  | readonly ['s', scope: Scope]
  | readonly ['r', table: string, id: string, values: Values]
  | readonly ['d', table: string, id: string]
  | readonly ['e', seq: number]
  | readonly ['z', tag: string];

export const lineOfOpened = (line: OpenedLine): string => JSON.stringify(line);

const text = v.string();
const number = v.pipe(v.number(), v.safeInteger());
const value = v.custom<Value>((held) => isValue(held));

const Line = v.union([
  v.tuple([v.literal('o'), number]),
  v.tuple([v.literal('s'), v.custom<Scope>((scope) => typeof scope === 'string' && isScope(scope))]),
  v.tuple([v.literal('r'), text, text, v.record(v.string(), value)]),
  v.tuple([v.literal('d'), text, text]),
  v.tuple([v.literal('e'), number]),
  v.tuple([v.literal('z'), text]),
]);

/** `undefined` for what is no such line. */
export const parseOpenedLine = (line: string): OpenedLine | undefined => {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(Line, read);
  return parsed.success ? parsed.output : undefined;
};
