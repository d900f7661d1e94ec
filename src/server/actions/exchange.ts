/**
 * One exchange without a network: takes the request's lines as they come, and then answers. A door reads and writes the
 * lines, whether they travel by HTTP or in a file.
 *
 * - The first line is the question; every mutation belongs to the standing before it.
 * - Mutations that arrived together and belong to one scope are received in one transaction, and the receipt is written
 *   in the last one.
 * - A line that is none, or longer than a line may be, ends the exchange with a problem; what was received before it stays received.
 */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import { MAX_LINE_BYTES, PROTOCOL_VERSION } from '#sync/version.ts';
import { MAX_SCOPES } from '#sync/outgoing.ts';
import { answerExchange, type AnswerDeps } from './answer-exchange.ts';
import type { EchoMemory } from './echo-memory.ts';
import { writeReceipt, type Receiver, type Uncovered } from './give-receipts.ts';
import { parseLine, type Incoming, type Parsed } from './incoming.ts';
import { mayKeep } from './kept-scopes.ts';
import type { Received, StoredReceipt, Stores } from './ports.ts';
import { receiveMutations, type ReceiveMutationsDeps, type Sender } from './receive-mutations.ts';
import { numberOf } from './receive-next.ts';
import type { Lines, Stand } from './read-rows.ts';
import type { Units } from './units.ts';

/** How many mutations one transaction takes, so that a scope's lock is short. */
const MAX_BUNDLE = 128;

export type ExchangeDeps = ReceiveMutationsDeps & AnswerDeps;
type Question = Extract<Parsed, { is: 'question' }>['line'];
type Standing = Extract<Parsed, { is: 'standing' }>['line'];

export interface Exchange {
  /**
   * The next lines of the request; what they bring is stored when this is answered. A problem ends the exchange. What is
   * said not to be the last is stored all the same, its receipt only later.
   */
  readonly take: (lines: Lines, order?: 'last' | 'more to come') => Promise<Problem | undefined>;
  /** The problem of a request that ended before it said who asks. */
  readonly unasked: () => Problem | undefined;
  /** The answer's lines, some at a time. */
  readonly answer: () => AsyncGenerator<Lines, void, undefined>;
}

export interface ExchangeOptions {
  readonly memory?: EchoMemory;
  /** What comes after so many is left to the device's next request, as what comes after a hole is. */
  readonly maxMutations?: number;
}

