/**
 * One tab of a person exchanges at a time, and a tab that sleeps does not keep the others from it.
 *
 * The lock spares requests; that nothing is lost or done twice is held by the store's compare-and-set and the server's
 * numbers. So a tab which finds the lock taken, and hears nothing of its holder for a minute, goes on without it:
 * a browser freezes hidden tabs together with the locks that they hold.
 */
export interface TurnDeps {
  /** Only differences count. */
  readonly now: () => number;
  /** Runs the task at once: with the lock, or told that another tab has it. */
  readonly ifFree: <T>(task: (isFree: boolean) => Promise<T>) => Promise<T>;
  /** Tells the other tabs that this one is at work. */
  readonly beat: () => void;
  readonly onBeat: (heard: () => void) => void;
  /** Calls again and again; returns how to stop that. */
  readonly every: (ms: number, tick: () => void) => () => void;
}

const BEAT_MS = 10_000;
const SILENT_MS = 60_000;

export const createTurns = (deps: TurnDeps) => {
  /** When another tab was last known to be at work: heard, or found to hold the lock for the first time. */
  let othersAt: number | undefined;
  deps.onBeat(() => {
    othersAt = deps.now();
  });

  const atWork = async <T>(task: () => Promise<T>): Promise<T> => {
    deps.beat();
    const stop = deps.every(BEAT_MS, deps.beat);
    try {
      return await task();
    } finally {
      stop();
    }
  };

  /** `undefined` when another tab is at work. */
  return <T>(task: () => Promise<T>): Promise<T | undefined> =>
    deps.ifFree(async (isFree): Promise<T | undefined> => {
      if (isFree) {
        othersAt = undefined;
        return atWork(task);
      }
      othersAt ??= deps.now();
      return deps.now() - othersAt < SILENT_MS ? undefined : atWork(task);
    });
};
