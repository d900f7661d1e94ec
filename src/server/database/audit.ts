/**
 * The audit trail of a scope: each entry's hash covers its content and the hash before it, so that an entry which was
 * changed or taken out shows. It is written under the head lock and never updated.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { lockHead } from './heads.ts';
import { writeJson } from './json-text.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

interface AuditEntry {
  readonly at: number;
  readonly person: string;
  readonly device: string;
  readonly what: string;
  readonly object: string;
  readonly result: string;
}

export const auditHash = (previous: string, scope: string, n: number, entry: AuditEntry): string => {
  const { at, person, device, what, object, result } = entry;
  return createHash('sha256')
    .update(writeJson([previous, scope, n, at, person, device, what, object, result]))
    .digest('base64url');
};

export const createAudit = (database: Kysely<Schema>) => ({
  page: (scope: string, before: number, limit: number) =>
    database
      .selectFrom('audit')
      .select(['n', 'at', 'person', 'device', 'what', 'object', 'result'])
      .where('scope', '=', scope)
      .where('n', '<', before)
      .orderBy('n', 'desc')
      .limit(limit)
      .execute(),

  append: (scope: string, entry: AuditEntry): Promise<void> =>
    inTransaction(database, async (transaction) => {
      await lockHead(transaction, scope);
      const last = await transaction
        .selectFrom('audit')
        .select(['n', 'hash'])
        .where('scope', '=', scope)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst();
      const n = (last?.n ?? 0) + 1;
      const previous = last?.hash ?? '';
      const { at, person, device, what, object, result } = entry;
      await transaction
        .insertInto('audit')
        .values({
          scope,
          n,
          at,
          person,
          device,
          what,
          object,
          result,
          previous,
          hash: auditHash(previous, scope, n, entry),
        })
        .execute();
    }),
});
