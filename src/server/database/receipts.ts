/**
 * Receipts, and what they say of the scopes: which mutations of which replicas they cover. A receipt is asked for by its
 * code; what it covers, by scope.
 */
import type { Kysely, Selectable } from 'kysely';
import { readCovers, writeJson } from './json-text.ts';
import type { Schema } from './schema.ts';

interface Owner {
  readonly device: string;
  readonly person: string;
}

const receiptOfRow = ({ detail, ...row }: Selectable<Schema['receipt']>) => ({ ...row, covers: readCovers(detail) });
type Receipt = ReturnType<typeof receiptOfRow>;

export const createReceipts = (database: Kysely<Schema>) => ({
  add: async ({ covers, ...receipt }: Receipt) => {
    await database
      .insertInto('receipt')
      .values({ ...receipt, detail: writeJson(covers) })
      .execute();
  },

  find: async (code: string) => {
    const row = await database.selectFrom('receipt').selectAll().where('code', '=', code).executeTakeFirst();
    return row && receiptOfRow(row);
  },

  last: async ({ person, device }: Owner) => {
    const row = await database
      .selectFrom('receipt')
      .selectAll()
      .where('person', '=', person)
      .where('device', '=', device)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && receiptOfRow(row);
  },

  heldOf: async (scope: string, alias: number, from: number, to: number) => {
    const { found } = await database
      .selectFrom('held')
      .select((row) => row.fn.countAll<number>().as('found'))
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('n', '>=', from)
      .where('n', '<=', to)
      .where('state', '<>', RELEASED)
      .executeTakeFirstOrThrow();
    return found;
  },

  tell: async (scope: string, alias: number, from: number, to: number) => {
    const told = await database
      .updateTable('dev')
      .set({ told_n: to })
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('told_n', '=', from - 1)
      .returning('alias')
      .executeTakeFirst();
    return told !== undefined;
  },

  presentOf: async (scope: string, alias: number, from: number, to: number) => {
    const { found } = await database
      .selectFrom('taken')
      .select((row) => row.fn.countAll<number>().as('found'))
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('n', '>=', from)
      .where('n', '<=', to)
      .executeTakeFirstOrThrow();
    return found;
  },
});

/** Of a held mutation: it was applied after all. */
const RELEASED = 1;
