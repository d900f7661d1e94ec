/**
 * Activities by the month. A month's summary is kept sealed, goes in the same transaction as any change of a record in
 * that month, and is made from the records when it is missing: a list opens one row a month, not every record.
 *
 * What has been read stays, until a write says which activities of it changed: then only they are read anew.
 */
import * as v from 'valibot';
import { bundlesOf } from './bundles-of.ts';
import { recordPlace, type Core, type ScopeState } from './core.ts';
import { isValueLost } from './failures.ts';
import { monthsOfActivity } from './listed-months.ts';
import { recordKey, viewOf, type BaseRecord } from './overlay.ts';
import { Summary, summaryOf } from './summary.ts';

const Summaries = v.array(Summary);
const prefix = recordKey('activity', '');

/** Of more it is quicker to read the month. */
const MAX_PATCHED = 32;
/** A patched month is written down again when nobody waits for it; until then whoever opens the workbook makes it from the records. */
const KEEP_AFTER_MS = 900;

/** The activities of which this replica has mutations that the base does not hold yet. */
export const idsInOverlay = (state: ScopeState): readonly string[] =>
  [...state.byRecord.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

export const newestFirst = (a: Pick<Summary, 'id' | 'from'>, b: Pick<Summary, 'id' | 'from'>): number =>
  a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1;

const activityValues = async (core: Core, state: ScopeState, id: string, base?: BaseRecord) =>
  viewOf(
    base ?? (await core.base(state, 'activity', id)),
    state.byRecord.get(recordKey('activity', id)) ?? [],
    'activity',
    id,
    state.position,
  ).values;

/** `undefined` when the activity is not listed in that month. */
const summaryIn = async (core: Core, state: ScopeState, month: string, id: string, base?: BaseRecord) => {
  const values = await activityValues(core, state, id, base);
  return monthsOfActivity(values).includes(month) ? summaryOf(id, values) : undefined;
};

const rebuild = async (core: Core, state: ScopeState, month: string): Promise<readonly Summary[]> => {
  const { area } = state.position;
  const rows = await core.database.records.where('m').equals(`${area}|${month}`).toArray();
  const opened = await Promise.all(rows.map(core.openRecord));
  const bundled = await (await bundlesOf(core, area))?.bundledInMonth(core, area, month);
  const bases = new Map<string, BaseRecord | undefined>(idsInOverlay(state).map((id) => [id, undefined]));
  for (const record of [...(bundled ?? []), ...opened]) if (record !== undefined) bases.set(record.id, record);

  const summaries: Summary[] = [];
  for (const [id, base] of bases) {
    const summary = await summaryIn(core, state, month, id, base);
    if (summary !== undefined) summaries.push(summary);
  }
  return summaries;
};

/** A derived row: it is kept only if the scope is still as it was when the records were read. */
const keep = async (core: Core, state: ScopeState, month: string, summaries: readonly Summary[]): Promise<void> => {
  const { area } = state.position;
  const sealed = await core.sealer.seal('summaries', recordPlace(area, month), summaries);
  const { dexie, positions, summaries: stored } = core.database;
  await dexie.transaction('rw', [positions, stored], async () => {
    const position = await positions.get(state.s);
    if (position?.version === state.position.version) await stored.put({ s: area, m: month, sealed });
  });
};

/** From the sealed row, or from the records. */
const read = async (core: Core, state: ScopeState, month: string): Promise<readonly Summary[]> => {
  const { area } = state.position;
  const row = await core.database.summaries.get([area, month]).catch((error: unknown) => {
    // It can be made again.
    if (!isValueLost(error)) throw error;
    return undefined;
  });
  const stored = row && (await core.sealer.open('summaries', recordPlace(area, month), row.sealed, Summaries));
  const summaries = stored ?? (await rebuild(core, state, month));
  if (stored === undefined) await keep(core, state, month, summaries);
  return summaries;
};

const findMonths = async (core: Core, state: ScopeState): Promise<Set<string>> => {
  const { area } = state.position;
  const start = `${area}|`;
  const names = await core.database.records.where('m').startsWith(start).uniqueKeys();
  const bundled = await (await bundlesOf(core, area))?.bundledMonths(core, area);
  const months = new Set(bundled);
  for (const name of names) if (typeof name === 'string') months.add(name.slice(start.length));
  for (const id of idsInOverlay(state))
    for (const month of monthsOfActivity(await activityValues(core, state, id))) months.add(month);
  return months;
};

/** What has been read of the log; its questions are to be asked in turn. */
export interface Months {
  /** The same list as before while nothing in it has changed; newest first. */
  readonly read: (state: ScopeState, month: string) => Promise<readonly Summary[]>;
  /** The months in which a scope may have activities, newest first. */
  readonly candidates: (state: ScopeState) => Promise<readonly string[]>;
  /** `names` are `<area>|2024-11`; `activities` the only ones in them that changed, where that is known. */
  readonly wrote: (names: readonly string[], activities: readonly string[] | undefined) => void;
  /** Of one area, or all. */
  readonly forget: (area?: number) => void;
}

export const createMonths = (core: Core, wait: (ms: number) => Promise<void>): Months => {
  const held = new Map<string, readonly Summary[]>();
  /** Activities of which a held month no longer holds; the others of that month stand. */
  const outdated = new Map<string, ReadonlySet<string>>();
  /** As far as they are known: months are added, and forgotten with the area. */
  const candidates = new Map<number, Set<string>>();

  const forgetMonth = (name: string): void => {
    held.delete(name);
    outdated.delete(name);
  };

  const patch = async (
    state: ScopeState,
    month: string,
    before: readonly Summary[],
    changed: ReadonlySet<string>,
  ): Promise<readonly Summary[]> => {
    const summaries = before.filter(({ id }) => !changed.has(id));
    for (const id of changed) {
      const summary = await summaryIn(core, state, month, id);
      if (summary !== undefined) summaries.push(summary);
    }
    return summaries;
  };

  const keepLater = async (state: ScopeState, month: string, summaries: readonly Summary[]): Promise<void> => {
    await wait(KEEP_AFTER_MS);
    await core.inTurn(async () => {
      // A later edit has its own turn; after the workbook was closed nothing is held.
      if (held.get(`${state.position.area}|${month}`) === summaries) await keep(core, state, month, summaries);
    });
  };

  return {
    read: async (state, month) => {
      const name = `${state.position.area}|${month}`;
      const before = held.get(name);
      const changed = outdated.get(name);
      if (before !== undefined && changed === undefined) return before;
      const isPatched = before !== undefined && changed !== undefined;
      const found = isPatched ? await patch(state, month, before, changed) : await read(core, state, month);
      const summaries = [...found].sort(newestFirst);
      held.set(name, summaries);
      outdated.delete(name);
      // What could not be kept is made again.
      if (isPatched) void keepLater(state, month, summaries).catch(() => undefined);
      return summaries;
    },
    candidates: async (state) => {
      const { area } = state.position;
      const known = candidates.get(area) ?? (await findMonths(core, state));
      candidates.set(area, known);
      return [...known].sort().reverse();
    },
    wrote: (names, activities = []) => {
      const few = activities.length > 0 && activities.length <= MAX_PATCHED ? activities : undefined;
      for (const name of names) {
        const bar = name.indexOf('|');
        candidates.get(Number(name.slice(0, bar)))?.add(name.slice(bar + 1));
        if (!held.has(name)) continue;
        const changed = few && new Set([...(outdated.get(name) ?? []), ...few]);
        if (changed === undefined || changed.size > MAX_PATCHED) forgetMonth(name);
        else outdated.set(name, changed);
      }
    },
    forget: (area) => {
      if (area === undefined) {
        held.clear();
        outdated.clear();
        candidates.clear();
        return;
      }
      for (const name of held.keys()) if (name.startsWith(`${area}|`)) forgetMonth(name);
      candidates.delete(area);
    },
  };
};
