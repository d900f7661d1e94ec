/** What may be read and written while a scope's head row is locked; see `lockHead` for the lock itself. */
import type { Transaction } from 'kysely';
import type { Value } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import type { StoredRecord } from '#sync/merge.ts';
import { lockHead, saveHead, type Head } from './heads.ts';
import { readText, writeJson } from './json-text.ts';
import { recordOfRow, rowOfRecord } from './records.ts';
import type { Schema } from './schema.ts';

interface Owner {
  readonly device: string;
  readonly person: string;
}

interface HistoryEntry {
  readonly table: string;
  readonly id: string;
  readonly seq: number;
  readonly field: string;
  readonly before: Value | undefined;
  readonly after: Value;
  readonly person: string;
  readonly alias: number;
  readonly n: number;
  readonly at: number;
}

export type LockedScope = Awaited<ReturnType<typeof lockScope>>;

export const lockScope = async (transaction: Transaction<Schema>, scope: string) => {
  const head = await lockHead(transaction, scope);
  return {
    head,

    replica: async (owner: Owner) => {
      const row = await transaction
        .selectFrom('dev')
        .select(['alias', 'last_n', 'last_h'])
        .where('scope', '=', scope)
        .where('device', '=', owner.device)
        .where('usr', '=', owner.person)
        .executeTakeFirst();
      return row && { alias: row.alias, lastN: row.last_n, lastH: row.last_h };
    },

    addReplica: async (owner: Owner, at: number) => {
      const { latest } = await transaction
        .selectFrom('dev')
        .select((row) => row.fn.max('alias').as('latest'))
        .where('scope', '=', scope)
        .executeTakeFirstOrThrow();
      const alias = (latest ?? 0) + 1;
      await transaction
        .insertInto('dev')
        .values({
          scope,
          alias,
          device: owner.device,
          usr: owner.person,
          last_n: 0,
          last_h: 0,
          done: 0,
          ver: 1,
          closed: 0,
          seen_at: at,
        })
        .execute();
      return { alias, lastN: 0, lastH: 0 };
    },

    saveReplica: async (
      replica: { readonly alias: number; readonly lastN: number; readonly lastH: number },
      at: number,
    ) => {
      await transaction
        .updateTable('dev')
        .set({ last_n: replica.lastN, last_h: replica.lastH, seen_at: at })
        .where('scope', '=', scope)
        .where('alias', '=', replica.alias)
        .execute();
    },

    records: async (keys: readonly { readonly table: string; readonly id: string }[]) => {
      if (keys.length === 0) return [];
      const rows = await transaction
        .selectFrom('rec')
        .selectAll()
        .where('scope', '=', scope)
        .where((row) => row.or(keys.map((key) => row.and({ tbl: key.table, id: key.id }))))
        .execute();
      return rows.map(recordOfRow);
    },

    saveRecord: async (record: StoredRecord) => {
      const { scope: _scope, tbl: _tbl, id: _id, ...changed } = rowOfRecord(scope, record);
      await transaction
        .insertInto('rec')
        .values(rowOfRecord(scope, record))
        .onConflict((conflict) => conflict.columns(['scope', 'tbl', 'id']).doUpdateSet(changed))
        .execute();
    },

    keepHistory: async (entries: readonly HistoryEntry[]) => {
      // SQLite takes at most 32,766 parameters in a statement.
      for (let from = 0; from < entries.length; from += 500) {
        await transaction
          .insertInto('history')
          .values(
            entries.slice(from, from + 500).map(({ table, before, after, ...entry }) => ({
              scope,
              tbl: table,
              before: before === undefined ? null : writeJson(before),
              after: writeJson(after),
              ...entry,
            })),
          )
          .execute();
      }
    },

    hold: async (held: {
      readonly alias: number;
      readonly n: number;
      readonly problem: Problem;
      readonly text: string;
      readonly at: number;
    }) => {
      await transaction
        .insertInto('held')
        .values({
          scope,
          alias: held.alias,
          n: held.n,
          code: held.problem.code,
          detail: writeJson(held.problem),
          mut: held.text,
          state: 0,
          at: held.at,
        })
        .execute();
    },

    staged: async (alias: number) => {
      const row = await transaction
        .selectFrom('staged_slice')
        .selectAll()
        .where('scope', '=', scope)
        .where('alias', '=', alias)
        .executeTakeFirst();
      return row && { n: row.n, total: row.total, text: readText(row.chars) };
    },

    saveStaged: async (
      alias: number,
      staged: { readonly n: number; readonly total: number; readonly text: string } | undefined,
    ) => {
      await transaction.deleteFrom('staged_slice').where('scope', '=', scope).where('alias', '=', alias).execute();
      if (staged === undefined) return;
      await transaction
        .insertInto('staged_slice')
        .values({
          scope,
          alias,
          n: staged.n,
          total: staged.total,
          length: staged.text.length,
          chars: writeJson(staged.text),
        })
        .execute();
    },

    saveHead: (next: Head) => saveHead(transaction, scope, next),
  };
};
