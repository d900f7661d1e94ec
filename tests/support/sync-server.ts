/**
 * The real server's half of an exchange, over the real tables in memory, without a network: lines in, lines out.
 * For tests of the device's half, which need a server that is true and quick.
 */
import { randomBytes } from 'node:crypto';
import type { Scope } from '#domain/scope.ts';
import { collectTombstones } from '#server/actions/collect-tombstones.ts';
import { createExchange } from '#server/actions/exchange.ts';
import { readUnits } from '#server/actions/units.ts';
import { openSqlite, type Database } from '#server/database/dialects.ts';
import { createTables } from '#server/database/migrations/20261121-create-tables.ts';
import { finishSync } from '#server/database/migrations/20261122-finish-sync.ts';
import { historyByChange } from '#server/database/migrations/20261122-history-by-change.ts';
import { leastAlias } from '#server/database/migrations/20261122-least-alias.ts';
import { createStorage } from '#server/database/storage.ts';
import { secrets } from '#server/secrets.ts';
import type { Me } from '#client/store/shown.ts';

export interface SyncServer {
  readonly database: Database;
  readonly storage: ReturnType<typeof createStorage>;
  /** What it has been told to answer with; the tests own its clock. */
  now: number;
  /** Tombstones that every replica has seen go; how many. */
  readonly sweep: (scope: Scope) => Promise<number>;
  /** One whole exchange: what was asked and arrived, and the answer to it; none for a request that was cut. */
  readonly exchange: (who: Me, device: string, lines: readonly string[], isCut: boolean) => Promise<readonly string[]>;
}

/** 1/1/2024 is long past: stamps of phones whose clock starts low are never ahead. */
const START = Date.parse('2024-10-04T00:00:00Z');

export const createSyncServer = async (): Promise<SyncServer> => {
  const database = openSqlite(':memory:');
  await createTables.up(database);
  await finishSync.up(database);
  await historyByChange.up(database);
  await leastAlias.up(database);
  const storage = createStorage(database);

  const server: SyncServer = {
    database,
    storage,
    now: START,
    sweep: (scope) => collectTombstones(storage.ledger, scope, server.now),
    exchange: async (who, device, lines, isCut) => {
      const deps = { storage, secrets, readUnits: () => readUnits(storage.ledger), now: () => server.now };
      const actor = { unit: who.unit, role: who.role, agency: who.agency };
      const exchange = createExchange(deps, { device, person: who.id, actor });
      const problem = await exchange.take(lines);
      if (problem !== undefined) throw new Error(`the server refused the request: ${JSON.stringify(problem)}`);
      if (isCut) return [];
      const answered: string[] = [];
      for await (const some of exchange.answer()) answered.push(...some);
      return answered;
    },
  };
  return server;
};

export interface Backup {
  readonly tables: ReadonlyMap<string, readonly Record<string, unknown>[]>;
}

const kept = ['scope_head', 'rec', 'dev', 'held', 'taken', 'history', 'staged_slice'] as const;

/** The scopes as they stand, to be put back by `restore`. */
export const backUp = async ({ database }: SyncServer): Promise<Backup> => {
  const tables = new Map<string, readonly Record<string, unknown>[]>();
  for (const table of kept) tables.set(table, await database.selectFrom(table).selectAll().execute());
  return { tables };
};

/** Puts a backup back, as a new life of every scope or, as when files are copied by hand, as if nothing had happened. */
export const restore = async (
  { database }: SyncServer,
  { tables }: Backup,
  { newEpoch }: { readonly newEpoch: boolean },
): Promise<void> => {
  for (const table of kept) {
    await database.deleteFrom(table).execute();
    for (const row of tables.get(table) ?? [])
      await database
        .insertInto(table)
        .values(row as never)
        .execute();
  }
  if (!newEpoch) return;
  const heads = await database.selectFrom('scope_head').select('scope').execute();
  for (const { scope } of heads)
    await database
      .updateTable('scope_head')
      .set({ epoch: randomBytes(9).toString('base64url') })
      .where('scope', '=', scope)
      .execute();
};

export const headOn = async ({ storage }: SyncServer, scope: Scope) => {
  const head = await storage.ledger.head(scope);
  if (head === undefined) throw new Error('the scope has no head');
  return head;
};

/** The name of the device that asks. */
export const deviceOf = (lines: readonly string[]): string => {
  const question: unknown = JSON.parse(lines[0] ?? 'null');
  return Array.isArray(question) ? String(question[3]) : '';
};
