/** Tells the other tabs of the same person that something was written; what, they read for themselves. */
import type { Channel } from './core.ts';

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
