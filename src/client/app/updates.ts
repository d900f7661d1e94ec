/**
 * A new version of the app: noticed, offered, and taken only when the person says so.
 * Nothing here reloads a page by itself, except once when a part of the old version is no longer to be had.
 */
import { createSignal, type Accessor } from 'solid-js';
import { hasDirtyForm } from '#client/ui/dirty.ts';
import { createOtherTabs } from '#client/ui/other-tabs.ts';

export interface Updates {
  /** A new version is stored and waits. */
  readonly ready: Accessor<boolean>;
  /** Another tab holds something that is not saved; a new version would break it under the person's hands. */
  readonly elsewhere: Accessor<boolean>;
  /** Takes it, unless another tab is in the middle of something: this page reloads. */
  readonly accept: () => Promise<void>;
}

/** A worker that takes over by itself waits for a moment too; it is nothing to offer. */
const SETTLED_MS = 200;
const RELOADED_AT = 'so-tay.reloaded-at';
const RELOAD_AT_MOST_EVERY_MS = 60_000;

export const createUpdates = (): Updates => {
  const [ready, setReady] = createSignal(false);
  const [elsewhere, setElsewhere] = createSignal(false);
  if (!('serviceWorker' in navigator)) return { ready, elsewhere, accept: () => Promise.resolve() };

  const otherTabs = createOtherTabs(new BroadcastChannel('so-tay-updates'), hasDirtyForm);
  const workers = navigator.serviceWorker;
  let accepted = false;
  let registration: ServiceWorkerRegistration | undefined;
  workers.addEventListener('controllerchange', () => {
    if (accepted) location.reload();
  });
  const follow = async (): Promise<void> => {
    // The page's own files come first.
    if (document.readyState !== 'complete')
      await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
    const registered = await workers.register('/sw.js');
    registration = registered;
    // On a first visit there is nothing older to be replaced, and nothing to offer.
    const offer = (): void => void (registered.waiting !== null && workers.controller !== null && setReady(true));
    offer();
    registered.addEventListener('updatefound', () => {
      registered.installing?.addEventListener('statechange', () => setTimeout(offer, SETTLED_MS));
    });
  };
  follow().catch((cause: unknown) => {
    // Without a service worker the app still runs while there is a network; it must not stop here.
    console.warn('service worker not registered', cause);
  });
  return {
    ready,
    elsewhere,
    accept: async () => {
      setElsewhere(await otherTabs.anyDirty());
      if (elsewhere()) return;
      accepted = true;
      registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
    },
  };
};

/**
 * After a deploy an old page may ask for a chunk that is gone (https://github.com/vitejs/vite/issues/11804).
 * What was typed stands in a sealed draft by then, so one reload mends it; a second in a row would be a loop. A server that does
 * not answer has no other version either: then the page stays, and whoever asked for the part is told.
 */
export const reloadOnceWhenAChunkIsGone = (): void => {
  let isAsking = false;
  addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
    if (isAsking || !navigator.onLine || Date.now() - last < RELOAD_AT_MOST_EVERY_MS) return;
    isAsking = true;
    const reload = ({ ok }: Response): void => {
      isAsking = false;
      if (!ok) return;
      sessionStorage.setItem(RELOADED_AT, String(Date.now()));
      location.reload();
    };
    fetch('/api/health', { cache: 'no-store' }).then(reload, () => (isAsking = false));
  });
};
