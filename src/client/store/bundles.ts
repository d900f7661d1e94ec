/**
 * Many records of a table in one row: how a copy is filled from nothing. A browser takes as long for a row of thirty
 * records as for a row of one, and a first sync brings thousands.
 *
 * - A record stands in a bundle or in a row of its own, never in both: what changes leaves its bundle in the transaction
 *   that writes it. A deleted one never stands in a bundle.
 * - Directories say where to look; they are sealed, like all else. One may name a bundle that a record has left, and never
 *   fails to name the one in which it stands.
 */
import * as v from 'valibot';
import { hash52 } from '#sync/digest.ts';
import { areaKeys, tableKeys } from './areas.ts';
import type { BundleRow, DirectoryRow, SlotDatabase } from './database.ts';
import { recordKey, type BaseRecord } from './overlay.ts';
import { Registers, type Sealer } from './sealing.ts';
import { monthsOfRegisters } from './listed-months.ts';

const MAX_RECORDS = 32;
/**
 * So that a few long records are no bundle that takes long to open, and that it stays under 64 KB: a browser keeps larger
 * values in files of their own, which can be lost by themselves.
 */
const MAX_CHARS = 20 * 1024;

const StoredBundle = v.array(v.object({ id: v.string(), seq: v.number(), registers: Registers }));
const StoredDirectory = v.array(
  v.object({ t: v.string(), n: v.number(), keys: v.array(v.number()), months: v.array(v.string()) }),
);

interface Place {
  readonly t: string;
  readonly n: number;
}

/** What an area's directories say. */
export interface Directory {
  readonly byKey: ReadonlyMap<number, readonly Place[]>;
  readonly byMonth: ReadonlyMap<string, readonly Place[]>;
}

/** What is asked of the core. */
export interface BundleDeps {
  readonly database: SlotDatabase;
  readonly sealer: Sealer;
  /** Opened directories, by area. */
  readonly directories: Map<number, Directory>;
}

export type BundleKey = [area: number, table: string, n: number];

interface Bundle {
  readonly place: Place;
  readonly records: readonly BaseRecord[];
}

const placeOf = (area: number, { t, n }: Place): string => `${area}.${t}.${n}`;

const hashOf = (table: string, id: string): number => hash52(recordKey(table, id)) % 2 ** 32;

const add = <K>(map: Map<K, Place[]>, key: K, place: Place): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [place]);
  else known.push(place);
};

const directoryOf = async (core: BundleDeps, area: number): Promise<Directory> => {
  const held = core.directories.get(area);
  if (held !== undefined) return held;
  const rows = await core.database.directories
    .where('[s+n]')
    .between(...areaKeys(area), true, true)
    .toArray();
  const byKey = new Map<number, Place[]>();
  const byMonth = new Map<string, Place[]>();
  for (const { n: nth, sealed } of rows) {
    const stored = await core.sealer.open('directories', `${area}.${nth}`, sealed, StoredDirectory);
    for (const { t, n, keys, months } of stored ?? []) {
      const place: Place = { t, n };
      for (const key of keys) add(byKey, key, place);
      for (const month of months) add(byMonth, month, place);
    }
  }
  const directory: Directory = { byKey, byMonth };
  core.directories.set(area, directory);
  return directory;
};

const open = async (core: BundleDeps, { s, t, n, sealed }: BundleRow): Promise<Bundle> => {
  const stored = await core.sealer.open('bundles', placeOf(s, { t, n }), sealed, StoredBundle);
  return { place: { t, n }, records: (stored ?? []).map((record) => ({ table: t, ...record })) };
};

const openAll = async (core: BundleDeps, area: number, places: Iterable<Place>): Promise<readonly Bundle[]> => {
  const keys = [...new Map([...places].map((place) => [`${place.t}.${place.n}`, place] as const)).values()];
  if (keys.length === 0) return [];
  const rows = await core.database.bundles.bulkGet(keys.map(({ t, n }): BundleKey => [area, t, n]));
  return Promise.all(rows.flatMap((row) => (row === undefined ? [] : [open(core, row)])));
};

const seal = async (
  core: BundleDeps,
  area: number,
  { t, n }: Place,
  records: readonly BaseRecord[],
): Promise<BundleRow> => {
  const stored = records.map(({ id, seq, registers }) => ({ id, seq, registers }));
  return { s: area, t, n, sealed: await core.sealer.seal('bundles', placeOf(area, { t, n }), stored) };
};

