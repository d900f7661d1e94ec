/** Rows of committed groups merged into an area, with the digest and the clock that follow from them. */
import { DELETED } from '#domain/change.ts';
import { addDigests, digestOfRegister, subtractDigest } from '#sync/digest.ts';
import type { ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { laterStamp, type Stamp } from '#sync/stamp.ts';
import { ofArea } from './areas.ts';
import type { Core } from './core.ts';
import { recordKey, type BaseRecord } from './overlay.ts';

export interface MergedRecord {
  readonly k: string;
  readonly before: BaseRecord | undefined;
  readonly after: BaseRecord;
}

export interface MergedRows {
  readonly records: readonly MergedRecord[];
  readonly digest: number;
  /** The latest stamp that the base holds. */
  readonly seen: Stamp;
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

/**
 * What the area holds of these rows. Of one that is filled from nothing no record is looked for that has not changed since
 * the filling began, because each comes once: looking would take longer than writing.
 */
const storedOf = async (
  core: Core,
  { area, done }: Area,
  rows: readonly ReceivedRow[],
  names: readonly string[],
): Promise<readonly (BaseRecord | undefined)[]> => {
  const began = done === 0 ? (core.fillingTo.get(area) ?? 0) : 0;
  const wanted = rows.flatMap((row, index) => (row.seq > began ? [index] : []));
  if (wanted.length === 0) return [];
  const keys = wanted.map((index): [number, string, string] => [area, rows[index]?.table ?? '', names[index] ?? '']);
  const found = await core.database.records.bulkGet(keys);
  const opened: (BaseRecord | undefined)[] = [];
  for (const [position, index] of wanted.entries()) {
    const row = found[position];
    opened[index] = row && (await core.openRecord(row));
  }
  return opened;
};

export const mergeRows = async (core: Core, from: Area, rows: readonly ReceivedRow[]): Promise<MergedRows> => {
  const names = await Promise.all(rows.map((row) => core.sealer.keyOf(recordKey(row.table, row.id))));
  const opened = await storedOf(core, from, rows, names);

  const merged = new Map<string, MergedRecord>();
  let { digest, seen } = from;
  for (const [index, row] of rows.entries()) {
    const key = recordKey(row.table, row.id);
    const earlier = merged.get(key);
    const before = earlier?.after ?? opened[index];
    const applied = applyRow(before, row, digest, seen);
    ({ digest, seen } = applied);
    merged.set(key, {
      k: names[index] ?? '',
      before: earlier === undefined ? opened[index] : earlier.before,
      after: applied.after,
    });
  }
  return { records: [...merged.values()], digest, seen };
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
