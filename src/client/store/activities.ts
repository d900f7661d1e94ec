/**
 * Activities by the month. A month's summary is kept sealed, goes in the same transaction as any change of a record in
 * that month, and is rebuilt from the records when it is missing: a list opens one row a month, not every record.
 */
import * as v from 'valibot';
import { bundlesOf } from './bundles-of.ts';
import { recordPlace, type Core, type ScopeState } from './core.ts';
import { isValueLost } from './failures.ts';
import { recordKey, viewOf, type BaseRecord } from './overlay.ts';
import { monthsOfActivity, Summary, summaryOf } from './summary.ts';

const Summaries = v.array(Summary);
const prefix = recordKey('activity', '');

/** The activities of which this replica has mutations that the base does not hold yet. */
const idsInOverlay = (state: ScopeState): readonly string[] =>
  [...state.byRecord.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

export const activityView = async (core: Core, state: ScopeState, id: string) =>
  viewOf(
    await core.base(state, 'activity', id),
    state.byRecord.get(recordKey('activity', id)) ?? [],
    'activity',
    id,
    state.position,
  );

const rebuild = async (core: Core, state: ScopeState, month: string): Promise<readonly Summary[]> => {
  const rows = await core.database.records.where('m').equals(`${state.position.area}|${month}`).toArray();
  const opened = await Promise.all(rows.map(core.openRecord));
  const bases = new Map<string, BaseRecord | undefined>();
  const { area } = state.position;
  const bundled = await (await bundlesOf(core, area))?.bundledInMonth(core, area, month);
  for (const record of bundled ?? []) bases.set(record.id, record);
  for (const record of opened) if (record !== undefined) bases.set(record.id, record);
  for (const id of idsInOverlay(state)) if (!bases.has(id)) bases.set(id, await core.base(state, 'activity', id));

  const summaries: Summary[] = [];
  for (const [id, base] of bases) {
    const { values } = viewOf(
      base,
      state.byRecord.get(recordKey('activity', id)) ?? [],
      'activity',
      id,
      state.position,
    );
    if (!monthsOfActivity(values).includes(month)) continue;
    const summary = summaryOf(id, values);
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

/** To be called in turn. */
export const readMonth = async (core: Core, state: ScopeState, month: string): Promise<readonly Summary[]> => {
  const { area } = state.position;
  const name = `${area}|${month}`;
  const held = core.summaries.get(name);
  if (held !== undefined) return held;

  const row = await core.database.summaries.get([area, month]).catch((error: unknown) => {
    // It can be made again.
    if (!isValueLost(error)) throw error;
    return undefined;
  });
  const place = recordPlace(area, month);
  const stored = row && (await core.sealer.open('summaries', place, row.sealed, Summaries));
  const summaries = stored ?? (await rebuild(core, state, month));
  if (stored === undefined) await keep(core, state, month, summaries);
  core.summaries.set(name, summaries);
  return summaries;
};

/** The months in which a scope may have activities, in any order; to be called in turn. */
export const candidateMonths = async (core: Core, state: ScopeState): Promise<readonly string[]> => {
  const start = `${state.position.area}|`;
  const names = await core.database.records.where('m').startsWith(start).uniqueKeys();
  const months = new Set(names.flatMap((name) => (typeof name === 'string' ? [name.slice(start.length)] : [])));
  const { area } = state.position;
  const bundled = await (await bundlesOf(core, area))?.bundledMonths(core, area);
  for (const month of bundled ?? []) months.add(month);
  for (const id of idsInOverlay(state)) {
    for (const month of monthsOfActivity((await activityView(core, state, id)).values)) months.add(month);
  }
  return [...months];
};