export const bundledRecord = async (core: BundleDeps, area: number, table: string, id: string) => {
  const { byKey } = await directoryOf(core, area);
  for (const { records } of await openAll(core, area, byKey.get(hashOf(table, id)) ?? [])) {
    const found = records.find((record) => record.table === table && record.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const bundledOfTable = async (core: BundleDeps, area: number, table: string): Promise<readonly BaseRecord[]> => {
  const rows = await core.database.bundles
    .where('[s+t+n]')
    .between(...tableKeys(area, table), true, true)
    .toArray();
  return (await Promise.all(rows.map((row) => open(core, row)))).flatMap(({ records }) => records);
};

/** Those that may be listed in the month, and others that stand beside them. */
export const bundledInMonth = async (core: BundleDeps, area: number, month: string): Promise<readonly BaseRecord[]> => {
  const { byMonth } = await directoryOf(core, area);
  return (await openAll(core, area, byMonth.get(month) ?? [])).flatMap(({ records }) => records);
};

export const bundledMonths = async (core: BundleDeps, area: number): Promise<Iterable<string>> =>
  (await directoryOf(core, area)).byMonth.keys();

/** What a transaction does to bundles. */
export interface BundleChange {
  readonly put: readonly BundleRow[];
  readonly gone: readonly BundleKey[];
  readonly directory: readonly DirectoryRow[];
}

export const NO_CHANGE: BundleChange = { put: [], gone: [], directory: [] };

/** Records that stand in bundles, and those bundles without them. */
export const takeOut = async (
  core: BundleDeps,
  area: number,
  wanted: readonly { readonly table: string; readonly id: string }[],
): Promise<{ readonly found: ReadonlyMap<string, BaseRecord>; readonly change: BundleChange }> => {
  const { byKey } = await directoryOf(core, area);
  const places = byKey.size === 0 ? [] : wanted.flatMap(({ table, id }) => byKey.get(hashOf(table, id)) ?? []);
  const names = new Set(wanted.map(({ table, id }) => recordKey(table, id)));
  const found = new Map<string, BaseRecord>();
  const put: BundleRow[] = [];
  const gone: BundleKey[] = [];
  for (const { place, records } of await openAll(core, area, places)) {
    const left = records.filter(({ table, id }) => !names.has(recordKey(table, id)));
    if (left.length === records.length) continue;
    for (const record of records) if (!left.includes(record)) found.set(recordKey(record.table, record.id), record);
    if (left.length === 0) gone.push([area, place.t, place.n]);
    else put.push(await seal(core, area, place, left));
  }
  return { found, change: { put, gone, directory: [] } };
};

const charsOf = ({ registers }: BaseRecord): number =>
  Object.values(registers).reduce((sum, [value]) => sum + (typeof value === 'string' ? value.length : 8), 0);

/** Records in the order of their seqs, as bundles. */
const piecesOf = (records: readonly BaseRecord[]): readonly (readonly BaseRecord[])[] => {
  const pieces: BaseRecord[][] = [];
  const latest = new Map<string, { readonly piece: BaseRecord[]; chars: number }>();
  for (const record of records) {
    let last = latest.get(record.table);
    if (last === undefined || last.piece.length >= MAX_RECORDS || last.chars >= MAX_CHARS) {
      last = { piece: [], chars: 0 };
      latest.set(record.table, last);
      pieces.push(last.piece);
    }
    last.piece.push(record);
    last.chars += charsOf(record);
  }
  return pieces;
};

/** New records of an area as bundles, with the directory that names them. */
export const bundle = async (core: BundleDeps, area: number, records: readonly BaseRecord[]): Promise<BundleChange> => {
  const [first] = records;
  if (first === undefined) return NO_CHANGE;
  const pieces = piecesOf(records).map((piece) => ({
    place: { t: piece[0]?.table ?? '', n: piece[0]?.seq ?? 0 },
    piece,
  }));
  const entries = pieces.map(({ place: { t, n }, piece }) => ({
    t,
    n,
    keys: piece.map(({ id }) => hashOf(t, id)),
    months: t === 'activity' ? [...new Set(piece.flatMap(({ registers }) => monthsOfRegisters(registers)))] : [],
  }));
  const sealed = await core.sealer.seal('directories', `${area}.${first.seq}`, entries);
  const put = await Promise.all(pieces.map(({ place, piece }) => seal(core, area, place, piece)));
  return { put, gone: [], directory: [{ s: area, n: first.seq, sealed }] };
};
