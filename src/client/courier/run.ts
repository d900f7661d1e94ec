/**
 * Exchanges that follow each other until all is sent and read, as one piece of work to whoever looks on. Fetched when the
 * first begins: the first page does without.
 *
 * - What is done only grows, whatever request it came with; waiting between two exchanges is no time spent.
 */
import { exchange, type Exchanged, type ExchangeDeps, type Pace, type Progress } from './exchange.ts';

export interface RunProgress extends Progress {
  /** By this phone's clock; later than it was by what was only waited. */
  readonly startedAt: number;
}

export interface Run {
  readonly exchange: (pace: Pace | undefined) => Promise<Exchanged>;
}

const NOTHING: Progress = { sent: 0, toSend: 0, received: 0, toReceive: 0 };

export const createRun = (deps: ExchangeDeps, onProgress: (progress: RunProgress) => void): Run => {
  let all = NOTHING;
  let startedAt: number | undefined;
  let pausedAt: number | undefined;

  /** Of a request: what waits when it begins, and what is left to read where an answer has told. */
  const add = (before: Progress, { sent, toSend, received, toReceive }: Progress): Progress => ({
    sent: before.sent + sent,
    toSend: before.sent + toSend,
    received: before.received + received,
    toReceive: Math.max(before.toReceive, before.received + toReceive),
  });

  return {
    exchange: async (pace) => {
      const before = all;
      const now = deps.now();
      if (startedAt !== undefined) startedAt += now - (pausedAt ?? now);
      try {
        return await exchange(deps, pace, (progress) => {
          startedAt ??= now;
          all = add(before, progress);
          onProgress({ ...all, startedAt });
        });
      } finally {
        pausedAt = deps.now();
      }
    },
  };
};
