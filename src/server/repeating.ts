/**
 * Work that comes again and again while the server runs: at once, and then so long after each end, never twice at a time.
 * What fails is told and tried again at its next time.
 */
export interface Repeating {
  /** Begins no more, and waits for what is running. */
  readonly stop: () => Promise<void>;
}

export const repeatedly = (
  work: () => Promise<void>,
  everyMs: number,
  onFailure: (error: unknown) => void,
): Repeating => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      onFailure(error);
    }
    if (stopped) return;
    timer = setTimeout(() => {
      running = once();
    }, everyMs);
    // Nobody waits for this alone.
    timer.unref();
  };
  let running = once();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
