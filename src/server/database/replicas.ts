/**
 * The rows of replicas in one scope, and the chain of what was taken from each. It is long because each statement, which is
 * built once, stands here beside what asks it.
 */
import type { Insertable, Kysely, Transaction } from 'kysely';
import { createBlockInsert } from './blocks.ts';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';
import { slowestDone } from './slowest-done.ts';

export interface Owner {
  readonly device: string;
  readonly person: string;
}

export interface ReplicaOwner extends Owner {
  /** The token that the device chose. */
  readonly replica: string;
}

interface Replica {
  readonly alias: number;
  readonly lastN: number;
  readonly lastH: number;
  readonly done: number;
  readonly toldN: number;
  readonly closed: boolean;
}

interface LockedReplica extends Replica {
  /** Whether its person's device had other lives in this scope. */
  readonly hasOthers: boolean;
}

const rowOf = (database: Kysely<Schema>, scope: string, { device, person, replica }: ReplicaOwner) =>
  database
    .selectFrom('dev')
    .select(['alias', 'last_n', 'last_h', 'done', 'told_n', 'closed'])
    .where('scope', '=', scope)
    .where('device', '=', device)
    .where('usr', '=', person)
    .where('replica', '=', replica);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof rowOf>['executeTakeFirst']>>>;

const replicaOfRow = ({ alias, last_n, last_h, done, told_n, closed }: Row): Replica => ({
  alias,
  lastN: last_n,
  lastH: last_h,
  done,
  toldN: told_n,
  closed: closed === 1,
});

export const findReplica = async (
  database: Kysely<Schema>,
  scope: string,
  owner: ReplicaOwner,
): Promise<Replica | undefined> => {
  const row = await rowOf(database, scope, owner).executeTakeFirst();
  return row && replicaOfRow(row);
};

