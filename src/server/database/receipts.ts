/**
 * Receipts, and what they say of the scopes: which mutations of which replicas they cover. A receipt is asked for by its
 * code; what it covers, by scope.
 */
import type { Kysely, Selectable } from 'kysely';
import { readCovers, writeJson } from './json-text.ts';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';

interface Owner {
  readonly device: string;
  readonly person: string;
}

const receiptOfRow = ({ detail, ...row }: Selectable<Schema['receipt']>) => ({ ...row, covers: readCovers(detail) });
type Receipt = ReturnType<typeof receiptOfRow>;

/** Of a held mutation: it was applied after all. */
const RELEASED = 1;

const insertReceipt = preparing<Omit<Receipt, 'covers'> & { readonly detail: string }>({ isAwaited: false })(
  (database, slotOf) =>
    database.insertInto('receipt').values({
      code: slotOf('code'),
      person: slotOf('person'),
      device: slotOf('device'),
      at: slotOf('at'),
      taken: slotOf('taken'),
      held: slotOf('held'),
      detail: slotOf('detail'),
    }),
);

interface Numbers {
  readonly scope: string;
  readonly alias: number;
  readonly from: number;
  readonly to: number;
}

const countHeld = preparing<Numbers>()((database, slotOf) =>
  database
    .selectFrom('held')
    .select((row) => row.fn.countAll<number>().as('found'))
    .where('scope', '=', slotOf('scope'))
    .where('alias', '=', slotOf('alias'))
    .where('n', '>=', slotOf('from'))
    .where('n', '<=', slotOf('to'))
    .where('state', '<>', RELEASED),
);

const tellRow = preparing<Omit<Numbers, 'from'> & { readonly before: number }>()((database, slotOf) =>
  database
    .updateTable('dev')
    .set({ told_n: slotOf('to') })
    .where('scope', '=', slotOf('scope'))
    .where('alias', '=', slotOf('alias'))
    .where('told_n', '=', slotOf('before'))
    .returning('alias'),
);

export const createReceipts = (database: Kysely<Schema>) => ({
  add: async ({ covers, ...receipt }: Receipt) => {
    await insertReceipt(database, { ...receipt, detail: writeJson(covers) });
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
    const [row] = await countHeld(database, { scope, alias, from, to });
    return row?.found ?? 0;
  },

  tell: async (scope: string, alias: number, from: number, to: number) => {
    const told = await tellRow(database, { scope, alias, before: from - 1, to });
    return told.length > 0;
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
