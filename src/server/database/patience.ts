/**
 * How often, and how soon, a question is put to the database again. Each wait is twice the last, and its length is by
 * chance, so that those who collided do not collide again.
 *
 * - A conflict or a lost connection is tried again when it is sure that nothing was kept, or when doing it twice does no harm.
 * - When a connection breaks while a commit is on its way, nobody knows whether it was kept. Pushes are told apart by their
 *   numbers and may be repeated; an account or an audit entry would be made twice, so whoever asked is told to ask again.
 * - A full or failing disk is never tried again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { faultOf, storageFault, type Fault } from './faults.ts';
import { isCommitUnknown } from './transaction.ts';

export interface Patience {
  /** 0 ≤ chance < 1. */
  readonly chance: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export const patient: Patience = {
  chance: Math.random,
  wait: async (ms) => {
    await pause(ms);
  },
};

export type Way =
  /** Reads, or writes what may be written twice. */
  | 'harmless'
  /** Some statements in one transaction: nothing is kept before its commit. */
  | 'transaction'
  /** One statement, which commits by itself. */
  | 'statement';

const MAX_TRIES = 6;
const FIRST_WAIT_MS = 25;
/** Within so many seconds a device that was turned away asks again. */
const RETRY_SECONDS = 4;

const mayRepeat = (fault: Fault, way: Way, error: unknown): boolean => {
  if (fault === 'conflict') return true;
  if (fault !== 'lost') return false;
  return way === 'harmless' || (way === 'transaction' && !isCommitUnknown(error));
};

export type Persist = <T>(way: Way, ask: () => Promise<T>) => Promise<T>;

export const createPersist =
  ({ chance, wait }: Patience): Persist =>
  async (way, ask) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await ask();
      } catch (error) {
        const fault = faultOf(error);
        if (fault === undefined) throw error;
        if (tries === MAX_TRIES || !mayRepeat(fault, way, error))
          throw storageFault(fault, error, 1 + Math.floor(chance() * RETRY_SECONDS));
      }
      await wait(FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + chance()));
    }
  };