/** Whether this person's device has another replica here than the one with that alias; 0 for any. */
export const hasReplica = async (
  database: Kysely<Schema>,
  scope: string,
  { device, person }: Owner,
  besides = 0,
): Promise<boolean> => {
  const row = await database
    .selectFrom('dev')
    .select('alias')
    .where('scope', '=', scope)
    .where('device', '=', device)
    .where('usr', '=', person)
    .where('alias', '<>', besides)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

const findLocked = preparing<ReplicaOwner & { readonly scope: string }>()((database, slotOf) =>
  database
    .selectFrom('dev')
    .select(['alias', 'last_n', 'last_h', 'done', 'told_n', 'closed'])
    .select((dev) =>
      dev
        .exists(
          dev
            .selectFrom('dev as other')
            .select('other.alias')
            .where('other.scope', '=', slotOf('scope'))
            .where('other.device', '=', slotOf('device'))
            .where('other.usr', '=', slotOf('person'))
            .whereRef('other.alias', '<>', 'dev.alias'),
        )
        .as('others'),
    )
    .where('scope', '=', slotOf('scope'))
    .where('device', '=', slotOf('device'))
    .where('usr', '=', slotOf('person'))
    .where('replica', '=', slotOf('replica')),
);

interface SavedReplica extends Omit<Replica, 'toldN' | 'closed'> {
  readonly scope: string;
  readonly closed: number;
  readonly at: number;
}

const saveRow = preparing<SavedReplica>({ isAwaited: false })((database, slotOf) =>
  database
    .updateTable('dev')
    .set({
      last_n: slotOf('lastN'),
      last_h: slotOf('lastH'),
      done: slotOf('done'),
      closed: slotOf('closed'),
      seen_at: slotOf('at'),
    })
    .where('scope', '=', slotOf('scope'))
    .where('alias', '=', slotOf('alias')),
);

const insertTaken = createBlockInsert(
  (database, rows: readonly (Insertable<Schema['taken']> & Record<string, unknown>)[]) =>
    database.insertInto('taken').values(rows),
);

export const replicasOf = (transaction: Transaction<Schema>, scope: string) => ({
  replica: async (owner: ReplicaOwner): Promise<LockedReplica | undefined> => {
    const [row] = await findLocked(transaction, { scope, ...owner });
    return row && { ...replicaOfRow(row), hasOthers: Boolean(row.others) };
  },

  addReplica: async (owner: ReplicaOwner, at: number): Promise<LockedReplica> => {
    const { latest } = await transaction
      .selectFrom('dev')
      .select((row) => row.fn.max('alias').as('latest'))
      .where('scope', '=', scope)
      .executeTakeFirstOrThrow();
    const { floor } = await transaction
      .selectFrom('scope_head')
      .select('alias_floor as floor')
      .where('scope', '=', scope)
      .executeTakeFirstOrThrow();
    const alias = Math.max(latest ?? 0, floor) + 1;
    await transaction
      .insertInto('dev')
      .values({
        scope,
        alias,
        device: owner.device,
        usr: owner.person,
        replica: owner.replica,
        last_n: 0,
        last_h: 0,
        done: 0,
        ver: 1,
        closed: 0,
        seen_at: at,
      })
      .execute();
    const hasOthers = await hasReplica(transaction, scope, owner, alias);
    return { alias, lastN: 0, lastH: 0, done: 0, toldN: 0, closed: false, hasOthers };
  },

  saveReplica: async ({ alias, lastN, lastH, done, closed }: Replica, at: number): Promise<void> => {
    await saveRow(transaction, { scope, alias, lastN, lastH, done, closed: closed ? 1 : 0, at });
  },

  authors: async (aliases: readonly number[]): Promise<ReadonlyMap<number, string>> => {
    if (aliases.length === 0) return new Map();
    const rows = await transaction
      .selectFrom('dev')
      .select(['alias', 'usr'])
      .where('scope', '=', scope)
      .where('alias', 'in', aliases)
      .execute();
    return new Map(rows.map(({ alias, usr }) => [alias, usr]));
  },

  taken: async (alias: number, from: number, to: number): Promise<ReadonlyMap<number, number>> => {
    const rows = await transaction
      .selectFrom('taken')
      .select(['n', 'h'])
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('n', '>=', from)
      .where('n', '<=', to)
      .execute();
    return new Map(rows.map(({ n, h }) => [n, h]));
  },

  takenElsewhere: async (
    { device, person }: Owner,
    alias: number,
    contents: readonly number[],
  ): Promise<ReadonlyMap<number, { readonly alias: number; readonly n: number }>> => {
    if (contents.length === 0) return new Map();
    // Most devices have one replica, and an index over contents would be as scattered as they are.
    const others = await transaction
      .selectFrom('dev')
      .select('alias')
      .where('scope', '=', scope)
      .where('device', '=', device)
      .where('usr', '=', person)
      .where('alias', '<>', alias)
      .execute();
    if (others.length === 0) return new Map();
    const rows = await transaction
      .selectFrom('taken')
      .select(['c', 'alias', 'n'])
      .where('scope', '=', scope)
      .where(
        'alias',
        'in',
        others.map((other) => other.alias),
      )
      .where('c', 'in', contents)
      .execute();
    return new Map(rows.map(({ c, alias: other, n }) => [c, { alias: other, n }]));
  },

  contentsOf: async (
    written: readonly { readonly table: string; readonly id: string; readonly seq: number }[],
  ): Promise<readonly number[]> => {
    const rows = await transaction
      .selectFrom('history')
      .innerJoin('taken', (join) =>
        join
          .onRef('taken.scope', '=', 'history.scope')
          .onRef('taken.alias', '=', 'history.alias')
          .onRef('taken.n', '=', 'history.n'),
      )
      .select('taken.c')
      .where('history.scope', '=', scope)
      .where((row) =>
        row.or(
          written.map(({ table, id, seq }) =>
            row.and({ 'history.seq': seq, 'history.tbl': table, 'history.id': id, 'history.used': 1 }),
          ),
        ),
      )
      .where('history.used', '=', 1)
      .where('taken.c', '<>', 0)
      .execute();
    return rows.map(({ c }) => c);
  },

  tookAny: async (alias: number, contents: readonly number[]): Promise<boolean> => {
    if (contents.length === 0) return false;
    const row = await transaction
      .selectFrom('taken')
      .select('n')
      .where('scope', '=', scope)
      .where('alias', '=', alias)
      .where('c', 'in', contents)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  noteTaken: async (
    alias: number,
    taken: readonly { readonly n: number; readonly h: number; readonly c: number }[],
    at: number,
  ): Promise<void> => {
    await insertTaken(
      transaction,
      taken.map(({ n, h, c }) => ({ scope, alias, n, h, c, at })),
    );
  },

  slowestDone: (seenSince: number) => slowestDone(transaction, scope, seenSince),
});
