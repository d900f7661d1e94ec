/**
 * The device's half of a push: the lines of one request, no longer than the link seems to carry.
 *
 * - A scope's standing goes before its mutations; mutations go oldest first. Scopes that do not fit come next time.
 * - A long mutation travels in slices from where the server's copy ends, so that a link that dies often still ends.
 * - As long as anything waits, at least one mutation or slice is sent: a budget slows, it never starves.
 */
import type { Scope } from '#domain/scope.ts';
import { PROTOCOL_VERSION, SCHEMA_VERSION, SLICE_CHARS } from './version.ts';
import { lineOfMutation, type Mutation } from './mutation.ts';
import { slicesOf } from './rows.ts';

export const FIRST_BUDGET = 8 * 1024;
export const MIN_BUDGET = 1024;
export const MAX_BUDGET = 256 * 1024;
/** Of one exchange; the server takes no more. */
export const MAX_SCOPES = 64;

/** What the next request may carry, in characters, after one that was answered or cut. */
export const nextBudget = (budget: number, answered: boolean): number =>
  answered ? Math.min(budget * 2, MAX_BUDGET) : Math.max(Math.floor(budget / 2), MIN_BUDGET);

export interface OutgoingScope {
  readonly scope: Scope;
  readonly replica: string;
  /** "" until the server has told it; before that nothing is sent but the standing. */
  readonly epoch: string;
  readonly done: number;
  readonly at: number;
  /** How much of the row after `at` is staged. */
  readonly inner: readonly [seq: number, chars: number] | null;
  /** Refusals up to this mutation were seen. */
  readonly xSeen: number;
  /** The scope's gcSeq when reading from `done` began. */
  readonly gs: number;
  /** Unacknowledged mutations, oldest first. */
  readonly mutations: readonly Mutation[];
  /** Characters of the first mutation's line that the server holds. */
  readonly staged: number;
  /** About how many changes are left to read; scopes with less go first. */
  readonly size: number;
  /** The server said that this device may keep it no longer; it may never take what still waits there. */
  readonly isLost: boolean;
}

export interface Question {
  readonly device: string;
  readonly now: number;
  readonly maxBytes: number;
  /** In characters. */
  readonly budget: number;
  /** Of all scopes together; a file carries as many as there are. */
  readonly maxMutations?: number;
  readonly wantsReceipt: boolean;
}

export interface Outgoing {
  readonly lines: readonly string[];
  /** The scopes whose standing went along. */
  readonly asked: readonly Scope[];
  /** The mutations of which at least a part is on its way, by scope: up to and with this n. */
  readonly sending: Readonly<Partial<Record<Scope, number>>>;
  /** Whether every scope and every waiting mutation went along whole. */
  readonly whole: boolean;
}

const questionLine = ({ device, now, maxBytes, wantsReceipt }: Question, sum: number): string =>
  JSON.stringify(['q', PROTOCOL_VERSION, SCHEMA_VERSION, device, now, maxBytes, sum, wantsReceipt ? 1 : 0]);

/** The one line of a device that has nothing to send and nothing half received; `sum` is that of all its positions. */
export const sumLine = (question: Question, sum: number): string => questionLine(question, sum);

/**
 * What waits goes first, the oldest before the younger; then what is small to read. Lost scopes go last: what the server
 * never takes must not stand in the way of what it would.
 */
const byUrgency = (a: OutgoingScope, b: OutgoingScope): number =>
  Number(a.isLost) - Number(b.isLost) ||
  (a.mutations[0]?.ms ?? Infinity) - (b.mutations[0]?.ms ?? Infinity) ||
  a.size - b.size ||
  (a.scope < b.scope ? -1 : 1);

export const requestLines = (request: Question & { readonly scopes: readonly OutgoingScope[] }): Outgoing => {
  const lines = [questionLine(request, 0)];
  const asked: Scope[] = [];
  const sending: Partial<Record<Scope, number>> = {};
  let left = request.budget;
  let whole = true;
  let sentAny = false;
  let mutationsLeft = request.maxMutations ?? Infinity;

  for (const scope of [...request.scopes].sort(byUrgency)) {
    const standing = standingLine(scope);
    if (asked.length === MAX_SCOPES || (asked.length > 0 && standing.length > left)) {
      whole = false;
      break;
    }
    lines.push(standing);
    asked.push(scope.scope);
    left -= standing.length;
    const mutations = scope.epoch === '' ? [] : scope.mutations.slice(0, mutationsLeft);
    if (mutations.length < scope.mutations.length) whole = false;
    mutationsLeft -= mutations.length;
    for (const line of waitingLines(mutations, scope.staged)) {
      if (sentAny && line.text.length > left) {
        whole = false;
        break;
      }
      lines.push(line.text);
      sending[scope.scope] = line.n;
      left -= line.text.length;
      sentAny = true;
    }
  }
  return { lines, asked, sending, whole };
};

function* waitingLines(
  mutations: readonly Mutation[],
  staged: number,
): Generator<{ readonly n: number; readonly text: string }, void, undefined> {
  for (const [index, mutation] of mutations.entries()) {
    for (const text of linesOfMutation(mutation, index === 0 ? staged : 0)) yield { n: mutation.n, text };
  }
}

const standingLine = (s: OutgoingScope): string =>
  JSON.stringify(['s', s.scope, s.replica, s.epoch, s.done, s.at, s.inner, s.xSeen, s.gs]);

const linesOfMutation = (mutation: Mutation, staged: number): readonly string[] => {
  const text = lineOfMutation(mutation);
  if (text.length <= 2 * SLICE_CHARS) return [text];
  const held = staged < text.length ? staged : 0;
  return slicesOf(text, held).map(([offset, chars]) =>
    JSON.stringify(['p', mutation.n, mutation.h, offset, text.length, chars]),
  );
};
