/**
 * Asks the other thread (rows.worker.ts) for rows as lines. It is started by the first who reads, and again by the next one if it died.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LinePage, LineReading } from '#sync/line-reading.ts';
import type { Standpoint } from '#sync/rows.ts';
import type { Head } from './heads.ts';
import type { Persist } from './patience.ts';

export type ReadingQuestion =
  | { readonly id: number; readonly is: 'open'; readonly scope: string; readonly from: Standpoint }
  | { readonly id: number; readonly is: 'next'; readonly limit: number }
  | { readonly id: number; readonly is: 'close' };

export type ReadingAnswer =
  | { readonly id: number; readonly is: 'page'; readonly page: LinePage<Head> }
  | { readonly id: number; readonly is: 'failed'; readonly message: string; readonly code: string };

interface Waiting {
  readonly resolve: (page: LinePage<Head>) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

export interface RowReader {
  readonly open: (scope: string, from: Standpoint) => LineReading<Head>;
  readonly close: () => Promise<void>;
}

export const createRowReader = (path: string, persist: Persist): RowReader => {
  let thread: Thread | undefined;
  let last = 0;

  const start = (): Thread => {
    const worker = new Worker(new URL('./rows.worker.ts', import.meta.url), { workerData: path });
    const waiting = new Map<number, Waiting>();
    const fail = (error: Error): void => {
      if (thread?.worker === worker) thread = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('message', (answer: ReadingAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      // Only while somebody waits does it keep the process alive.
      if (waiting.size === 0) worker.unref();
      if (answer.is === 'page') asked?.resolve(answer.page);
      else asked?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      fail(new Error('the thread that reads rows has ended'));
    });
    worker.unref();
    return { worker, waiting };
  };

  return {
    open: (scope, from) => {
      const own = (thread ??= start());
      last += 1;
      const id = last;
      const tell = (question: ReadingQuestion): void => {
        own.worker.postMessage(question);
      };
      tell({ id, is: 'open', scope, from });
      const ask = (limit: number): Promise<LinePage<Head>> =>
        new Promise((resolve, reject) => {
          if (thread !== own) {
            reject(new Error('the thread that reads rows has ended'));
            return;
          }
          own.waiting.set(id, { resolve, reject });
          own.worker.ref();
          tell({ id, is: 'next', limit });
        });
      return {
        next: (limit) => persist('harmless', () => ask(limit)),
        close: () => {
          tell({ id, is: 'close' });
        },
      };
    },
    close: async () => {
      const ended = thread;
      if (ended === undefined) return;
      const exited = once(ended.worker, 'exit');
      await ended.worker.terminate();
      await exited;
    },
  };
};
