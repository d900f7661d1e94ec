/** The device as the browser has it: IndexedDB, a worker for Argon2id, a channel between tabs, a sentinel and a lifeboat. */
import type { Result } from '#domain/result.ts';
import { deriveInWorker } from '#client/vault/derive-in-worker.ts';
import { browserChannel } from './channel.ts';
import { openDevice, type Device, type DeviceDeps } from './device.ts';
import { newToken } from './new-id.ts';
import { browserSentinel } from './sentinel.ts';

export type Hears = Pick<DeviceDeps, 'onTrouble' | 'onHeldUp' | 'onLost' | 'onLifeboatFailure'>;

export const browserDevice = (
  wait: (ms: number) => Promise<void>,
  report: (error: unknown) => void,
  hears: Hears,
): Promise<Result<Device>> =>
  openDevice({
    derive: deriveInWorker,
    now: () => Date.now(),
    newToken,
    wait,
    channel: browserChannel,
    report,
    sentinel: browserSentinel,
    // Fetched when there is something to put into it.
    launchLifeboat: async (deps) => (await import('./browser-lifeboat.ts')).browserLifeboat(deps),
    rescueFiles: async () => (await import('./opfs-files.ts')).opfsFiles,
    ...hears,
  });
