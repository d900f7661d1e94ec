/** The rescue over the browser's private files; fetched when somebody needs it. */
import { deriveInWorker } from '#client/vault/derive-in-worker.ts';
import type { Adrift } from './losses.ts';
import { opfsFiles } from './opfs-files.ts';
import { createRescue, type Rescue } from './rescue.ts';

export const browserRescue = (adrift: () => readonly Adrift[]): Rescue =>
  createRescue({ files: opfsFiles, derive: deriveInWorker, now: () => Date.now(), adrift });
