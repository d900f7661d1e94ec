/**
 * Locks a workbook that nobody has touched for five minutes. Fetched some seconds after it was opened.
 *
 * - A phone that slept has waited too: the moment is compared, not the timer trusted, and before a page that comes back
 *   into sight shows anything, it is looked at again.
 * - What was being typed is a sealed draft already; an exchange that runs goes on to its end behind the locked door.
 */
const IDLE_MS = 5 * 60_000;
const LOOK_MS = 10_000;
const heard = { capture: true, passive: true };
const signs = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

export interface IdleWorld {
  readonly now: () => number;
  /** Where signs of life are heard: a document. */
  readonly page: EventTarget & { readonly visibilityState?: string };
}

/** Watches until what comes back is called. */
export const lockWhenIdle = (
  lock: () => void,
  { now, page }: IdleWorld = { now: () => Date.now(), page: document },
): (() => void) => {
  let last = now();
  const look = (): void => {
    // A clock that was set back would keep it open for as long.
    if (now() < last) last = now();
    if (now() - last < IDLE_MS) return;
    stop();
    lock();
  };
  const alive = (): void => {
    look();
    last = now();
  };
  const timer = setInterval(look, LOOK_MS);
  const stop = (): void => {
    clearInterval(timer);
    for (const sign of signs) page.removeEventListener(sign, alive, heard);
    page.removeEventListener('visibilitychange', look);
  };
  for (const sign of signs) page.addEventListener(sign, alive, heard);
  page.addEventListener('visibilitychange', look);
  return stop;
};
