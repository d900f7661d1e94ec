/**
 * An answer's bytes, read as fast as they come, whatever the one who takes them is doing meanwhile: when a link breaks,
 * the browser throws away what it has received and nobody has read.
 *
 * - So much is kept ahead; then the reading waits, and the sender with it.
 */
export interface ReadAhead {
  /** All that has come since the last time; "ended" and "broken" only after all that came before. */
  readonly next: () => Promise<readonly Uint8Array[] | 'ended' | 'broken'>;
  readonly cancel: () => Promise<void>;
}

const MAX_AHEAD_BYTES = 512 * 1024;

export const readAhead = (body: ReadableStream<Uint8Array>, onHeard: () => void): ReadAhead => {
  const reader = body.getReader();
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let state: 'open' | 'ended' | 'broken' = 'open';
  let wake = (): void => undefined;
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const isFull = (): boolean => keptBytes > MAX_AHEAD_BYTES;
  // One waits for the other at most: the reading when too much is kept, the taking when nothing is.
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onHeard();
      kept.push(value);
      keptBytes += value.byteLength;
      wake();
      while (isFull()) await change();
    }
  };
  const end = (as: 'ended' | 'broken') => (): void => {
    state = as;
    wake();
  };
  pump().then(end('ended'), end('broken'));

  return {
    next: async () => {
      for (;;) {
        if (kept.length > 0) {
          const taken = kept;
          kept = [];
          keptBytes = 0;
          wake();
          return taken;
        }
        if (state !== 'open') return state;
        await change();
      }
    },
    cancel: () => reader.cancel().catch(() => undefined),
  };
};
