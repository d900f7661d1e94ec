/** The person has done with a refused mutation: its text is let go, and whoever sees its conflict hears of it. */
import { ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { activityView } from './activities.ts';
import type { Core } from './core.ts';
import { viewOf, type Entry } from './overlay.ts';
import { dropIfEmpty } from './purge.ts';
import { conflictOfHeld } from './released.ts';
import { save, writeUntilHeld } from './save.ts';
import { monthsOfActivity } from './summary.ts';

/** A waiting one is never touched. `n` is its local number. */
export const settle = async (core: Core, scope: Scope, n: number, now: number): Promise<Result<void>> => {
  if (core.scope(scope) === undefined) return ok(undefined);
  const tables = new Set<string>();
  let settledEntry: Entry | undefined;
  const settled = await writeUntilHeld(core, scope, async (state) => {
    const entry = state.entries.find((one) => one.n === n && one.refusal !== undefined);
    settledEntry = entry;
    const entries = state.entries.filter((one) => one !== entry);
    const months: string[] = [];
    for (const [table, id] of entry?.mutation.operations ?? []) {
      tables.add(table);
      if (table !== 'activity') continue;
      const before = (await activityView(core, state, id)).values;
      const after = viewOf(await core.base(state, table, id), entries, table, id, state.position).values;
      for (const shown of [before, after]) {
        months.push(...monthsOfActivity(shown).map((month) => `${state.position.area}|${month}`));
      }
    }
    return ok({
      position: {},
      entries,
      months,
      write: async ({ journal }) => {
        if (entry !== undefined) await journal.delete([state.s, n]);
      },
    });
  });
  if (!settled.ok) return settled;
  core.changed({ tables, toSend: false });
  await dropIfEmpty(core, { scope });
  return settledEntry === undefined ? settled : tellDropped(core, scope, settledEntry, now);
};

/** Others see that it waits no longer. */
const tellDropped = async (core: Core, scope: Scope, entry: Entry, now: number): Promise<Result<void>> => {
  const state = core.scope(scope);
  if (state === undefined || entry.refusal === undefined || state.position.gone !== '') return ok(undefined);
  const conflicts = (await core.bases(state, 'conflict')).values();
  const record = conflictOfHeld(entry.refusal.alias, entry.mutation.n, conflicts);
  if (record === undefined || record.registers['state']?.[0] !== 'open') return ok(undefined);
  return save(core, scope, [{ table: 'conflict', id: record.id, values: { state: 'dropped' } }], now);
};
