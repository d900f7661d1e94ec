/**
 * A scope that the person may no longer read leaves the device: rows, positions, all but what they wrote and the server
 * does not have. That goes on being offered to the server, which keeps it for a human, and stays until it is settled.
 */
import { clearArea } from './areas.ts';
import type { Core, ScopeState } from './core.ts';
import { clearShadow } from './shadow.ts';
import { passedOver } from './standing.ts';

export const purge = async (core: Core, state: ScopeState, why: string): Promise<'written' | 'stale'> => {
  const { s, position, entries } = state;
  // Acknowledged edits that only waited for their rows have none to wait for.
  const own = entries.filter((entry) => entry.refusal !== undefined || entry.n > position.ackN);
  const acknowledged = entries.filter((entry) => !own.includes(entry));
  const written = await core.write(state, {
    position: { gone: why, done: 0, at: 0, gs: 0, gcSeq: 0, digest: 0, size: 0, differs: 0, shadow: null },
    entries: own,
    months: [],
    write: async (database) => {
      await clearArea(database, position.area);
      await clearShadow(database, position);
      await database.journal.where('[s+state]').equals([s, 'sent']).delete();
      await database.journal.bulkDelete(acknowledged.map(({ n }): [number, number] => [s, n]));
    },
  });
  if (written === 'stale') return 'stale';
  core.forgetArea(position.area);
  await dropIfEmpty(core, state);
  return 'written';
};

/** Once nothing of a lost scope is left, its position goes too; a right that is regained begins anew. */
export const dropIfEmpty = async (core: Core, { scope }: Pick<ScopeState, 'scope'>): Promise<void> => {
  const state = core.scope(scope);
  if (state === undefined || state.position.gone === '' || state.entries.length > 0) return;
  if (passedOver(state).length > 0 || state.position.lastN > state.position.ackN) return;
  await core.dropScope(state);
};
