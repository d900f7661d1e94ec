/**
 * Lets go of what can be made again, so that what a person wrote finds room on a full phone. Fetched when there is no room.
 *
 * - Acknowledged mutations stay: a server that is restored from a backup may have forgotten them, and only this phone
 *   can send them again.
 */
import type { Core } from './core.ts';

export const makeRoom = async ({ database }: Core): Promise<void> => {
  await database.summaries.clear();
};
