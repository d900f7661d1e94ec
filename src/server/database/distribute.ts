/**
 * Spreads the tables of a PostgreSQL with the Citus extension over its workers.
 *
 * - Tables of scopes go by scope, all rows of one scope to one place, where its transactions stay.
 * - Identity tables go by their own key. Those that are small, or unique in two ways, stand on every worker.
 * - Each step is a transaction of its own, and one that was done is not done again: a run that was cut is run again. What was
 *   left to clear by a run before is cleared as well.
 * - Everything is read before it is moved; the rows that stay behind unseen on the coordinator are cleared at the end.
 */
import { sql } from 'kysely';
import type { Database } from './dialects.ts';
import type { Schema } from './schema.ts';

type Placement = { readonly is: 'everywhere' } | { readonly is: 'by'; readonly column: string };

const byScope: Placement = { is: 'by', column: 'scope' };
const by = (column: string): Placement => ({ is: 'by', column });
const everywhere: Placement = { is: 'everywhere' };

const placements: Readonly<Record<keyof Schema, Placement>> = {
  // First of all: sessions point to accounts.
  account: everywhere,
  server_key: everywhere,
  scope_head: byScope,
  rec: byScope,
  dev: byScope,
  held: byScope,
  staged_slice: byScope,
  history: byScope,
  audit: byScope,
  taken: byScope,
  outbox: byScope,
  delivered: byScope,
  session: by('token_hash'),
  invitation: by('person'),
  replica_secret: by('person'),
  recovery: by('person'),
  slow_down: by('key'),
  receipt: by('code'),
};

/** Tables of one of these columns lie together; what begins the group is named. */
const beginsGroup: Readonly<Record<string, keyof Schema>> = { scope: 'scope_head', person: 'replica_secret' };

export interface DistributeStep {
  readonly table: string;
  /** SQL; table names are ours and need no quoting. */
  readonly statement: string;
}

/** What is still to be done, given which tables are spread already. */
export const planDistribution = (spread: ReadonlySet<string>): readonly DistributeStep[] =>
  Object.entries(placements)
    .filter(([table]) => !spread.has(table))
    .map(([table, placement]) => ({ table, statement: statementOf(table, placement) }));

const statementOf = (table: string, placement: Placement): string => {
  if (placement.is === 'everywhere') return `SELECT create_reference_table('${table}')`;
  const first = beginsGroup[placement.column];
  const beside = first === undefined || first === table ? 'none' : first;
  return `SELECT create_distributed_table('${table}', '${placement.column}', colocate_with => '${beside}')`;
};

export type Distribution =
  /** The database is SQLite. */
  | { readonly is: 'not-postgres' }
  /** A PostgreSQL without the extension. */
  | { readonly is: 'no-extension' }
  | { readonly is: 'done'; readonly version: string; readonly now: readonly string[]; readonly before: number };

export const distribute = async (database: Database, isPostgres: boolean): Promise<Distribution> => {
  if (!isPostgres) return { is: 'not-postgres' };
  const extension = await sql<{
    version: string;
  }>`SELECT extversion AS version FROM pg_extension WHERE extname = 'citus'`.execute(database);
  const version = extension.rows[0]?.version;
  if (version === undefined) return { is: 'no-extension' };
  const { rows } = await sql<{ name: string }>`SELECT logicalrelid::text AS name FROM pg_dist_partition`.execute(
    database,
  );
  const spread = new Set(rows.map(({ name }) => name));
  const steps = planDistribution(spread);
  for (const { statement } of steps) await sql.raw(statement).execute(database);
  // Sessions point to accounts, so accounts are cleared after them.
  for (const table of Object.keys(placements).toReversed())
    await sql`SELECT truncate_local_data_after_distributing_table(${table}::regclass)`.execute(database);
  return { is: 'done', version, now: steps.map(({ table }) => table), before: spread.size };
};
