/** What became of a refused mutation elsewhere: somebody who may released it, or it was dropped. */
import type { BaseRecord } from './overlay.ts';

const isOver = (state: unknown): boolean => state === 'released' || state === 'dropped';

const placeOf = (alias: unknown, n: unknown): string => JSON.stringify([alias, n]);

/** Among conflict records, those that stand for held mutations: looked up by alias and number. */
export const heldAmong = (conflicts: Iterable<BaseRecord>): ((alias: number, n: number) => BaseRecord | undefined) => {
  const held = new Map<string, BaseRecord>();
  for (const record of conflicts) {
    const { kind, alias, n } = record.registers;
    if (kind?.[0] === 'held' || kind?.[0] === 'orphan') held.set(placeOf(alias?.[0], n?.[0]), record);
  }
  return (alias, n) => held.get(placeOf(alias, n));
};

export const isSettled = (record: BaseRecord | undefined): boolean => isOver(record?.registers['state']?.[0]);
