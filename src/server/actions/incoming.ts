/**
 * A line of a request, read as far as it can be. A mutation whose content is nonsense but whose number can be read is
 * held like any refused one; if it were not, it would stand in the way of every later one for ever.
 */
import { parseRequestLine, type RequestLine } from '#sync/messages.ts';
import { isTooDeep } from './json-depth.ts';
import type { Mutation } from '#sync/mutation.ts';
import type { Slice } from './staged-slices.ts';

/** A mutation's line as it came, parsed as far as it could be. */
export type Incoming =
  | { readonly is: 'mutation'; readonly mutation: Mutation; readonly text: string }
  /** Its number can be read, its content cannot. */
  | { readonly is: 'malformed'; readonly n: number; readonly h: number; readonly text: string }
  | { readonly is: 'slice'; readonly slice: Slice };

type Opening = Extract<RequestLine, readonly ['q', ...unknown[]] | readonly ['s', ...unknown[]]>;

export type Parsed =
  | { readonly is: 'question'; readonly line: Extract<Opening, readonly ['q', ...unknown[]]> }
  | { readonly is: 'standing'; readonly line: Extract<Opening, readonly ['s', ...unknown[]]> }
  | { readonly is: 'incoming'; readonly incoming: Incoming };

export const parseLine = (text: string): Parsed | undefined => {
  const line = isTooDeep(text) ? undefined : parseRequestLine(text);
  if (line === undefined) return malformedMutation(text);
  switch (line[0]) {
    case 'q':
      return { is: 'question', line };
    case 's':
      return { is: 'standing', line };
    case 'm': {
      const [, n, h, ms, ctr, operations] = line;
      return { is: 'incoming', incoming: { is: 'mutation', mutation: { n, h, ms, ctr, operations }, text } };
    }
    case 'p': {
      const [, n, offset, total, chars] = line;
      return { is: 'incoming', incoming: { is: 'slice', slice: { n, offset, total, chars } } };
    }
  }
};

const malformedMutation = (text: string): Parsed | undefined => {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(line)) return undefined;
  const [kind, n, h]: readonly unknown[] = line;
  if (kind !== 'm' || !isWhole(n) || n < 1) return undefined;
  return { is: 'incoming', incoming: { is: 'malformed', n, h: isWhole(h) ? h : 0, text } };
};

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
