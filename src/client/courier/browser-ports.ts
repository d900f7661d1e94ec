/** Time, chance, network and other tabs, as the browser has them. */
import type { CourierDeps } from './courier.ts';
import { createTurns, type TurnDeps } from './turns.ts';

export const waitFor = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export const isOnline = (): boolean => navigator.onLine;

export const reportBug = (error: unknown): void => {
  reportError(error);
};

const onWake: CourierDeps['onWake'] = (wake) => {
  const seen = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  addEventListener('offline', wake);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('offline', wake);
    document.removeEventListener('visibilitychange', seen);
  };
};

const browserTurns = (slot: string): TurnDeps => {
  const channel = new BroadcastChannel(`so-tay-turn-${slot}`);
  return {
    now: () => performance.now(),
    ifFree: async (task) => {
      if (!('locks' in navigator)) return task(true);
      return navigator.locks.request(`so-tay-sync-${slot}`, { ifAvailable: true }, (lock) => task(lock !== null));
    },
    beat: () => channel.postMessage('at work'),
    onBeat: (heard) => channel.addEventListener('message', heard),
    every: (ms, tick) => {
      const timer = setInterval(tick, ms);
      return () => clearInterval(timer);
    },
  };
};

/** One for each person of this page, however often they lock and unlock. */
const turns = new Map<string, CourierDeps['exclusively']>();
const turnsOf = (slot: string): CourierDeps['exclusively'] => {
  const made = turns.get(slot) ?? createTurns(browserTurns(slot));
  turns.set(slot, made);
  return made;
};

export const browserPorts = (slot: string) => ({
  now: () => Date.now(),
  wait: waitFor,
  chance: () => Math.random(),
  online: isOnline,
  visible: () => document.visibilityState === 'visible',
  onWake,
  exclusively: turnsOf(slot),
  report: reportBug,
});
