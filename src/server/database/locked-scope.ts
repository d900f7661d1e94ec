/** What may be read and written while a scope's head row is locked; see `lockHead` for the lock itself. */
import type { Transaction } from 'kysely';
import { lockHead, saveHead, type Head } from './heads.ts';
import { heldOf } from './held.ts';
import { historyOf } from './history.ts';
import { readText, writeJson } from './json-text.ts';
import { acceptParcel, postParcel, type Parcel } from './outbox.ts';
import { recordsOf } from './records.ts';
import { replicasOf } from './replicas.ts';
import type { Schema } from './schema.ts';

export type LockedScope = Awaited<ReturnType<typeof lockScope>>;

export const lockScope = async (transaction: Transaction<Schema>, scope: string) => {
  const head = await lockHead(transaction, scope);
  return {
    head,

    ...replicasOf(transaction, scope),
    ...recordsOf(transaction, scope),
    ...heldOf(transaction, scope),
    ...historyOf(transaction, scope),

    staged: async (alias: number) => {
      const row = await transaction
        .selectFrom('staged_slice')
        .selectAll()
        .where('scope', '=', scope)
        .where('alias', '=', alias)
        .executeTakeFirst();
      return row && { n: row.n, h: row.h, total: row.total, text: readText(row.chars) };
    },

    saveStaged: async (
      alias: number,
      staged: { readonly n: number; readonly h: number; readonly total: number; readonly text: string } | undefined,
    ) => {
      await transaction.deleteFrom('staged_slice').where('scope', '=', scope).where('alias', '=', alias).execute();
      if (staged === undefined) return;
      await transaction
        .insertInto('staged_slice')
        .values({
          scope,
          alias,
          n: staged.n,
          h: staged.h,
          total: staged.total,
          length: staged.text.length,
          chars: writeJson(staged.text),
        })
        .execute();
    },

    saveHead: (next: Head) => saveHead(transaction, scope, next),

    post: (parcel: Parcel) => postParcel(transaction, scope, parcel),
    accept: (source: string, id: string, at: number) => acceptParcel(transaction, scope, { source, id, at }),
  };
};
