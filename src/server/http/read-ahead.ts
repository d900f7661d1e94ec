/**
 * A body that is read from the first moment on, before it is known who sends it: when a link breaks, what Node has received
 * and nobody has taken is thrown away, and a link that breaks after every 4 KB would never bring anything.
 *
 * - So much is kept until somebody takes it; then the reading waits, and the sender with it.
 * - Once nobody wants more, the rest is read and dropped: closing the stream would take the connection along, and with it
 *   the answer.
 */
export interface ReadAhead {
  /** What has arrived and what arrives, once; throws when the link broke, after all that came before. */
  readonly chunks: () => AsyncGenerator<Uint8Array, void, undefined>;
  readonly drop: () => void;
}

const MAX_AHEAD_BYTES = 64 * 1024;

export const readAhead = (body: ReadableStream<Uint8Array> | null, maxBytes: number): ReadAhead => {
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let state: 'open' | 'ended' | 'broken' = 'open';
  let dropping = false;
  const waiting: (() => void)[] = [];

  const wake = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const isFull = (): boolean => keptBytes > MAX_AHEAD_BYTES && !dropping;

  const pump = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> => {
    let total = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      total += value.length;
      if (dropping && total > maxBytes) return reader.cancel();
      if (!dropping) {
        kept.push(value);
        keptBytes += value.length;
        wake();
      }
      while (isFull()) await change();
    }
  };

  const end = (as: 'ended' | 'broken') => () => {
    state = as;
    wake();
  };
  if (body === null) state = 'ended';
  else pump(body.getReader()).then(end('ended'), end('broken'));

  const drop = (): void => {
    dropping = true;
    kept = [];
    keptBytes = 0;
    wake();
  };

  return {
    drop,
    chunks: async function* () {
      try {
        for (;;) {
          const taken = kept;
          kept = [];
          keptBytes = 0;
          wake();
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
