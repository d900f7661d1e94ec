/** Rows of committed groups merged into an area, with the digest and the clock that follow from them. */
import { DELETED } from '#domain/change.ts';
import { addDigests, digestOfRegister, subtractDigest } from '#sync/digest.ts';
import type { ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { laterStamp, type Stamp } from '#sync/stamp.ts';
import { ofArea } from './areas.ts';
import type { Batch } from './batch.ts';
import type { Core } from './core.ts';
import { fillingOf, sealNewRow, type NewRow } from './new-rows.ts';
import { recordKey, type BaseRecord } from './overlay.ts';

export interface MergedRecord {
  readonly k: string;
  readonly before: BaseRecord | undefined;
  readonly after: BaseRecord;
  /** As it was sealed when it arrived, if nothing can have been stored of it. */
  readonly asNew?: NewRow;
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

/** What the area holds of these rows, but for the new ones: looking for those would take longer than writing them. */
const storedOf = async (
  core: Core,
  { area }: Area,
  rows: readonly ReceivedRow[],
  names: readonly string[],
  fresh: readonly (NewRow | undefined)[],
): Promise<readonly (BaseRecord | undefined)[]> => {
  const wanted = rows.flatMap((_row, index) => (fresh[index] === undefined ? [index] : []));
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

/** Of each row that is new what it is sealed as: already, if it was meant for this area. */
const newOnes = (core: Core, { area, done }: Area, rows: readonly ReceivedRow[], sealed: Batch['sealed']) => {
  const { upTo } = fillingOf(core, area, done);
  return Promise.all(
    rows.map(async (row) => {
      if (row.seq > upTo) return undefined;
      const known = await sealed.get(row);
      return known?.area === area ? known : sealNewRow(core, area, row);
    }),
  );
};

export const mergeRows = async (
  core: Core,
  from: Area,
  rows: readonly ReceivedRow[],
  sealed: Batch['sealed'],
): Promise<MergedRows> => {
  const fresh = await newOnes(core, from, rows, sealed);
  const names = await Promise.all(
    rows.map(async (row, index) => fresh[index]?.k ?? (await core.sealer.keyOf(recordKey(row.table, row.id)))),
  );
  const opened = await storedOf(core, from, rows, names, fresh);

  const merged = new Map<string, MergedRecord>();
  let { digest, seen } = from;
  for (const [index, row] of rows.entries()) {
    const key = recordKey(row.table, row.id);
    const k = names[index] ?? '';
    const earlier = merged.get(key);
    const asNew = earlier === undefined ? fresh[index] : undefined;
    if (asNew !== undefined) {
      digest = addDigests(digest, asNew.digest);
      seen = laterStamp(seen, asNew.seen);
      merged.set(key, { k, before: undefined, after: row, asNew });
      continue;
    }
    const applied = applyRow(earlier?.after ?? opened[index], row, digest, seen);
    ({ digest, seen } = applied);
    merged.set(key, { k, before: earlier === undefined ? opened[index] : earlier.before, after: applied.after });
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
