/**
 * Lets a refused mutation go, or one that cannot be read any more, and tells those above that it waits no longer. Fetched
 * when it is first needed.
 */
import { ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { changesDropping } from './changes-dropping.ts';
import type { Core } from './core.ts';
import { recordKey, viewOf, type Entry } from './overlay.ts';
import { dropIfEmpty } from './purge.ts';
import { save, writeUntilHeld } from './save.ts';
import { passedOver } from './standing.ts';
import { monthsOfActivity } from './listed-months.ts';

/** The person has settled a refused mutation: its text is let go. A waiting one is never touched. `n` is its local number. */
export const settle = async (core: Core, scope: Scope, n: number, now: number): Promise<Result<void>> => {
  if (core.scope(scope) === undefined) return ok(undefined);
  const tables = new Set<string>();
  let settledEntry: Entry | undefined;
  const settled = await writeUntilHeld(core, scope, async (state) => {
    const entry = state.entries.find((one) => one.n === n && one.refusal !== undefined);
    settledEntry = entry;
    const entries = state.entries.filter((one) => one !== entry);
    const isUnreadable = passedOver(state).includes(n);
    const months: string[] = [];
    for (const [table, id] of entry?.mutation.operations ?? []) {
      tables.add(table);
      if (table !== 'activity') continue;
      const base = await core.base(state, table, id);
      for (const standing of [state.byRecord.get(recordKey(table, id)) ?? [], entries]) {
        const { values } = viewOf(base, standing, table, id, state.position);
        months.push(...monthsOfActivity(values).map((month) => `${state.position.area}|${month}`));
      }
    }
    return ok({
      position: {},
      entries,
      damaged: state.damaged.filter((one) => !isUnreadable || one !== n),
      months,
      write: async ({ journal }) => {
        if (entry !== undefined || isUnreadable) await journal.delete([state.s, n]);
      },
    });
  });
  if (!settled.ok) return settled;
  core.changed({ tables, toSend: false });
  await dropIfEmpty(core, { scope });
  const state = core.scope(scope);
  if (settledEntry === undefined || state === undefined) return settled;
  return save(core, scope, await changesDropping(core, state, [settledEntry]), now);
};
