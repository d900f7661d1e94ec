/** Records as rows and bundles: sealed before the transaction that writes them, and written in it. */
import type { MergedRows } from './base.ts';
import type { BundleChange } from './bundles.ts';
import { recordPlace, type Core } from './core.ts';
import type { RecordRow, SlotDatabase } from './database.ts';
import type { BaseRecord } from './overlay.ts';
import { monthsOfRegisters } from './listed-months.ts';

const PUT_AT_ONCE = 100;

/** `<area>|2024-11` for every month in which a record is listed. */
export const monthsOfBase = (area: number, { table, registers }: BaseRecord): readonly string[] =>
  table === 'activity' ? monthsOfRegisters(registers).map((month) => `${area}|${month}`) : [];

/** Those that stand in rows of their own. */
export const sealRecords = async (core: Core, area: number, { records }: MergedRows): Promise<readonly RecordRow[]> => {
  const rows = await Promise.all(
    records.map(async ({ k, after }): Promise<RecordRow | undefined> => {
      if (k === undefined) return undefined;
      const { table: t, id, seq, registers } = after;
      const sealed = await core.sealer.seal(t, recordPlace(area, k), { id, registers });
      return { s: area, t, k, seq, m: monthsOfBase(area, after), sealed };
    }),
  );
  return rows.filter((row) => row !== undefined);
};

/** Handed over in pieces, so that the screen may move in between; each while the database is at work on the one before. */
export const putPiecewise = async (records: SlotDatabase['records'], rows: readonly RecordRow[]): Promise<void> => {
  let before: PromiseLike<unknown> | undefined;
  for (let from = 0; from < rows.length; from += PUT_AT_ONCE) {
    const next = records.bulkPut(rows.slice(from, from + PUT_AT_ONCE));
    await before;
    before = next;
  }
  await before;
};

export const changeBundles = async (
  core: Core,
  { bundles, directories }: SlotDatabase,
  area: number,
  changes: readonly BundleChange[],
): Promise<void> => {
  for (const { put, gone, directory } of changes) {
    if (put.length > 0) await bundles.bulkPut(put);
    if (gone.length > 0) await bundles.bulkDelete([...gone]);
    if (directory.length === 0) continue;
    await directories.bulkPut(directory);
    core.directories.delete(area);
  }
};
