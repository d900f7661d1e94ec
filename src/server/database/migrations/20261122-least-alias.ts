/** After a restore no alias is given that a lost life may have given: the scope's head says above which to go on. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const up = async (database: Kysely<unknown>): Promise<void> => {
  await database.schema
    .alterTable('scope_head')
    .addColumn('alias_floor', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
};

export const leastAlias: Migration = { up };
