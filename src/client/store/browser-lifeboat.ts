/** The lifeboat over the browser's private files; fetched when there is something to put into it. */
import { createLifeboat, type Lifeboat, type LifeboatDeps } from './lifeboat.ts';
import { opfsFiles } from './opfs-files.ts';

export const browserLifeboat = (deps: Omit<LifeboatDeps, 'files'>): Lifeboat =>
  createLifeboat({ ...deps, files: opfsFiles });
