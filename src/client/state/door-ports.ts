/** What the door needs of the world, and where a browser has it. */
import type { Result } from '#domain/result.ts';
import { browserPorts, isOnline, reportBug, waitFor } from '#client/courier/browser-ports.ts';
import type { CourierDeps } from '#client/courier/courier.ts';
import { createServerApi, type ServerApi } from '#client/courier/server-api.ts';
import { browserDevice } from '#client/store/browser-device.ts';
import type { Device } from '#client/store/device.ts';
import { newId } from '#client/store/new-id.ts';

export interface DoorDeps {
  readonly api: ServerApi;
  readonly openDevice: () => Promise<Result<Device>>;
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
}

const TICK_MS = 60_000;

export const browserDoorDeps = (): DoorDeps => ({
  api: createServerApi({ fetch: (path, init) => fetch(path, init), online: isOnline }),
  openDevice: () => browserDevice(waitFor, reportBug),
  courierPorts: browserPorts,
  secure: () => isSecureContext && 'subtle' in crypto,
  online: isOnline,
  now: () => Date.now(),
  wait: waitFor,
  report: reportBug,
  newId,
  onTick: (tick) => {
    const timer = setInterval(tick, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  },
});
