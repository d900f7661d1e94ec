/**
 * One exchange: takes the request's lines as they come, and then answers for each scope that was named.
 *
 * - The first line is the question; every mutation belongs to the standing before it.
 * - Mutations that arrived together and belong to one scope are received in one transaction.
 * - A line that is none ends the exchange with a problem; what was received before it stays received.
 */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import { PROTOCOL_VERSION } from '#sync/messages.ts';
import { parseLine, type Incoming, type Parsed } from '#server/actions/incoming.ts';
import { mayHold, readRows, type ReadRowsDeps, type Stand } from '#server/actions/read-rows.ts';
import { receiveMutations, type ReceiveMutationsDeps, type Sender } from '#server/actions/receive-mutations.ts';
import { MAX_SCOPES } from './sync-limits.ts';

/** How many mutations one transaction takes, so that a scope's lock is short. */
const MAX_BUNDLE = 32;

export type ExchangeDeps = ReceiveMutationsDeps & ReadRowsDeps;

export const createExchange = (deps: ExchangeDeps, sender: Sender) => {
  const receive = receiveMutations(deps);
  const stands: Stand[] = [];
  let asked = false;
  let writable = false;
  let waiting: Incoming[] = [];

  const scopeNow = (): Scope | undefined => stands.at(-1)?.scope;

  const flush = async (): Promise<void> => {
    const scope = scopeNow();
    const incoming = waiting;
    waiting = [];
    if (scope !== undefined && incoming.length > 0) await receive(sender, { scope, incoming });
  };

  const malformed: Problem = { code: 'sync/malformed' };

  const ask = ([, protocol, , device]: Extract<Parsed, { is: 'question' }>['line']): Problem | undefined => {
    if (asked || protocol !== PROTOCOL_VERSION) return malformed;
    asked = true;
    // A session belongs to a device; another one signs in for itself.
    return device === sender.device ? undefined : { code: 'session/required' };
  };

  const stand = async (line: Extract<Parsed, { is: 'standing' }>['line']): Promise<Problem | undefined> => {
    const [, scope, alias, epoch, done, at, inner, xSeen] = line;
    if (!asked || stands.length === MAX_SCOPES || stands.some((other) => other.scope === scope)) return malformed;
    await flush();
    stands.push({ scope, alias, epoch, done, at, inner, xSeen });
    writable = await mayHold(deps, sender, scope);
    return undefined;
  };

  const takeLine = async (text: string): Promise<Problem | undefined> => {
    const parsed = parseLine(text);
    if (parsed === undefined) return malformed;
    if (parsed.is === 'question') return ask(parsed.line);
    if (parsed.is === 'standing') return stand(parsed.line);
    if (scopeNow() === undefined) return malformed;
    // Of a scope that the sender may not know, nothing is taken and nothing acknowledged: the device keeps its work.
    if (writable) waiting.push(parsed.incoming);
    if (waiting.length === MAX_BUNDLE) await flush();
    return undefined;
  };

  return {
    take: async (lines: readonly string[]): Promise<Problem | undefined> => {
      for (const line of lines) {
        const problem = await takeLine(line);
        if (problem === undefined) continue;
        await flush();
        return problem;
      }
      await flush();
      return undefined;
    },

    wasAsked: (): boolean => asked,

    answer: async function* (): AsyncGenerator<string, void, undefined> {
      for (const one of stands) yield* readRows(deps)(sender, one);
    },
  };
};
