/**
 * A thread whose chance, clock and turns belong to the simulation: whatever asks for a random number, the time or the next
 * turn of the event loop asks here. Nothing else may decide what happens next, or a seed would not tell one story.
 *
 * - To be imported before anything of the app or of the fake IndexedDB.
 * - The fake IndexedDB queues by `setImmediate`; its turns are counted here, so that quiet can be told from waiting.
 * - A timer of the real clock is a bug in the simulation and is told at once.
 */
import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { createChance, type Chance } from './chance.ts';

const nextTurn = globalThis.setImmediate;

let chance: Chance = createChance(0);
let now: () => number = () => 0;
let turns: (() => void)[] = [];
let failed: (error: unknown) => void = (error) => {
  throw error;
};

export interface Ports {
  readonly chance: Chance;
  readonly now: () => number;
  /** Hears of what was thrown where nobody listens. */
  readonly failed: (error: unknown) => void;
}

/** From here on the thread lives in this world. */
export const liveIn = (ports: Ports): void => {
  ({ chance, now, failed } = ports);
  turns = [];
};

const replace = (target: object, name: string, value: unknown): void => {
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true });
};

replace(globalThis, 'setImmediate', (run: (...given: unknown[]) => void, ...given: unknown[]) => {
  turns.push(() => {
    run(...given);
  });
});
replace(globalThis, 'setTimeout', () => {
  failed(new Error('a timer of the real clock'));
});
// Dexie would tell the other threads of what is written here.
replace(globalThis, 'BroadcastChannel', undefined);
replace(Math, 'random', () => chance.next());
replace(Date, 'now', () => now());
const fill = <T extends ArrayBufferView>(array: T): T => {
  chance.bytes(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return array;
};
const { subtle } = globalThis.crypto;
replace(globalThis, 'crypto', { subtle, getRandomValues: fill, randomUUID: nodeCrypto.randomUUID });
replace(nodeCrypto, 'randomBytes', (length: number) => fill(Buffer.alloc(length)));
replace(nodeCrypto, 'randomInt', (end: number) => chance.below(end));
syncBuiltinESMExports();

// A deep copy as the fake IndexedDB needs it of what the store keeps: plain data and bytes. Node's own is five times slower.
const copyOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(copyOf);
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('not plain data');
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) copy[name] = copyOf(part);
  return copy;
};
replace(globalThis, 'structuredClone', copyOf);

process.on('unhandledRejection', (error) => {
  failed(error);
});

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    nextTurn(resolve);
  });

/** Lets the event loop go round once: what was queued runs, with all the promises that hang on it. */
const round = async (): Promise<void> => {
  const queued = turns;
  turns = [];
  for (const run of queued) {
    nextTurn(() => {
      try {
        run();
      } catch (error) {
        failed(error);
      }
    });
  }
  await turn();
};

/** A few turns, and then something else happens in between. */
export const someTurns = async (count: number): Promise<void> => {
  for (let done = 0; done < count; done += 1) await round();
};

/** Until nobody has anything left to do but wait for time or for the network. */
export const quiet = async (): Promise<void> => {
  for (let idle = 0; idle < 2;) {
    idle = turns.length > 0 ? 0 : idle + 1;
    await round();
  }
};

const MAX_ROUNDS = 20_000;

/** Waits for work that waits for nothing but its own turns. */
export const through = async <T>(work: Promise<T>): Promise<T> => {
  const state = { ended: false };
  const end = (): void => {
    state.ended = true;
  };
  work.then(end, end);
  for (let rounds = 0; !state.ended; rounds += 1) {
    if (rounds > MAX_ROUNDS) throw new Error('it waits for what never comes');
    await round();
  }
  return work;
};
