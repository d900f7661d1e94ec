/**
 * What one batch of an answer does to a scope: computed and sealed before the transaction that writes it.
 *
 * - Rows up to the commit mark become base, those after it stay staged, sealed.
 * - An own mutation leaves the overlay only at `e` of an answer whose header acknowledged it, and never when the digests
 *   differ. A refused one stays, with its problem.
 */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import type { Instruction, PartialRow, ReceivedRow } from '#sync/receiver.ts';
import { mergeRows, type MergedRows } from './base.ts';
import { entryPlace, recordPlace, type Core, type ScopeState, type ScopeWrite } from './core.ts';
import type { JournalRow, PositionRow, RecordRow, StagedRow } from './database.ts';
import { entriesByRecord, recordKey, viewOf, type BaseRecord, type Entry } from './overlay.ts';
import { StoredRow } from './sealing.ts';
import { monthsOfActivity } from './summary.ts';

export type Acknowledgement = Extract<Instruction, { readonly do: 'acknowledge' }>;

/** What arrived for a scope since it was last written. */
export interface Batch {
  readonly scope: Scope;
  readonly acknowledged: Acknowledgement;
  readonly refusals: ReadonlyMap<number, Problem>;
  readonly rows: readonly ReceivedRow[];
  /** The row that is still arriving in slices. */
  readonly part?: PartialRow;
  readonly commit?: number;
  readonly finish?: { readonly seq: number; readonly digest: number };
}

export interface ReceivePlan extends ScopeWrite {
  readonly position: PositionRow;
  /** Tables of which a record or its state looks different afterwards. */
  readonly tables: ReadonlySet<string>;
  readonly digestDiffers: boolean;
  /** Nothing is new, so nothing need be written. */
  readonly idle: boolean;
}

export const planReceiving = async (core: Core, state: ScopeState, batch: Batch, now: number): Promise<ReceivePlan> => {
  const { s } = state;
  const { commit, finish, acknowledged } = batch;
  const staged = commit === undefined ? [] : await openStaged(core, s);
  const committed = [...staged, ...batch.rows].filter((row) => commit !== undefined && row.seq <= commit);
  const left = batch.rows.filter((row) => commit === undefined || row.seq > commit);
  const merged = await mergeRows(core, state, committed);
  const digestDiffers = finish !== undefined && finish.digest !== merged.digest;

  const overlay = overlayAfter(state.entries, batch, now, finish !== undefined && !digestDiffers);
  const newlyAcknowledged = state.entries.filter(
    ({ mutation }) => mutation.n > state.position.ackN && mutation.n <= acknowledged.ackN,
  );
  const position = positionAfter(state.position, batch, merged);
  const changedEntries = [...overlay.dropped, ...overlay.refused];

  const sealed = {
    records: await sealRecords(core, s, merged),
    refused: await sealRefused(core, s, overlay.refused),
    rows: await sealRows(core, s, left),
    part: batch.part && (await core.sealer.seal('parts', String(s), batch.part)),
  };
  return {
    position,
    digestDiffers,
    entries: overlay.entries,
    records: merged.records.map(({ after }) => after),
    months: await monthsTouched(core, state, merged, overlay.entries, changedEntries),
    tables: new Set([
      ...merged.records.map(({ after }) => after.table),
      ...[...changedEntries, ...newlyAcknowledged].flatMap(({ mutation }) =>
        mutation.operations.map(([table]) => table),
      ),
    ]),
    idle:
      batch.rows.length === 0 &&
      batch.part === undefined &&
      commit === undefined &&
      changedEntries.length === 0 &&
      samePosition(position, state.position),
    write: async (database) => {
      await database.records.bulkPut(sealed.records);
      await database.journal.bulkPut(sealed.refused);
      await database.journal.bulkDelete(overlay.dropped.map((entry): [number, number] => [s, entry.mutation.n]));
      if (commit !== undefined) {
        await database.staged.where('[s+seq]').between([s, 0], [s, commit], true, true).delete();
      }
      await database.staged.bulkPut(sealed.rows);
      if (sealed.part !== undefined) await database.parts.put({ s, sealed: sealed.part });
      else if (batch.rows.length > 0 || finish !== undefined) await database.parts.delete(s);
    },
  };
};

