/** How others are told that refused mutations wait no longer. */
import type { Change } from '#domain/change.ts';
import type { Core, ScopeState } from './core.ts';
import type { Entry } from './overlay.ts';
import { heldAmong } from './released.ts';

/** What closes the conflicts that show others what is held of these, as far as they are open. */
export const changesDropping = async (
  core: Core,
  state: ScopeState,
  settled: readonly Entry[],
): Promise<readonly Change[]> => {
  if (state.position.gone !== '') return [];
  const conflictOf = heldAmong((await core.bases(state, 'conflict')).values());
  return settled.flatMap(({ refusal, mutation }): readonly Change[] => {
    const record = refusal && conflictOf(refusal.alias, mutation.n);
    if (record?.registers['state']?.[0] !== 'open') return [];
    return [{ table: 'conflict', id: record.id, values: { state: 'dropped' } }];
  });
};
