/**
 * What one transaction makes of a scope, in memory until all of it is written: a record is read once and written once,
 * however many mutations of a bundle touch it.
 */
import type { StoredRecord } from '#sync/merge.ts';
import { keyOf, type Applied } from './apply-operations.ts';
import type { HistoryEntry, LockedScope, RecordKey } from './ports.ts';

export type Draft = ReturnType<typeof openDraft>;

export const openDraft = (locked: LockedScope) => {
  let head = locked.head;
  const read = new Set<string>();
  const stored = new Map<string, StoredRecord>();
  const changed = new Map<string, StoredRecord>();
  const authors = new Map<number, string>();
  const history: HistoryEntry[] = [];

  return {
    locked,
    head: () => head,
    /** The records that were read, as they will be. */
    stored: stored as ReadonlyMap<string, StoredRecord>,

    read: async (keys: readonly RecordKey[]): Promise<void> => {
      const unread = new Map(keys.map((key) => [keyOf(key), key] as const).filter(([name]) => !read.has(name)));
      if (unread.size === 0) return;
      for (const record of await locked.records([...unread.values()])) stored.set(keyOf(record), record);
      for (const name of unread.keys()) read.add(name);
    },

    /** Who writes under these aliases. */
    authors: async (aliases: readonly number[]): Promise<ReadonlyMap<number, string>> => {
      const unknown = aliases.filter((alias) => !authors.has(alias));
      if (unknown.length > 0)
        for (const [alias, person] of await locked.authors([...new Set(unknown)])) authors.set(alias, person);
      return authors;
    },

    apply: (applied: Applied, { keepHistory }: { readonly keepHistory: boolean }): void => {
      head = applied.head;
      for (const [name, record] of applied.records) {
        stored.set(name, record);
        changed.set(name, record);
      }
      if (keepHistory) history.push(...applied.history);
    },

    /** All that was drafted, the head last. */
    write: async (): Promise<void> => {
      await locked.saveRecords([...changed.values()]);
      await locked.keepHistory(history);
      if (head !== locked.head) await locked.saveHead(head);
    },
  };
};
