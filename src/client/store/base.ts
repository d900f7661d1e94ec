/** Rows of committed groups merged into the base, with the digest and the clock that follow from them. */
import { addDigests, digestOfRegister, subtractDigest } from '#sync/digest.ts';
import type { ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { laterStamp, type Stamp } from '#sync/stamp.ts';
import type { Core, ScopeState } from './core.ts';
import { recordKey, type BaseRecord } from './overlay.ts';

export interface MergedRecord {
  readonly k: string;
  readonly before: BaseRecord | undefined;
  readonly after: BaseRecord;
}

export interface MergedRows {
  readonly records: readonly MergedRecord[];
  readonly digest: number;
  readonly stamp: Stamp;
}

const NONE: Readonly<Record<string, Register>> = {};

/** The base after one row, and how the digest and the clock move. The server has decided: what it sends is the later. */
const applyRow = (before: BaseRecord | undefined, row: ReceivedRow, digest: number, stamp: Stamp) => {
  const old = before?.registers ?? NONE;
  const replaced = row.full
    ? old
    : Object.fromEntries(
        Object.keys(row.registers).flatMap((field) => (old[field] === undefined ? [] : [[field, old[field]]])),
      );
  let nextDigest = digest;
  let nextStamp = stamp;
  for (const [field, register] of Object.entries(replaced)) {
    nextDigest = subtractDigest(nextDigest, digestOfRegister(row.table, row.id, field, register));
  }
  for (const [field, register] of Object.entries(row.registers)) {
    nextDigest = addDigests(nextDigest, digestOfRegister(row.table, row.id, field, register));
    nextStamp = laterStamp(nextStamp, { ms: register[1], ctr: register[2] });
  }
  const registers = row.full ? row.registers : { ...old, ...row.registers };
  const after: BaseRecord = { table: row.table, id: row.id, seq: row.seq, registers };
  return { after, digest: nextDigest, stamp: nextStamp };
};

export const mergeRows = async (core: Core, state: ScopeState, rows: readonly ReceivedRow[]): Promise<MergedRows> => {
  const names = await Promise.all(rows.map((row) => core.sealer.keyOf(recordKey(row.table, row.id))));
  const keys = rows.map((row, index): [number, string, string] => [state.s, row.table, names[index] ?? '']);
  const stored = keys.length === 0 ? [] : await core.database.records.bulkGet(keys);
  const opened = await Promise.all(stored.map(async (row) => row && core.openRecord(row)));

  const merged = new Map<string, MergedRecord>();
  let digest = state.position.digest;
  let stamp: Stamp = { ms: state.position.ms, ctr: state.position.ctr };
  for (const [index, row] of rows.entries()) {
    const key = recordKey(row.table, row.id);
    const earlier = merged.get(key);
    const before = earlier?.after ?? opened[index];
    const applied = applyRow(before, row, digest, stamp);
    ({ digest, stamp } = applied);
    merged.set(key, {
      k: names[index] ?? '',
      before: earlier === undefined ? opened[index] : earlier.before,
      after: applied.after,
    });
  }
  return { records: [...merged.values()], digest, stamp };
};
