/**
 * The device's half of a push: the lines of one request, no longer than the link seems to carry.
 *
 * - Every scope's standing goes first of its mutations; mutations go oldest first.
 * - A long mutation travels in slices from where the server's copy ends, so that a link that dies often still ends.
 * - As long as anything waits, at least one mutation or slice is sent: a budget slows, it never starves.
 */
import type { Scope } from '#domain/scope.ts';
import { PROTOCOL_VERSION, SCHEMA_VERSION, SLICE_CHARS } from './messages.ts';
import type { Mutation } from './mutation.ts';
import { slicesOf } from './rows.ts';

export const FIRST_BUDGET = 8 * 1024;
export const MIN_BUDGET = 1024;
export const MAX_BUDGET = 256 * 1024;

/** What the next request may carry, in characters, after one that was answered or cut. */
export const nextBudget = (budget: number, answered: boolean): number =>
  answered ? Math.min(budget * 2, MAX_BUDGET) : Math.max(Math.floor(budget / 2), MIN_BUDGET);

export interface OutgoingScope {
  readonly scope: Scope;
  readonly alias: number;
  readonly epoch: string;
  readonly done: number;
  readonly at: number;
  /** How much of the row after `at` is staged. */
  readonly inner: readonly [seq: number, chars: number] | null;
  /** Refusals up to this mutation were seen. */
  readonly xSeen: number;
  /** Unacknowledged mutations, oldest first. */
  readonly mutations: readonly Mutation[];
  /** Characters of the first mutation's line that the server holds. */
  readonly staged: number;
}

export interface Outgoing {
  readonly lines: readonly string[];
  /** The mutations of which at least a part is on its way, by scope: up to and with this n. */
  readonly sending: Readonly<Partial<Record<Scope, number>>>;
  /** Whether every waiting mutation went along whole. */
  readonly whole: boolean;
}

export const lineOfMutation = (mutation: Mutation): string =>
  JSON.stringify(['m', mutation.n, mutation.h, mutation.ms, mutation.ctr, mutation.operations]);

export const requestLines = (request: {
  readonly device: string;
  /** Milliseconds since 1970 by the device's clock. */
  readonly now: number;
  readonly maxBytes: number;
  readonly budget: number;
  readonly scopes: readonly OutgoingScope[];
}): Outgoing => {
  const lines: string[] = [
    JSON.stringify(['q', PROTOCOL_VERSION, SCHEMA_VERSION, request.device, request.now, request.maxBytes]),
  ];
  const sending: Partial<Record<Scope, number>> = {};
  let left = request.budget;
  let whole = true;
  let sentAny = false;

  for (const scope of request.scopes) {
    lines.push(standingLine(scope));
    for (const [index, mutation] of scope.mutations.entries()) {
      for (const line of linesOfMutation(mutation, index === 0 ? scope.staged : 0)) {
        if (sentAny && line.length > left) {
          whole = false;
          break;
        }
        lines.push(line);
        sending[scope.scope] = mutation.n;
        left -= line.length;
        sentAny = true;
      }
      if (!whole) break;
    }
  }
  return { lines, sending, whole };
};

const standingLine = (s: OutgoingScope): string =>
  JSON.stringify(['s', s.scope, s.alias, s.epoch, s.done, s.at, s.inner, s.xSeen]);

const linesOfMutation = (mutation: Mutation, staged: number): readonly string[] => {
  const text = lineOfMutation(mutation);
  if (text.length <= 2 * SLICE_CHARS) return [text];
  const held = staged < text.length ? staged : 0;
  return slicesOf(text, held).map(([offset, chars]) => JSON.stringify(['p', mutation.n, offset, text.length, chars]));
};
