/** Threads that live through seeds, each of its own chance and clock; results come in the order in which they end. */
import { Worker } from 'node:worker_threads';
import type { SeedOptions, SeedResult } from './seed-options.ts';
import type { Order, Report, WorkerData } from './worker.ts';

export interface Pool {
  readonly live: (seed: number, options: SeedOptions) => Promise<SeedResult>;
  readonly size: number;
  readonly close: () => Promise<void>;
}

/** A story that takes longer hangs; a machine that does ten other things may be slow without that. */
const MAX_SEED_MS = 300_000;

interface Thread {
  readonly worker: Worker;
  busy: boolean;
}

const failedWith = (seed: number, error: unknown): SeedResult => ({
  seed,
  breaches: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  hash: '',
  faults: {},
  requests: 0,
  trace: [],
});

const startThread = (bug: string | undefined): Promise<Thread> =>
  new Promise((resolve, reject) => {
    const workerData: WorkerData = { bug };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      // Most of what a story makes is dropped at once: a large nursery saves half of the collecting.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve({ worker, busy: false });
    });
  });

const liveOn = ({ worker }: Thread, order: Order): Promise<SeedResult> =>
  new Promise((resolve) => {
    const end = (result: SeedResult): void => {
      clearTimeout(hung);
      worker.off('message', onMessage);
      worker.off('error', onError);
      resolve(result);
    };
    const onError = (error: unknown): void => {
      end(failedWith(order.seed, error));
    };
    const onMessage = (report: Report): void => {
      if (report.is === 'lived') end(report.result);
    };
    const hung = setTimeout(() => {
      end(failedWith(order.seed, new Error('it hangs')));
    }, MAX_SEED_MS);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(order);
  });

export const openPool = async (size: number, bug?: string): Promise<Pool> => {
  const threads = await Promise.all(Array.from({ length: size }, () => startThread(bug)));
  const waiting: ((thread: Thread) => void)[] = [];
  const take = (): Promise<Thread> => {
    const free = threads.find(({ busy }) => !busy);
    if (free === undefined)
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    free.busy = true;
    return Promise.resolve(free);
  };
  const give = (thread: Thread): void => {
    const next = waiting.shift();
    if (next === undefined) thread.busy = false;
    else next(thread);
  };
  return {
    size,
    live: async (seed, options) => {
      const thread = await take();
      try {
        return await liveOn(thread, { seed, options });
      } finally {
        give(thread);
      }
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
};
