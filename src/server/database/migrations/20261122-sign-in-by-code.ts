/** Invitations by a one-time code, and what a session's browser called itself, so that its owner knows it again. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const up = async ({ schema }: Kysely<unknown>): Promise<void> => {
  await schema
    .alterTable('session')
    .addColumn('label', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .createTable('invitation')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('expires', 'bigint', (column) => column.notNull())
    .execute();
};

export const signInByCode: Migration = { up };
