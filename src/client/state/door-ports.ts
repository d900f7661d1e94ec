/** What the door needs of the world, and where a browser has it. */
import type { Result } from '#domain/result.ts';
import { browserPorts, isOnline, reportBug, waitFor } from '#client/courier/browser-ports.ts';
import type { CourierDeps } from '#client/courier/courier.ts';
import { createServerApi, type ServerApi } from '#client/courier/server-api.ts';
import { browserDevice, type Hears } from '#client/store/browser-device.ts';
import type { Device } from '#client/store/device.ts';
import type { Adrift } from '#client/store/losses.ts';
import { newId } from '#client/store/new-id.ts';
import { browserPersistence, type Persistence } from '#client/store/persistence.ts';
import type { Rescue } from '#client/store/rescue.ts';

export interface DoorDeps {
  readonly api: ServerApi;
  readonly openDevice: (hears: Hears) => Promise<Result<Device>>;
  /** Where sealed copies of unsent work are found; `adrift` is what the device still holds in memory. */
  readonly openRescue: (adrift: () => readonly Adrift[]) => Promise<Rescue>;
  readonly persistence: Persistence;
  readonly courierPorts: (slot: string) => Omit<CourierDeps, 'store' | 'device' | 'send'>;
  /** Whether WebCrypto is here: not on plain http, except on localhost. */
  readonly secure: () => boolean;
  readonly online: () => boolean;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Hears of what nobody waits for and that failed nevertheless. */
  readonly report: (error: unknown) => void;
  readonly newId: () => string;
  readonly onTick: (tick: () => void) => () => void;
  /** Calls once, when the first page is there and answers taps: what talks to the server is fetched only then. */
  readonly afterFirstPage: (then: () => void) => void;
}

const TICK_MS = 60_000;
const FIRST_PAGE_MS = 300;
const CALM_MS = 1_000;
/** A page that does not come keeps nothing from being sent. */
const LONGEST_MS = 10_000;

export const browserDoorDeps = (): DoorDeps => ({
  api: createServerApi({
    fetch: (path, init) => fetch(path, init),
    online: isOnline,
    pack: async (lines) => (await import('#client/courier/pack-lines.ts')).packLines(lines),
  }),
  openDevice: (hears) => browserDevice(waitFor, reportBug, hears),
  openRescue: async (adrift) => (await import('#client/store/browser-rescue.ts')).browserRescue(adrift),
  persistence: browserPersistence,
  courierPorts: browserPorts,
  secure: () => isSecureContext && 'subtle' in crypto,
  online: isOnline,
  now: () => Date.now(),
  wait: waitFor,
  report: reportBug,
  newId,
  afterFirstPage: (then) => {
    const startedAt = performance.now();
    const look = (): void => {
      const isThere = document.querySelector('main:not(.door) h1') !== null;
      if (isThere || performance.now() - startedAt > LONGEST_MS) requestIdleCallback(then, { timeout: CALM_MS });
      else setTimeout(look, FIRST_PAGE_MS);
    };
    setTimeout(look, FIRST_PAGE_MS);
  },
  onTick: (tick) => {
    const timer = setInterval(tick, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  },
});