const overlayAfter = (before: readonly Entry[], batch: Batch, at: number, atHead: boolean) => {
  const refused: Entry[] = [];
  const dropped: Entry[] = [];
  const entries: Entry[] = [];
  for (const entry of before) {
    const problem = batch.refusals.get(entry.mutation.n);
    if (entry.refusal === undefined && problem !== undefined) {
      const marked: Entry = { mutation: entry.mutation, refusal: { problem, at } };
      refused.push(marked);
      entries.push(marked);
    } else if (entry.refusal === undefined && atHead && entry.mutation.n <= batch.acknowledged.ackN) {
      dropped.push(entry);
    } else {
      entries.push(entry);
    }
  }
  return { refused, dropped, entries };
};

const positionAfter = (position: PositionRow, batch: Batch, merged: MergedRows): PositionRow => {
  const { acknowledged, finish } = batch;
  return {
    ...position,
    alias: acknowledged.alias,
    epoch: acknowledged.epoch,
    gcSeq: acknowledged.gcSeq,
    ackN: Math.max(position.ackN, acknowledged.ackN),
    xSeen: Math.max(position.xSeen, ...batch.refusals.keys()),
    at: finish?.seq ?? Math.max(position.at, batch.rows.at(-1)?.seq ?? 0),
    done: finish?.seq ?? position.done,
    digest: merged.digest,
    ...merged.stamp,
  };
};

const POSITION_FIELDS = ['alias', 'epoch', 'gcSeq', 'ackN', 'xSeen', 'at', 'done', 'digest', 'ms', 'ctr'] as const;
const samePosition = (a: PositionRow, b: PositionRow): boolean =>
  POSITION_FIELDS.every((field) => a[field] === b[field]);

/** The months in which a touched activity was listed, and those in which it will be. */
const monthsTouched = async (
  core: Core,
  state: ScopeState,
  merged: MergedRows,
  entriesAfter: readonly Entry[],
  changedEntries: readonly Entry[],
): Promise<ReadonlySet<string>> => {
  const mergedById = new Map(
    merged.records
      .filter(({ after }) => after.table === 'activity')
      .map((record) => [record.after.id, record] as const),
  );
  const ids = new Set(mergedById.keys());
  for (const { mutation } of changedEntries) {
    for (const [table, id] of mutation.operations) if (table === 'activity') ids.add(id);
  }

  const byRecordAfter = entriesByRecord(entriesAfter);
  const months = new Set<string>();
  for (const id of ids) {
    const key = recordKey('activity', id);
    const known = mergedById.get(id);
    const before = known === undefined ? await core.base(state, 'activity', id) : known.before;
    const shown = [
      viewOf(before, state.byRecord.get(key) ?? [], 'activity', id),
      viewOf(known?.after ?? before, byRecordAfter.get(key) ?? [], 'activity', id),
    ];
    for (const { values } of shown) {
      for (const month of monthsOfActivity(values)) months.add(`${state.s}|${month}`);
    }
  }
  return months;
};

const baseMonths = (s: number, record: BaseRecord): readonly string[] =>
  record.table === 'activity'
    ? monthsOfActivity(viewOf(record, [], record.table, record.id).values).map((month) => `${s}|${month}`)
    : [];

const sealRecords = (core: Core, s: number, merged: MergedRows): Promise<readonly RecordRow[]> =>
  Promise.all(
    merged.records.map(async ({ k, after }) => ({
      s,
      t: after.table,
      k,
      seq: after.seq,
      m: baseMonths(s, after),
      sealed: await core.sealer.seal(after.table, recordPlace(s, k), { id: after.id, registers: after.registers }),
    })),
  );

const sealRefused = (core: Core, s: number, entries: readonly Entry[]): Promise<readonly JournalRow[]> =>
  Promise.all(
    entries.map(async (entry) => ({
      s,
      n: entry.mutation.n,
      state: 'held' as const,
      sealed: await core.sealer.seal('journal', entryPlace(s, entry.mutation.n), entry),
    })),
  );

const sealRows = (core: Core, s: number, rows: readonly ReceivedRow[]): Promise<readonly StagedRow[]> =>
  Promise.all(
    rows.map(async (row) => ({
      s,
      seq: row.seq,
      sealed: await core.sealer.seal('staged', entryPlace(s, row.seq), row),
    })),
  );

const openStaged = async (core: Core, s: number): Promise<readonly ReceivedRow[]> => {
  const rows = await core.database.staged.where('s').equals(s).sortBy('seq');
  const opened = await Promise.all(
    rows.map((row) => core.sealer.open('staged', entryPlace(s, row.seq), row.sealed, StoredRow)),
  );
  return opened.flatMap((row) => (row === undefined ? [] : [row]));
};
