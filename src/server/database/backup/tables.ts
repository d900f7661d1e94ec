/**
 * Which tables a backup holds, in the order in which they are written and put back, and the columns by which each is read:
 * together they are unique, and no number of rows makes reading slower.
 */
import type { Schema } from '../schema.ts';

export type TableName = keyof Schema;

const orders = {
  // Sessions point to accounts; whoever checks rows knows heads and replicas first.
  account: ['person'],
  scope_head: ['scope'],
  dev: ['scope', 'alias'],
  rec: ['scope', 'seq'],
  taken: ['scope', 'alias', 'n'],
  held: ['scope', 'alias', 'n'],
  staged_slice: ['scope', 'alias'],
  history: ['scope', 'seq', 'alias', 'n'],
  audit: ['scope', 'n'],
  outbox: ['scope', 'id'],
  delivered: ['scope', 'source', 'id'],
  receipt: ['code'],
  server_key: ['id'],
  session: ['token_hash'],
  invitation: ['person'],
  replica_secret: ['person', 'device'],
  recovery: ['person', 'device'],
  slow_down: ['key'],
} as const satisfies Readonly<Record<TableName, readonly string[]>>;

export const tableOrders: ReadonlyMap<TableName, readonly string[]> = new Map(
  Object.entries<readonly string[]>(orders).map(([table, order]) => [table as TableName, order]),
);

export const isTableName = (name: string): name is TableName => Object.hasOwn(orders, name);
