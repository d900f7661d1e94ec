/**
 * A scope fetched anew into an area of its own while the old copy stays in use. It takes the old one's place in one
 * transaction once it is whole; a cut costs nothing, because its positions are kept like the others.
 */
import type { Stamp } from '#sync/stamp.ts';
import { clearArea, nextArea } from './areas.ts';
import type { PositionRow, ShadowRow, SlotDatabase } from './database.ts';

/** Where rows go that arrive now. */
export interface Target {
  readonly area: number;
  readonly done: number;
  readonly at: number;
  readonly gs: number;
  readonly digest: number;
  readonly seen: Stamp;
}

export const targetOf = (position: PositionRow): Target => {
  const seen: Stamp = { ms: position.seenMs, ctr: position.seenCtr };
  const { shadow } = position;
  if (shadow !== null) return { ...shadow, done: 0, seen };
  const { area, done, at, gs, digest } = position;
  return { area, done, at, gs, digest, seen };
};

export const isEmpty = ({ done, at, shadow }: PositionRow): boolean => done === 0 && at === 0 && shadow === null;

/** The position that begins anew from nothing; a copy that holds nothing needs no other beside it. */
export const beginAnew = (
  position: PositionRow,
  { gs, otherEpoch }: Pick<ShadowRow, 'gs' | 'otherEpoch'>,
): Pick<PositionRow, 'areas' | 'shadow' | 'gs'> => {
  const { areas } = position;
  if (isEmpty(position)) return { areas, shadow: null, gs };
  const area = nextArea(position);
  return { areas: areas + 1, shadow: { area, at: 0, gs, digest: 0, otherEpoch }, gs: position.gs };
};

/** To be called inside the transaction that begins anew. */
export const clearShadow = async (database: SlotDatabase, { shadow }: PositionRow): Promise<void> => {
  if (shadow !== null) await clearArea(database, shadow.area);
};

/** What the person edits now was seen in a copy whose numbers mean nothing to the server. */
export const seesOtherEpoch = ({ shadow }: PositionRow): boolean => shadow?.otherEpoch === true;