/** Without a memory a device is sent back what it sent in requests that were cut; a file's reply may come too late for one. */
export const createExchange = (
  given: ExchangeDeps,
  sender: Sender,
  { memory, maxMutations = Infinity }: ExchangeOptions = {},
): Exchange => {
  const deps = { ...given, readUnits: once(given.readUnits) };
  const receive = receiveMutations(deps);
  const stands = new Map<Scope, Stand>();
  /** Replicas whose mutations no receipt covers yet. */
  const uncovered = new Map<Scope, Uncovered>();
  let receipts: readonly StoredReceipt[] | undefined;
  let question: Question | undefined;
  let current: Stand | undefined;
  let waiting: Incoming[] = [];
  let broughtWork = false;
  let mutations = 0;
  let lastNamed = '';

  /** Slices of one are one. */
  const isOneTooMany = (scope: Scope, n: number): boolean => {
    const named = `${scope} ${String(n)}`;
    if (named !== lastNamed) mutations += 1;
    lastNamed = named;
    return mutations > maxMutations;
  };

  const receiver = (): Receiver => ({ ...sender, wantsReceipt: question?.[7] === 1 });

  const flush = async (isLast: boolean): Promise<void> => {
    const incoming = waiting;
    waiting = [];
    if (current === undefined || incoming.length === 0) return;
    const { scope, replica, epoch, done } = current;
    const covering = (received: Received): ReadonlyMap<Scope, Uncovered> =>
      received.alias > 0 ? new Map([...uncovered, [scope, { scope, epoch, ...received }]]) : uncovered;
    /** By what was received: a transaction that is undone and tried again may come to something else. */
    const written = new WeakMap<Received, readonly StoredReceipt[]>();
    const within = async (stores: Stores, received: Received): Promise<void> => {
      const all = [...covering(received).values()];
      written.set(received, await writeReceipt(deps, stores.receipts, receiver(), all));
    };
    const bundle = { scope, replica, epoch, done, incoming };
    const received = await receive(sender, isLast ? { ...bundle, within } : bundle);
    for (const [name, one] of covering(received)) uncovered.set(name, one);
    receipts = written.get(received) ?? receipts;
    const { forkN, echoes } = received;
    memory?.remember(replicaOf(current), echoes);
    // Another life of the replica holds other mutations under these numbers.
    current = { ...current, forkN, echoes: forkN === 0 ? [...current.echoes, ...echoes] : [] };
    stands.set(scope, current);
  };

  const replicaOf = ({ scope, epoch, replica }: Stand): string =>
    JSON.stringify([sender.person, sender.device, scope, epoch, replica]);

  const ask = (line: Question): Problem | undefined => {
    if (question !== undefined) return malformed;
    question = line;
    // A session belongs to a device; another one signs in for itself.
    return line[3] === sender.device ? undefined : { code: 'session/required' };
  };

  const stand = async (line: Standing): Promise<Problem | undefined> => {
    const [, scope, replica, epoch, done, at, inner, xSeen, gs] = line;
    if (question === undefined || stands.size === MAX_SCOPES || stands.has(scope)) return malformed;
    await flush(false);
    const isKept = await mayKeep(deps, sender.actor, scope);
    current = { scope, replica, epoch, done, at, inner, xSeen, gs, isKept, forkN: 0, firstN: 0, echoes: [] };
    stands.set(scope, current);
    return undefined;
  };

  const takeLine = async (text: string): Promise<Problem | undefined> => {
    if (isTooLong(text)) return { code: 'request/too-large', max: MAX_LINE_BYTES };
    const other = question === undefined ? otherVersion(text) : undefined;
    if (other !== undefined) return { code: other > PROTOCOL_VERSION ? 'sync/server-too-old' : 'sync/too-old' };
    const parsed = parseLine(text);
    if (parsed === undefined) return malformed;
    if (parsed.is === 'question') return ask(parsed.line);
    if (parsed.is === 'standing') return stand(parsed.line);
    if (current === undefined) return malformed;
    const { n } = numberOf(parsed.incoming);
    if (isOneTooMany(current.scope, n)) return undefined;
    if (waiting.length === MAX_BUNDLE) await flush(false);
    broughtWork = true;
    if (current.firstN === 0) {
      current = { ...current, firstN: n, echoes: memory?.recall(replicaOf(current), n) ?? [] };
    }
    // What follows a fork is not what the server could take.
    if (current.forkN === 0) waiting.push(parsed.incoming);
    return undefined;
  };

  return {
    take: async (lines, order = 'last') => {
      const lastOfAll = order === 'last' ? lines.findLastIndex(bringsWork) : -1;
      for (const [index, line] of lines.entries()) {
        const problem = await takeLine(line);
        if (problem !== undefined) {
          await flush(false);
          return problem;
        }
        if (index === lastOfAll) await flush(true);
      }
      await flush(false);
      return undefined;
    },

    unasked: () => (question === undefined ? malformed : undefined),

    answer: async function* () {
      if (question === undefined) return;
      const [, , , , , maxBytes, sum] = question;
      const { wantsReceipt } = receiver();
      const asked = { stands: [...stands.values()], sum, maxBytes, wantsReceipt, broughtWork, receipts };
      yield* answerExchange(deps, sender, asked);
    },
  };
};

const malformed: Problem = { code: 'sync/malformed' };

/** Asked before it is parsed, which takes long; a character is three bytes at most. */
const isTooLong = (text: string): boolean =>
  text.length > MAX_LINE_BYTES ||
  (3 * text.length > MAX_LINE_BYTES && new TextEncoder().encode(text).length > MAX_LINE_BYTES);

const bringsWork = (text: string): boolean => text.startsWith('["m"') || text.startsWith('["p"');

/** The version in an opening line of another version of the protocol, whatever else stands in it. */
const otherVersion = (text: string): number | undefined => {
  const version = Number(/^\["q",(\d{1,6})[,\]]/u.exec(text)?.[1] ?? PROTOCOL_VERSION);
  return version === PROTOCOL_VERSION ? undefined : version;
};

/** Rights are read anew for every exchange, and once in it. */
const once = (readUnits: () => Promise<Units>): (() => Promise<Units>) => {
  let units: Promise<Units> | undefined;
  return () => (units ??= readUnits());
};
