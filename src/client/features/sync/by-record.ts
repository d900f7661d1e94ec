/** What waits, by record: several edits of one record are one line, with all they weigh and since when the first waits. */
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import type { RecordState, Waiting } from '#client/state/workbook.ts';
import { mainChange } from './record-title.ts';

export interface WaitingRecord {
  readonly key: string;
  readonly scope: Scope;
  /** The last edit. */
  readonly change: Change;
  readonly edits: number;
  readonly bytes: number;
  readonly at: number;
  readonly state: RecordState;
}

export const byRecord = (waiting: readonly Waiting[]): readonly WaitingRecord[] => {
  const records = new Map<string, WaitingRecord>();
  for (const { scope, at, bytes, state, changes } of waiting) {
    const change = mainChange(changes);
    if (change === undefined) continue;
    const key = `${scope} ${change.table} ${change.id}`;
    const before = records.get(key);
    records.set(key, {
      key,
      scope,
      change,
      edits: (before?.edits ?? 0) + 1,
      bytes: (before?.bytes ?? 0) + bytes,
      at: Math.min(before?.at ?? at, at),
      state: before?.state === 'sending' ? 'sending' : state,
    });
  }
  return [...records.values()];
};
