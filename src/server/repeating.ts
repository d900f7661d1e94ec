/**
 * Work that comes again and again while the server runs: at once, and then so long after each end, never twice at a time.
 * What fails is told and tried again at its next time. What takes long ends between two of its steps when it is told so.
 */
export interface Repeating {
  /** Begins no more, tells what is running to end, and waits for it. */
  readonly stop: () => Promise<void>;
}

export const repeatedly = (
  work: (signal: AbortSignal) => Promise<void>,
  everyMs: number,
  onFailure: (error: unknown) => void,
): Repeating => {
  const stopping = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const once = async (): Promise<void> => {
    try {
      await work(stopping.signal);
    } catch (error) {
      onFailure(error);
    }
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      running = once();
    }, everyMs);
    // Nobody waits for this alone.
    timer.unref();
  };
  let running = once();
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
};
