/**
 * A line of a request, read as far as it can be. A mutation whose content is nonsense but whose number can be read is
 * held like any refused one; if it were not, it would stand in the way of every later one for ever.
 */
import type { Value } from '#domain/change.ts';
import { parseRequestLine, type RequestLine } from '#sync/messages.ts';
import type { Mutation } from '#sync/mutation.ts';
import { isTooDeep } from './json-depth.ts';
import type { Slice } from './staged-slices.ts';

/** A mutation's line as it came, parsed as far as it could be. */
export type Incoming =
  | { readonly is: 'mutation'; readonly mutation: Mutation; readonly text: string }
  /** Its number can be read, its content cannot; `parts` is what the chain is taken of, if that much can be read. */
  | {
      readonly is: 'malformed';
      readonly n: number;
      readonly h: number;
      readonly parts: Value | undefined;
      readonly text: string;
    }
  | { readonly is: 'slice'; readonly slice: Slice };

type Opening = Extract<RequestLine, readonly ['q', ...unknown[]] | readonly ['s', ...unknown[]]>;

export type Parsed =
  | { readonly is: 'question'; readonly line: Extract<Opening, readonly ['q', ...unknown[]]> }
  | { readonly is: 'standing'; readonly line: Extract<Opening, readonly ['s', ...unknown[]]> }
  | { readonly is: 'incoming'; readonly incoming: Incoming };

export const parseLine = (text: string): Parsed | undefined => {
  const isDeep = isTooDeep(text);
  const line = isDeep ? undefined : parseRequestLine(text);
  if (line === undefined) return malformedMutation(text, isDeep);
  switch (line[0]) {
    case 'q':
      return { is: 'question', line };
    case 's':
      return { is: 'standing', line };
    case 'm': {
      const [, n, h, ms, ctr, operations, schema] = line;
      return { is: 'incoming', incoming: { is: 'mutation', mutation: { n, h, ms, ctr, operations, schema }, text } };
    }
    case 'p': {
      const [, n, h, offset, total, chars] = line;
      return { is: 'incoming', incoming: { is: 'slice', slice: { n, h, offset, total, chars } } };
    }
  }
};

const malformedMutation = (text: string, isDeep: boolean): Parsed | undefined => {
  const line = listOf(text);
  const [kind, n, h] = line;
  if (kind !== 'm' || !isWhole(n) || n < 1) return undefined;
  // A deep one would exhaust the stack of whoever walks it.
  const parts = isDeep ? undefined : [n, line[3] ?? null, line[4] ?? null, line[5] ?? null];
  return { is: 'incoming', incoming: { is: 'malformed', n, h: isWhole(h) ? h : 0, parts, text } };
};

/** What was parsed as JSON is JSON, so its elements are values. */
const listOf = (text: string): readonly Value[] => {
  try {
    const line: Value = JSON.parse(text);
    return Array.isArray(line) ? line : [];
  } catch {
    return [];
  }
};

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
