/** Tells the other tabs of the same person that something was written; what, they read for themselves. */

/** A BroadcastChannel in the browser. */
export interface Channel {
  readonly post: () => void;
  readonly onPost: (heard: () => void) => void;
  readonly close: () => void;
}

export interface FollowDeps {
  readonly wait: (ms: number) => Promise<void>;
  /** Hears of what nobody waits for and that failed nevertheless. */
  readonly report: (error: unknown) => void;
}

/** Nothing that is written rests on what was read before, so that a tab may lag behind for a moment. */
const READ_EVERY_MS = 500;

/** Reads at the first word of another tab, and then twice a second at most for as long as others keep writing. */
export const followOthers = (channel: Channel, read: () => Promise<void>, { wait, report }: FollowDeps): void => {
  let following = false;
  let heardMore = false;
  const follow = async (): Promise<void> => {
    do {
      heardMore = false;
      await read().catch(report);
      await wait(READ_EVERY_MS);
    } while (heardMore);
    following = false;
  };
  channel.onPost(() => {
    heardMore = true;
    if (following) return;
    following = true;
    void follow();
  });
};

export const browserChannel = (slot: string): Channel => {
  const channel = new BroadcastChannel(`so-tay-${slot}`);
  return {
    post: () => {
      channel.postMessage('changed');
    },
    onPost: (heard) => {
      channel.addEventListener('message', heard);
    },
    close: () => {
      channel.close();
    },
  };
};
