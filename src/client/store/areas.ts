/** Where a scope's rows stand: under a number of its own, so that a copy can be filled beside the one in use. */
import type { PositionRow, SlotDatabase } from './database.ts';

/** Of a scope that begins. */
export const emptyPosition = {
  areas: 0,
  shadow: null,
  alias: 0,
  epoch: '',
  done: 0,
  at: 0,
  gs: 0,
  gcSeq: 0,
  digest: 0,
  ackN: 0,
  ackH: 0,
  lastN: 0,
  lastH: 0,
  shift: 0,
  xSeen: 0,
  receiptN: 0,
  size: 0,
  ms: 0,
  ctr: 0,
  seenMs: 0,
  seenCtr: 0,
  differs: 0,
  gone: '',
  version: 0,
} as const;

/** Of each scope its own, so that two tabs never take the same one for two scopes. */
export const nextArea = ({ s, areas }: PositionRow): number => s * 1_000_000 + areas + 1;

/** After every text that a key may hold. */
const LAST = '\uffff';

/** The records of an area, or of one table in it. */
export const ofArea = (records: SlotDatabase['records'], area: number, table?: string) =>
  records.where('[s+t+k]').between([area, table ?? '', ''], [area, table ?? LAST, LAST], true, true);

/** All keys of an area that number its rows, and those of a table in it. */
export const areaKeys = (area: number): [[number, number], [number, number]] => [
  [area, 0],
  [area, Infinity],
];
export const tableKeys = (area: number, table: string): [[number, string, number], [number, string, number]] => [
  [area, table, 0],
  [area, table, Infinity],
];

/** Everything that stands under an area; to be called inside a transaction. */
export const clearArea = async (database: SlotDatabase, area: number): Promise<void> => {
  const { records, bundles, directories, staged, parts, summaries } = database;
  await ofArea(records, area).delete();
  await bundles.where('[s+t+n]').between([area, '', 0], [area, LAST, Infinity], true, true).delete();
  await directories
    .where('[s+n]')
    .between(...areaKeys(area), true, true)
    .delete();
  await staged.where('[s+seq]').between([area, 0], [area, Infinity], true, true).delete();
  await parts.delete(area);
  await summaries.where('[s+m]').between([area, ''], [area, LAST], true, true).delete();
};

/** The key of a stored summary from its name in memory, `<area>|2024-11`. */
export const monthKey = (month: string): [number, string] => {
  const bar = month.indexOf('|');
  return [Number(month.slice(0, bar)), month.slice(bar + 1)];
};
