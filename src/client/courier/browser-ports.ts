/** Time, chance, network and other tabs, as the browser has them. */
import type { CourierDeps } from './courier.ts';

export const waitFor = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export const isOnline = (): boolean => navigator.onLine;

export const reportBug = (error: unknown): void => {
  reportError(error);
};

/** Without Web Locks two tabs may send at once: that costs a request, and compare-and-set keeps it harmless. */
const exclusively =
  (slot: string): CourierDeps['exclusively'] =>
  async (task) =>
    'locks' in navigator
      ? navigator.locks.request(`so-tay-sync-${slot}`, { ifAvailable: true }, (lock) =>
          lock === null ? undefined : task(),
        )
      : task();

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

export const browserPorts = (slot: string) => ({
  now: () => Date.now(),
  wait: waitFor,
  chance: () => Math.random(),
  online: isOnline,
  visible: () => document.visibilityState === 'visible',
  onWake,
  exclusively: exclusively(slot),
  report: reportBug,
});
