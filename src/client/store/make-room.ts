/**
 * Lets go of what can be made or fetched again, so that what a person wrote finds room on a full phone: summaries, and own
 * mutations that the server has acknowledged. Fetched when there is no room.
 */
import type { Core } from './core.ts';

export const makeRoom = async ({ database, scopes }: Core): Promise<void> => {
  const { dexie, journal, summaries } = database;
  await dexie.transaction('rw', [journal, summaries], async () => {
    await summaries.clear();
    for (const { s } of scopes()) await journal.where('[s+state]').equals([s, 'sent']).delete();
  });
};
