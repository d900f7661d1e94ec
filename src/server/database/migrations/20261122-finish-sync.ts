/**
 * What the finished protocol keeps: replicas by the token that a device chose, the chain of what was taken, receipts,
 * the outbox between scopes, the key for exchange files.
 */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { schema } = database;

  await schema
    .alterTable('scope_head')
    .addColumn('gc_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .alterTable('dev')
    // The token that devices of the first version take when they learn of tokens (client/store/database.ts).
    .addColumn('replica', 'text', (column) => column.notNull().defaultTo('000000000000'))
    .execute();
  await schema
    .alterTable('dev')
    .addColumn('safe_n', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .alterTable('dev')
    .addColumn('told_n', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  // What was sent before there were receipts is covered by none.
  await sql`UPDATE dev SET told_n = last_n`.execute(database);
  await schema.dropIndex('dev_by_person').execute();
  await schema
    .createIndex('dev_by_replica')
    .on('dev')
    .columns(['scope', 'device', 'usr', 'replica'])
    .unique()
    .execute();
  await schema
    .alterTable('held')
    .addColumn('usr', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('staged_slice')
    .addColumn('h', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();

  await schema
    .createTable('taken')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('alias', 'integer', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('h', 'bigint', (column) => column.notNull())
    .addColumn('c', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('taken_key', ['scope', 'alias', 'n'])
    .execute();

  await schema
    .createTable('outbox')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('outbox_key', ['scope', 'id'])
    .execute();
  await schema
    .createTable('delivered')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('delivered_key', ['scope', 'source', 'id'])
    .execute();

  await schema
    .createTable('receipt')
    .addColumn('code', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('taken', 'bigint', (column) => column.notNull())
    .addColumn('held', 'bigint', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('receipt_by_person').on('receipt').columns(['person', 'device', 'at']).execute();

  await schema
    .createTable('server_key')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('public', 'text', (column) => column.notNull())
    .addColumn('private', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
};

export const finishSync: Migration = { up };
