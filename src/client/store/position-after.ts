/** Where a scope stands after a batch: while it is read, and once its head is reached. */
import { MAX_AHEAD_MS } from '#sync/stamp.ts';
import type { MergedRows } from './base.ts';
import type { Batch } from './batch.ts';
import type { PositionRow } from './database.ts';
import type { Overlay } from './overlay-after.ts';
import { beginAnew } from './shadow.ts';

/** How often a copy is fetched anew because its digest is not the server's. */
export const MAX_DIFFERS = 2;

export const positionAfter = (
  position: PositionRow,
  batch: Batch,
  { digest, seen, records: _records }: MergedRows,
  {
    digestDiffers,
    isWhole,
    overlay,
  }: { readonly digestDiffers: boolean; readonly isWhole: boolean; readonly overlay: Overlay },
): PositionRow => {
  const { acknowledged, finish } = batch;
  const ahead = batch.ackN > position.ackN;
  const refusedOnWire = [...batch.refusals.keys()].map((n) => n - position.shift);
  const common: PositionRow = {
    ...position,
    alias: batch.isOfToken ? acknowledged.alias : position.alias,
    epoch: acknowledged.epoch,
    ackN: Math.max(position.ackN, batch.ackN),
    ackH: ahead ? batch.ackH : position.ackH,
    xSeen: batch.isOfToken ? refusedOnWire.reduce((a, b) => Math.max(a, b), position.xSeen) : position.xSeen,
    size: Math.max(acknowledged.headSeq, finish?.seq ?? 0),
    gone: batch.rows.length > 0 || finish !== undefined ? '' : position.gone,
    seenMs: seen.ms,
    seenCtr: seen.ctr,
    ...clockAfter(position, batch, seen, overlay),
  };
  return finish === undefined
    ? whileReading(common, batch, digest)
    : atHead(common, batch, finish.seq, digest, digestDiffers, isWhole);
};

/** The replica's clock follows what it sees; one that had run ahead comes back once nothing bears its stamps any more. */
const clockAfter = (
  position: PositionRow,
  { acknowledged }: Batch,
  seen: MergedRows['seen'],
  { entries }: Overlay,
): Pick<PositionRow, 'ms' | 'ctr'> => {
  const isAhead = position.ms > acknowledged.serverNow + MAX_AHEAD_MS;
  if (isAhead && entries.length === 0) return seen;
  const isLater = seen.ms > position.ms || (seen.ms === position.ms && seen.ctr > position.ctr);
  return isLater ? seen : { ms: position.ms, ctr: position.ctr };
};

const whileReading = (position: PositionRow, batch: Batch, digest: number): PositionRow => {
  const last = batch.rows.at(-1)?.seq ?? 0;
  const { shadow } = position;
  if (shadow !== null) return { ...position, shadow: { ...shadow, at: Math.max(shadow.at, last), digest } };
  // Reading begins where the device stood at rest, and with it what the server's sweeping may not have passed.
  const gs = position.at === position.done ? batch.acknowledged.gcSeq : position.gs;
  return { ...position, gs, at: Math.max(position.at, last), digest };
};

const atHead = (
  position: PositionRow,
  { acknowledged }: Batch,
  seq: number,
  digest: number,
  digestDiffers: boolean,
  isWhole: boolean,
): PositionRow => {
  // A copy fetched anew is of the life that it came from: what an earlier one had forgotten says nothing about it.
  const gcSeq = position.shadow === null ? Math.max(position.gcSeq, acknowledged.gcSeq) : acknowledged.gcSeq;
  const differs = digestDiffers ? Math.min(position.differs + 1, MAX_DIFFERS + 1) : 0;
  const area = position.shadow?.area ?? position.area;
  const there: PositionRow = { ...position, done: seq, at: seq, gs: gcSeq, gcSeq, digest, differs };
  if (isWhole) return { ...there, area, shadow: null };
  return { ...there, ...beginAnew(there, { gs: gcSeq, otherEpoch: false }) };
};
