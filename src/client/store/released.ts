/** What became of a refused mutation elsewhere: somebody who may released it, or it was dropped. */
import type { BaseRecord } from './overlay.ts';

const isOver = (state: unknown): boolean => state === 'released' || state === 'dropped';

/** The conflict record that stands for a held mutation, among these. */
export const conflictOfHeld = (alias: number, n: number, conflicts: Iterable<BaseRecord>): BaseRecord | undefined => {
  for (const record of conflicts) {
    const { registers } = record;
    const isHeld = registers['kind']?.[0] === 'held' || registers['kind']?.[0] === 'orphan';
    if (isHeld && registers['alias']?.[0] === alias && registers['n']?.[0] === n) return record;
  }
  return undefined;
};

export const settledElsewhere = (alias: number, n: number, conflicts: Iterable<BaseRecord>): boolean =>
  isOver(conflictOfHeld(alias, n, conflicts)?.registers['state']?.[0]);
