/**
 * What replicas have sent lately, so that it is not sent back to them when their link broke before they were told that it
 * had arrived: they still hold it, and the next request does not bring it again.
 *
 * - A replica still holds every mutation from the first one of its request on: it sends the oldest first.
 * - Forgetting costs bytes and nothing else: it is in the memory of one process, and only so much of it.
 */
import type { Mutation } from '#sync/mutation.ts';

export interface EchoMemory {
  /** `replica` names the owner, the scope, its life and the token. */
  readonly remember: (replica: string, mutations: readonly Mutation[]) => void;
  /** Those that it still holds. */
  readonly recall: (replica: string, firstHeld: number) => readonly Mutation[];
}

const MAX_CHARS = 8 * 1024 * 1024;

interface Remembered {
  readonly mutation: Mutation;
  readonly chars: number;
}

const remembered = (mutation: Mutation): Remembered => ({
  mutation,
  chars: JSON.stringify(mutation.operations).length,
});

export const createEchoMemory = (maxChars = MAX_CHARS): EchoMemory => {
  /** The one that was longest silent stands first. */
  const replicas = new Map<string, readonly Remembered[]>();
  let total = 0;

  const take = (replica: string): readonly Remembered[] => {
    const found = replicas.get(replica) ?? [];
    replicas.delete(replica);
    for (const { chars } of found) total -= chars;
    return found;
  };
  const keep = (replica: string, mutations: readonly Remembered[]): void => {
    if (mutations.length === 0) return;
    replicas.set(replica, mutations);
    for (const { chars } of mutations) total += chars;
    for (const oldest of replicas.keys()) {
      if (total <= maxChars) break;
      take(oldest);
    }
  };

  return {
    remember: (replica, mutations) => {
      if (mutations.length > 0) keep(replica, [...take(replica), ...mutations.map(remembered)]);
    },
    recall: (replica, firstHeld) => {
      const held = take(replica).filter(({ mutation }) => mutation.n >= firstHeld);
      keep(replica, held);
      return held.map(({ mutation }) => mutation);
    },
  };
};
