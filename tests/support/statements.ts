/** The statements that go to a database, as it is asked: what a test of SQL reads. */
import { createQueryId, type Kysely } from 'kysely';
import type { Schema } from '#server/database/schema.ts';

/** The same database; all that is asked of it is noted as SQL, also within transactions. */
export const notingStatements = (
  database: Kysely<Schema>,
): { readonly noting: Kysely<Schema>; readonly statements: string[] } => {
  const statements: string[] = [];
  const noting = database.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(database.getExecutor().compileQuery(node, createQueryId()).sql);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { noting, statements };
};
