/** The first tables. Types are those that SQLite and PostgreSQL both know. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { schema } = database;

  await schema
    .createTable('scope_head')
    .addColumn('scope', 'text', (column) => column.primaryKey().notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('epoch', 'text', (column) => column.notNull())
    .addColumn('gc_seq', 'bigint', (column) => column.notNull())
    .addColumn('hlc_ms', 'bigint', (column) => column.notNull())
    .addColumn('hlc_c', 'integer', (column) => column.notNull())
    .addColumn('dig', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('rec')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('tbl', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('inc', 'bigint', (column) => column.notNull())
    .addColumn('grp', 'bigint', (column) => column.notNull())
    .addColumn('del', 'smallint', (column) => column.notNull())
    .addColumn('regs', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rec_key', ['scope', 'tbl', 'id'])
    .execute();
  await schema.createIndex('rec_by_seq').on('rec').columns(['scope', 'seq']).unique().execute();

  await schema
    .createTable('dev')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('alias', 'integer', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('usr', 'text', (column) => column.notNull())
    .addColumn('last_n', 'bigint', (column) => column.notNull())
    .addColumn('last_h', 'bigint', (column) => column.notNull())
    .addColumn('done', 'bigint', (column) => column.notNull())
    .addColumn('ver', 'integer', (column) => column.notNull())
    .addColumn('closed', 'smallint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('dev_key', ['scope', 'alias'])
    .execute();
  await schema.createIndex('dev_by_person').on('dev').columns(['scope', 'device', 'usr']).unique().execute();

  await schema
    .createTable('held')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('alias', 'integer', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('mut', 'text', (column) => column.notNull())
    .addColumn('state', 'smallint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('held_key', ['scope', 'alias', 'n'])
    .execute();

  await schema
    .createTable('staged_slice')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('alias', 'integer', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('chars', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('staged_slice_key', ['scope', 'alias'])
    .execute();

  await schema
    .createTable('history')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('tbl', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('alias', 'integer', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('history_key', ['scope', 'seq', 'field'])
    .execute();
  await schema.createIndex('history_by_record').on('history').columns(['scope', 'tbl', 'id', 'seq']).execute();

  await schema
    .createTable('audit')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['scope', 'n'])
    .execute();

  await schema
    .createTable('account')
    .addColumn('person', 'text', (column) => column.primaryKey().notNull())
    .addColumn('sign_in', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('closed', 'smallint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('last_seen', 'bigint', (column) => column.notNull())
    .addColumn('expires', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint('session_person', ['person'], 'account', ['person'])
    .execute();
  await schema.createIndex('session_by_person').on('session').column('person').execute();

  await schema
    .createTable('replica_secret')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('replica_secret_key', ['person', 'device'])
    .execute();

  await schema
    .createTable('recovery')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_key', ['person', 'device'])
    .execute();

  await schema
    .createTable('slow_down')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
};

export const createTables: Migration = { up };
