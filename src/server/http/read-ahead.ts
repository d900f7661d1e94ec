/**
 * A body that is read from the first moment on, before it is known who sends it: when a link breaks, what Node has received
 * and nobody has taken is thrown away, and a link that breaks after every 4 KB would never bring anything.
 *
 * - Each chunk is kept in the very call that brings it: the cut may come with the next one.
 * - So much is kept until somebody takes it; then the reading waits, and the sender with it.
 * - Once nobody wants more, the rest is read and dropped: closing the stream would take the connection along, and with it
 *   the answer.
 */
import type { Readable } from 'node:stream';

export interface ReadAhead {
  /** What has arrived and what arrives, once; throws when the link broke, after all that came before. */
  readonly chunks: () => AsyncGenerator<Uint8Array, void, undefined>;
  readonly drop: () => void;
}

const MAX_AHEAD_BYTES = 64 * 1024;

/** A dropped body that is longer than `maxBytes` is closed after all. */
export const readAhead = (body: Readable | undefined, maxBytes: number): ReadAhead => {
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let total = 0;
  let state: 'open' | 'ended' | 'broken' = body === undefined ? 'ended' : 'open';
  let dropping = false;
  const waiting: (() => void)[] = [];

  const wake = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const end = (as: 'ended' | 'broken') => (): void => {
    if (state === 'open') state = as;
    wake();
  };

  const closeIfTooLong = (): void => {
    if (dropping && total > maxBytes) body?.destroy();
  };
  const keep = (chunk: Uint8Array): void => {
    total += chunk.length;
    if (dropping) return closeIfTooLong();
    kept.push(chunk);
    keptBytes += chunk.length;
    if (keptBytes > MAX_AHEAD_BYTES) body?.pause();
    wake();
  };
  body?.on('data', keep).once('end', end('ended')).once('error', end('broken')).once('close', end('broken'));

  const takeKept = (): readonly Uint8Array[] => {
    const taken = kept;
    kept = [];
    keptBytes = 0;
    if (state === 'open') body?.resume();
    return taken;
  };
  const drop = (): void => {
    dropping = true;
    takeKept();
    closeIfTooLong();
    wake();
  };

  return {
    drop,
    chunks: async function* () {
      try {
        for (;;) {
          const taken = takeKept();
          if (taken.length > 0) yield Buffer.concat(taken);
          else if (state === 'ended') return;
          else if (state === 'broken') throw new Error('the link broke');
          else await change();
        }
      } finally {
        drop();
      }
    },
  };
};
