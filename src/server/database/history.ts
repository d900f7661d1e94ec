/** Every accepted change of a field, kept by what one mutation did to one record: read online, never synced. */
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Value } from '#domain/change.ts';
import { createBlockInsert } from './blocks.ts';
import { readFields, writeJson, type ChangedField } from './json-text.ts';
import type { Schema } from './schema.ts';

interface Key {
  readonly table: string;
  readonly id: string;
}

interface HistoryEntry extends Key {
  readonly seq: number;
  readonly field: string;
  readonly before: Value | undefined;
  readonly after: Value;
  readonly person: string;
  readonly alias: number;
  readonly n: number;
  readonly at: number;
}

const insertRows = createBlockInsert(
  (database, rows: readonly (Insertable<Schema['history']> & Record<string, unknown>)[]) =>
    database.insertInto('history').values(rows),
);

const fieldOf = ({ field, before, after }: HistoryEntry): ChangedField =>
  before === undefined ? [field, after] : [field, after, before];

/** What bears one number is one change. */
const changesOf = (entries: readonly HistoryEntry[]): readonly (readonly [HistoryEntry, readonly ChangedField[]])[] => {
  const changes = new Map<number, readonly [HistoryEntry, ChangedField[]]>();
  for (const entry of entries) {
    const known = changes.get(entry.seq);
    if (known === undefined) changes.set(entry.seq, [entry, [fieldOf(entry)]]);
    else known[1].push(fieldOf(entry));
  }
  return [...changes.values()];
};

export const historyOf = (transaction: Transaction<Schema>, scope: string) => ({
  keepHistory: (entries: readonly HistoryEntry[]): Promise<void> =>
    insertRows(
      transaction,
      changesOf(entries).map(([{ seq, table, id, person, alias, n, at }, fields]) => ({
        scope,
        seq,
        tbl: table,
        id,
        person,
        alias,
        n,
        at,
        fields: writeJson(fields),
      })),
    ),
});

/** Changes of a record before that number, newest first: about `limit` fields, but those of one number together. */
export const readHistory = async (
  database: Kysely<Schema>,
  scope: string,
  key: Key,
  before: number,
  limit: number,
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly hasMore: boolean }> => {
  const rows = await database
    .selectFrom('history')
    .selectAll()
    .where('scope', '=', scope)
    .where('tbl', '=', key.table)
    .where('id', '=', key.id)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  const entries: HistoryEntry[] = [];
  for (const row of rows) {
    entries.push(...entriesOfRow(row));
    if (entries.length >= limit) return { entries, hasMore: true };
  }
  return { entries, hasMore: false };
};

const entriesOfRow = ({ tbl, fields, seq, id, person, alias, n, at }: Selectable<Schema['history']>) =>
  readFields(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, after, before]): HistoryEntry => ({
      table: tbl,
      id,
      seq,
      field,
      before,
      after,
      person,
      alias,
      n,
      at,
    }));
