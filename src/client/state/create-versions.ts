/** One version signal a table: reading it makes a computation follow the table's changes. */
import { batch, createSignal, onCleanup } from 'solid-js';
import { tableNames, type TableName } from '#domain/tables.ts';
import type { Store } from '#client/store/store.ts';

export interface Versions {
  readonly of: (table: TableName) => number;
  /** Follows every change, also of counts and states. */
  readonly any: () => number;
}

export const createVersions = (store: Pick<Store, 'onChange'>): Versions => {
  const signals = new Map(tableNames.map((table) => [table, createSignal(0)] as const));
  const [any, setAny] = createSignal(0);
  const forget = store.onChange(({ tables }) => {
    batch(() => {
      setAny((version) => version + 1);
      for (const [table, [, set]] of signals) if (tables.has(table) || tables.has('*')) set((version) => version + 1);
    });
  });
  onCleanup(forget);
  return { of: (table) => signals.get(table)?.[0]() ?? 0, any };
};
