/** Rows of committed groups merged into an area, with the digest and the clock that follow from them. */
import { DELETED } from '#domain/change.ts';
import { addDigests, digestOfRegister, subtractDigest } from '#sync/digest.ts';
import type { ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { laterStamp, type Stamp } from '#sync/stamp.ts';
import { ofArea } from './areas.ts';
import { NO_CHANGE, takeOut, type BundleChange } from './bundles.ts';
import type { Core } from './core.ts';
import { recordKey, type BaseRecord } from './overlay.ts';

export interface MergedRecord {
  /** Under which it stands in a row of its own; a new one goes into a bundle. */
  readonly k: string | undefined;
  readonly before: BaseRecord | undefined;
  readonly after: BaseRecord;
}

export interface MergedRows {
  readonly records: readonly MergedRecord[];
  readonly digest: number;
  /** The latest stamp that the base holds. */
  readonly seen: Stamp;
  /** Bundles that lose a record. */
  readonly bundles: BundleChange;
}

export interface Area {
  readonly area: number;
  readonly done: number;
  readonly digest: number;
  readonly seen: Stamp;
}

const NONE: Readonly<Record<string, Register>> = {};

const without = (digest: number, record: BaseRecord, registers: Readonly<Record<string, Register>>): number => {
  let left = digest;
  for (const [field, register] of Object.entries(registers))
    left = subtractDigest(left, digestOfRegister(record.table, record.id, field, register));
  return left;
};

/** The base after one row, and how the digest and the clock move. The server has decided: what it sends is the later. */
const applyRow = (before: BaseRecord | undefined, row: ReceivedRow, digest: number, seen: Stamp) => {
  const old = before?.registers ?? NONE;
  let nextDigest = digest;
  let nextSeen = seen;
  if (before !== undefined) {
    const replaced = row.full
      ? old
      : Object.fromEntries(Object.entries(old).filter(([field]) => Object.hasOwn(row.registers, field)));
    nextDigest = without(nextDigest, before, replaced);
  }
  for (const [field, register] of Object.entries(row.registers)) {
    nextDigest = addDigests(nextDigest, digestOfRegister(row.table, row.id, field, register));
    nextSeen = laterStamp(nextSeen, { ms: register[1], ctr: register[2] });
  }
  const registers = row.full ? row.registers : { ...old, ...row.registers };
  const after: BaseRecord = { table: row.table, id: row.id, seq: row.seq, registers };
  return { after, digest: nextDigest, seen: nextSeen };
};

const isDeleted = ({ registers }: ReceivedRow): boolean => registers[DELETED]?.[0] === true;

/**
 * Whether nothing can be stored of a row: in an area that is filled from nothing each record comes once, but for one that
 * changed after the filling began. Looking for it would take longer than writing it.
 */
const newIn =
  (core: Core, { area, done }: Area) =>
  (row: ReceivedRow): boolean =>
    done === 0 && row.seq <= (core.fillingTo.get(area) ?? 0) && !isDeleted(row);

interface Stored {
  /** The name under which a record stands by itself, and what is stored of it; by `recordKey`. */
  readonly names: ReadonlyMap<string, string>;
  readonly opened: ReadonlyMap<string, BaseRecord | undefined>;
  readonly bundles: BundleChange;
}

const storedOf = async (core: Core, { area }: Area, rows: readonly ReceivedRow[]): Promise<Stored> => {
  if (rows.length === 0) return { names: new Map(), opened: new Map(), bundles: NO_CHANGE };
  const named = await Promise.all(
    rows.map(async ({ table, id }) => ({ table, id, k: await core.sealer.keyOf(recordKey(table, id)) })),
  );
  const found = await core.database.records.bulkGet(
    named.map(({ table, k }): [number, string, string] => [area, table, k]),
  );
  const opened = new Map<string, BaseRecord | undefined>();
  for (const [index, row] of found.entries()) {
    const name = named[index];
    if (row !== undefined && name !== undefined) opened.set(recordKey(name.table, name.id), await core.openRecord(row));
  }
  const bundled = await takeOut(
    core,
    area,
    named.filter((_name, index) => found[index] === undefined),
  );
  for (const [key, record] of bundled.found) opened.set(key, record);
  const names = new Map(named.map(({ table, id, k }) => [recordKey(table, id), k] as const));
  return { names, opened, bundles: bundled.change };
};

export const mergeRows = async (core: Core, from: Area, rows: readonly ReceivedRow[]): Promise<MergedRows> => {
  const isNew = newIn(core, from);
  const { names, opened, bundles } = await storedOf(
    core,
    from,
    rows.filter((row) => !isNew(row)),
  );
  const merged = new Map<string, MergedRecord>();
  let { digest, seen } = from;
  for (const row of rows) {
    const key = recordKey(row.table, row.id);
    const earlier = merged.get(key);
    const before = earlier === undefined ? opened.get(key) : earlier.before;
    const applied = applyRow(earlier?.after ?? before, row, digest, seen);
    ({ digest, seen } = applied);
    merged.set(key, { k: names.get(key), before, after: applied.after });
  }
  return { records: [...merged.values()], digest, seen, bundles };
};

/** A record that the server no longer holds: deleted, and so long ago that every device knew. */
export interface Tombstone {
  readonly key: [number, string, string];
  readonly record: BaseRecord;
}

/** The tombstones of an area up to the server's GC mark, as they stand once `merged` is written. */
export const tombstonesOf = async (
  core: Core,
  { area }: Pick<Area, 'area'>,
  gcSeq: number,
  merged: readonly MergedRecord[],
): Promise<readonly Tombstone[]> => {
  const later = new Map(merged.map(({ k, after }) => [`${after.table}|${k}`, after]));
  const rows = await ofArea(core.database.records, area)
    .filter((row) => row.seq <= gcSeq)
    .toArray();
  const stored = await Promise.all(
    rows.map(async (row) => ({
      key: [row.s, row.t, row.k] satisfies [number, string, string],
      record: later.get(`${row.t}|${row.k}`) ?? (await core.openRecord(row)),
    })),
  );
  return stored.flatMap(({ key, record }) =>
    record !== undefined && record.seq <= gcSeq && record.registers[DELETED]?.[0] === true ? [{ key, record }] : [],
  );
};

export const withoutTombstones = (digest: number, tombstones: readonly Tombstone[]): number =>
  tombstones.reduce((left, { record }) => without(left, record, record.registers), digest);
