/**
 * Goes over the chains of the audit trail, each scope by itself: every entry is there, in its order, and as it was written.
 * What was cut off at the end shows only to whoever kept an earlier head elsewhere; so the heads are told.
 */
import type { Kysely } from 'kysely';
import { auditHash } from './audit.ts';
import type { Schema } from './schema.ts';

export interface CheckedTrail {
  readonly scope: string;
  readonly entries: number;
  /** The hash of the last entry; "" for an empty trail. */
  readonly head: string;
  /** Entries at which the chain is broken, the first hundred. */
  readonly broken: readonly number[];
}

const PAGE = 500;
const MAX_BROKEN = 100;

const checkTrail = async (database: Kysely<Schema>, scope: string): Promise<CheckedTrail> => {
  const broken: number[] = [];
  let last = { n: 0, hash: '' };
  let entries = 0;
  for (;;) {
    const rows = await database
      .selectFrom('audit')
      .selectAll()
      .where('scope', '=', scope)
      .where('n', '>', last.n)
      .orderBy('n')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const isNext = row.n === last.n + 1 && row.previous === last.hash;
      if (!isNext || row.hash !== auditHash(row.previous, scope, row.n, row)) broken.push(row.n);
      last = { n: row.n, hash: row.hash };
    }
    entries += rows.length;
    if (rows.length < PAGE) return { scope, entries, head: last.hash, broken: broken.slice(0, MAX_BROKEN) };
  }
};

export const checkAudit = async (database: Kysely<Schema>): Promise<readonly CheckedTrail[]> => {
  const scopes = await database.selectFrom('audit').select('scope').distinct().orderBy('scope').execute();
  const checked: CheckedTrail[] = [];
  for (const { scope } of scopes) checked.push(await checkTrail(database, scope));
  return checked;
};
