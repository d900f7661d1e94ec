/** The device as the browser has it: IndexedDB, a worker for Argon2id, a channel between tabs. */
import type { Result } from '#domain/result.ts';
import { deriveInWorker } from '#client/vault/derive-in-worker.ts';
import { browserChannel } from './channel.ts';
import { openDevice, type Device } from './device.ts';

export const browserDevice = (
  wait: (ms: number) => Promise<void>,
  report: (error: unknown) => void,
): Promise<Result<Device>> =>
  openDevice({ derive: deriveInWorker, now: () => Date.now(), wait, channel: browserChannel, report });
