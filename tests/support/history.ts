/** What a server's history says, field by field, read past its own code. */
import * as v from 'valibot';
import type { Database } from '#server/database/dialects.ts';

const Fields = v.array(v.tupleWithRest([v.string()], v.unknown()));

export const fieldsOfHistory = async (database: Database) => {
  const rows = await database.selectFrom('history').selectAll().orderBy('scope').orderBy('seq').execute();
  return rows
    .filter(({ used }) => used === 1)
    .flatMap(({ fields, ...change }) =>
      v
        .parse(Fields, JSON.parse(fields))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, after, before]) => ({ ...change, field, before, after })),
    );
};
