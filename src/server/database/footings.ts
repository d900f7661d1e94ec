/**
 * Where a scope and one replica in it stand, in one statement: what an exchange asks of every scope that it names.
 * The rest of an answer is read only where there is something to read.
 */
import type { Kysely } from 'kysely';
import { headColumns, headOfRow } from './heads.ts';
import { preparing, type SlotOf } from './prepared.ts';
import type { Schema } from './schema.ts';

interface Owner {
  readonly device: string;
  readonly person: string;
}
interface ReplicaOwner extends Owner {
  readonly replica: string;
}

interface Asked extends ReplicaOwner {
  readonly scope: string;
}

/** A scope in which the owner has no replica is one row all the same. */
const rowsOf = (database: Kysely<Schema>, slotOf: SlotOf<Asked>, isLatest: boolean) =>
  database
    .selectFrom('scope_head as head')
    .leftJoin('dev', (join) => {
      const own = join
        .onRef('dev.scope', '=', 'head.scope')
        .on('dev.device', '=', slotOf('device'))
        .on('dev.usr', '=', slotOf('person'));
      return isLatest ? own.on('dev.closed', '=', 0) : own.on('dev.replica', '=', slotOf('replica'));
    })
    .leftJoin('staged_slice as staged', (join) =>
      join.onRef('staged.scope', '=', 'dev.scope').onRef('staged.alias', '=', 'dev.alias'),
    )
    .where('head.scope', '=', slotOf('scope'))
    .select(headColumns.map((column) => `head.${column}` as const))
    .select(['dev.alias', 'dev.replica', 'dev.last_n', 'dev.last_h', 'dev.done', 'dev.safe_n', 'dev.told_n'])
    .select(['dev.closed', 'dev.seen_at', 'staged.n as staged_n', 'staged.length as staged_length'])
    .select((row) =>
      row
        .selectFrom('held')
        .select((held) => held.fn.max('held.n').as('n'))
        .where('held.scope', '=', slotOf('scope'))
        .whereRef('held.alias', '=', 'dev.alias')
        .as('refused_n'),
    )
    .orderBy('dev.seen_at', 'desc')
    .orderBy('dev.alias', 'desc')
    .limit(1);

const findOwn = preparing<Asked>()((database, slotOf) => rowsOf(database, slotOf, false));
const findLatest = preparing<Asked>()((database, slotOf) => rowsOf(database, slotOf, true));

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirst']>>>;

const footingOfRow = (row: Row | undefined) => {
  if (row === undefined) return { head: undefined, replica: undefined };
  if (row.alias === null) return { head: headOfRow(row), replica: undefined };
  return {
    head: headOfRow(row),
    replica: {
      alias: row.alias,
      token: row.replica ?? '',
      lastN: row.last_n ?? 0,
      lastH: row.last_h ?? 0,
      done: row.done ?? 0,
      safeN: row.safe_n ?? 0,
      toldN: row.told_n ?? 0,
      closed: row.closed === 1,
      seenAt: row.seen_at ?? 0,
      lastRefused: row.refused_n ?? 0,
      stagedN: row.staged_n ?? 0,
      stagedChars: row.staged_length ?? 0,
    },
  };
};

export const createFootings = (database: Kysely<Schema>) => ({
  of: async (scope: string, owner: ReplicaOwner) => footingOfRow((await findOwn(database, { scope, ...owner }))[0]),

  latest: async (scope: string, owner: Owner) =>
    footingOfRow((await findLatest(database, { scope, ...owner, replica: '' }))[0]),

  note: async (
    scope: string,
    alias: number,
    seen: { readonly done: number; readonly at: number; readonly reopen: boolean },
  ) => {
    await database
      .updateTable('dev')
      .set((row) => ({
        done: row.case().when('done', '<', seen.done).then(seen.done).else(row.ref('done')).end(),
        seen_at: seen.at,
        ...(seen.reopen ? { closed: 0 } : {}),
      }))
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .execute();
  },

  close: async (scope: string, alias: number) => {
    await database
      .updateTable('dev')
      .set({ closed: 1 })
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .execute();
  },
});
