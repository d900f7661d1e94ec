/**
 * What one batch of an answer does to a scope: computed and sealed before the transaction that writes it.
 *
 * - Rows up to the commit mark become base, or part of the shadow; those after it stay staged, sealed.
 * - An own mutation leaves the overlay only at `e` of an answer whose header acknowledged it, and never when the digests
 *   differ. A refused one stays, with its problem. What left the overlay stays in the journal as `sent`.
 * - At `e` tombstones that the server has swept go here too; a shadow that is whole takes the old copy's place.
 */
import type { ReceivedRow } from '#sync/receiver.ts';
import type { Batch } from './batch.ts';
import { mergeRows, tombstonesOf, withoutTombstones, type MergedRows, type Tombstone } from './base.ts';
import { clearArea } from './areas.ts';
import { entryPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import type { JournalRow, PositionRow, StagedRow } from './database.ts';
import { bundle } from './bundles.ts';
import { entriesByRecord, recordKey, viewOf, type Entry } from './overlay.ts';
import { overlayAfter } from './overlay-after.ts';
import { MAX_DIFFERS, positionAfter } from './position-after.ts';
import { StoredRow } from './sealing.ts';
import { targetOf, type Target } from './shadow.ts';
import { monthsOfActivity } from './listed-months.ts';
import { changeBundles, monthsOfBase, putPiecewise, sealRecords } from './write-records.ts';

export interface ReceivePlan extends ScopeWrite {
  readonly position: PositionRow;
  /** Tables of which a record or its state looks different afterwards; `*` for all. */
  readonly tables: ReadonlySet<string>;
  readonly digestDiffers: boolean;
  /** Whether rows may be staged afterwards. */
  readonly leavesStaged: boolean;
  /** Nothing is new, so nothing need be written. */
  readonly idle: boolean;
}

/** Acknowledged mutations that are kept in the journal when no backup is ever told of. */
const MAX_SENT = 2_000;

export const planReceiving = async (core: Core, state: ScopeState, batch: Batch, now: number): Promise<ReceivePlan> => {
  const { s, position: before } = state;
  const { commit, finish, acknowledged } = batch;
  const target = targetOf(before);
  const hasStaged = target.at > 0 && !core.unstaged.has(target.area);
  const staged = commit === undefined || !hasStaged ? [] : await openStaged(core, target.area);
  const committed = [...staged, ...batch.rows].filter((row) => commit !== undefined && row.seq <= commit);
  const left = batch.rows.filter((row) => commit === undefined || row.seq > commit);
  const merged = await mergeRows(core, target, committed);

  const inShadow = before.shadow !== null;
  const sweeps = finish !== undefined && !inShadow && acknowledged.gcSeq > before.gcSeq;
  const swept = sweeps ? await tombstonesOf(core, target, acknowledged.gcSeq, merged.records) : [];
  const digest = withoutTombstones(merged.digest, swept);
  const digestDiffers = finish !== undefined && finish.digest !== digest;
  // A copy that was just fetched whole is what the server has, whatever its digest says.
  const isWhole = finish !== undefined && (!digestDiffers || inShadow || before.differs >= MAX_DIFFERS);

  const shown = inShadow && !isWhole ? [] : merged.records;
  const conflicts = shown.filter(({ after }) => after.table === 'conflict').map(({ after }) => after);
  const overlay = overlayAfter(state, batch, now, isWhole, conflicts);
  const newlyAcknowledged = state.entries.filter(({ n }) => n > before.ackN && n <= batch.ackN);
  const position = positionAfter(before, batch, { ...merged, digest }, { digestDiffers, isWhole, overlay });
  const changedEntries = [...overlay.dropped, ...overlay.refused, ...overlay.settled];
  const swaps = position.area !== before.area;

  const sealed = {
    records: await sealRecords(core, target.area, merged),
    bundles: await bundle(
      core,
      target.area,
      merged.records.flatMap(({ k, after }) => (k === undefined ? [after] : [])),
    ),
    refused: await sealRefused(core, s, overlay.refused),
    rows: await sealRows(core, target.area, left),
    part: batch.part && (await core.sealer.seal('parts', String(target.area), batch.part)),
  };
  const tables = new Set([
    ...shown.map(({ after }) => after.table),
    ...swept.map(({ record }) => record.table),
    ...[...changedEntries, ...newlyAcknowledged].flatMap(({ mutation }) => mutation.operations.map(([table]) => table)),
  ]);
  const gone: readonly [number, number][] = [
    ...overlay.settled.map((entry): [number, number] => [s, entry.n]),
    ...(await noLongerKept(
      core,
      s,
      before,
      batch.isOfToken ? acknowledged.safeN : 0,
      overlay.dropped,
      finish !== undefined,
    )),
  ];
  return {
    position,
    digestDiffers,
    entries: overlay.entries,
    records: inShadow ? [] : merged.records.map(({ after }) => after),
    forgotten: swept.map(({ record }) => record),
    ...(await monthsTouched(core, state, { ...merged, records: inShadow ? [] : merged.records }, swept, {
      after: overlay.entries,
      changed: changedEntries,
    })),
    tables: swaps ? new Set(['*']) : tables,
    leavesStaged: left.length > 0 || (commit === undefined ? hasStaged : staged.some(({ seq }) => seq > commit)),
    idle:
      batch.rows.length === 0 &&
      batch.part === undefined &&
      commit === undefined &&
      changedEntries.length === 0 &&
      gone.length === 0 &&
      samePosition(position, before),
    write: async (database) => {
      await putPiecewise(database.records, sealed.records);
      await changeBundles(core, database, target.area, [merged.bundles, sealed.bundles]);
      await database.records.bulkDelete(swept.map(({ key }) => key));
      await database.journal.bulkPut(sealed.refused);
      await keepAsSent(database.journal, s, overlay.dropped);
      await database.journal.bulkDelete([...gone]);
      if (commit !== undefined && hasStaged) {
        await database.staged.where('[s+seq]').between([target.area, 0], [target.area, commit], true, true).delete();
      }
      await database.staged.bulkPut(sealed.rows);
      if (sealed.part !== undefined) await database.parts.put({ s: target.area, sealed: sealed.part });
      else if (batch.rows.length > 0 || finish !== undefined) await database.parts.delete(target.area);
      if (swaps) await clearArea(database, before.area);
      if (position.shadow === null && before.shadow !== null && !swaps) await clearArea(database, before.shadow.area);
    },
  };
};

const keepAsSent = async (
  journal: Parameters<ScopeWrite['write']>[0]['journal'],
  s: number,
  dropped: readonly Entry[],
): Promise<void> => {
  const rows = await journal.bulkGet(dropped.map(({ n }): [number, number] => [s, n]));
  await journal.bulkPut(rows.flatMap((row) => (row === undefined ? [] : [{ ...row, state: 'sent' as const }])));
};

/** Acknowledged mutations that a finished backup contains, and the oldest beyond what is kept in any case. */
const noLongerKept = async (
  core: Core,
  s: number,
  { shift }: PositionRow,
  safeN: number,
  dropped: readonly Entry[],
  atEnd: boolean,
): Promise<readonly [number, number][]> => {
  if (!atEnd || (safeN === 0 && dropped.length === 0)) return [];
  const keys = await core.database.journal.where('[s+state]').equals([s, 'sent']).primaryKeys();
  const sorted = [...keys].sort((a, b) => a[1] - b[1]);
  const tooMany = sorted.slice(0, Math.max(0, sorted.length + dropped.length - MAX_SENT));
  return safeN === 0 ? tooMany : [...new Set([...tooMany, ...sorted.filter(([, n]) => n <= shift + safeN)])];
};

const POSITION_FIELDS = [
  'alias',
  'epoch',
  'gcSeq',
  'gs',
  'ackN',
  'xSeen',
  'at',
  'done',
  'area',
  'digest',
  'ms',
  'ctr',
  'size',
  'differs',
  'gone',
] as const;
const samePosition = (a: PositionRow, b: PositionRow): boolean =>
  POSITION_FIELDS.every((field) => a[field] === b[field]) &&
  a.shadow?.area === b.shadow?.area &&
  a.shadow?.at === b.shadow?.at;

/** The activities that are touched, the months in which they were listed, and those in which they will be. */
const monthsTouched = async (
  core: Core,
  state: ScopeState,
  merged: MergedRows,
  swept: readonly Tombstone[],
  entries: { readonly after: readonly Entry[]; readonly changed: readonly Entry[] },
): Promise<Required<Pick<ScopeWrite, 'months' | 'activities'>>> => {
  const mergedById = new Map(
    merged.records
      .filter(({ after }) => after.table === 'activity')
      .map((record) => [record.after.id, record] as const),
  );
  const ids = new Set([...mergedById.keys(), ...swept.map(({ record }) => record.id)]);
  for (const { mutation } of entries.changed) {
    for (const [table, id] of mutation.operations) if (table === 'activity') ids.add(id);
  }

  const { position } = state;
  const byRecordAfter = entriesByRecord(entries.after);
  const months = new Set<string>();
  for (const id of ids) {
    const key = recordKey('activity', id);
    const known = mergedById.get(id);
    const isAlone = known !== undefined && !state.byRecord.has(key) && !byRecordAfter.has(key);
    if (isAlone && known.before === undefined) {
      for (const month of monthsOfBase(position.area, known.after)) months.add(month);
      continue;
    }
    const before = known === undefined ? await core.base(state, 'activity', id) : known.before;
    const shown = [
      viewOf(before, state.byRecord.get(key) ?? [], 'activity', id, position),
      viewOf(known?.after ?? before, byRecordAfter.get(key) ?? [], 'activity', id, position),
    ];
    for (const { values } of shown) {
      for (const month of monthsOfActivity(values)) months.add(`${position.area}|${month}`);
    }
  }
  return { months, activities: [...ids] };
};

const sealRefused = (core: Core, s: number, entries: readonly Entry[]): Promise<readonly JournalRow[]> =>
  Promise.all(
    entries.map(async ({ n, mutation, refusal }) => ({
      s,
      n,
      state: 'held' as const,
      sealed: await core.sealer.seal('journal', entryPlace(s, n), { mutation, refusal }),
    })),
  );

const sealRows = (core: Core, area: number, rows: readonly ReceivedRow[]): Promise<readonly StagedRow[]> =>
  Promise.all(
    rows.map(async ({ table, id, seq, full, registers }) => ({
      s: area,
      seq,
      sealed: await core.sealer.seal('staged', entryPlace(area, seq), { table, id, seq, full, registers }),
    })),
  );

const openStaged = async (core: Core, area: Target['area']): Promise<readonly ReceivedRow[]> => {
  const rows = await core.database.staged.where('[s+seq]').between([area, 0], [area, Infinity], true, true).toArray();
  const opened = await Promise.all(
    rows.map((row) => core.sealer.open('staged', entryPlace(area, row.seq), row.sealed, StoredRow)),
  );
  return opened.flatMap((row) => (row === undefined ? [] : [{ ...row, echoes: [] }]));
};
