/**
 * Every change of a field, kept by what one mutation did to one record: read online, never synced. What came when something
 * written later stood there, and was not used, stands beside the change that it lost to, under that change's number.
 */
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
  readonly isUsed: boolean;
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

/** What one mutation did under one number, or would have done, is one change: no mutation names a record twice. */
const changesOf = (entries: readonly HistoryEntry[]): readonly (readonly [HistoryEntry, readonly ChangedField[]])[] => {
  const changes = new Map<string, readonly [HistoryEntry, ChangedField[]]>();
  for (const entry of entries) {
    const name = `${String(entry.seq)}|${String(entry.alias)}.${String(entry.n)}`;
    const known = changes.get(name);
    if (known === undefined) changes.set(name, [entry, [fieldOf(entry)]]);
    else known[1].push(fieldOf(entry));
  }
  return [...changes.values()];
};

export const historyOf = (transaction: Transaction<Schema>, scope: string) => ({
  keepHistory: (entries: readonly HistoryEntry[]): Promise<void> =>
    insertRows(
      transaction,
      changesOf(entries).map(([{ seq, table, id, isUsed, person, alias, n, at }, fields]) => ({
        scope,
        seq,
        tbl: table,
        id,
        person,
        alias,
        n,
        used: isUsed ? 1 : 0,
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
  const newestFirst = database
    .selectFrom('history')
    .selectAll()
    .where('scope', '=', scope)
    .where('tbl', '=', key.table)
    .where('id', '=', key.id)
    .orderBy('seq', 'desc')
    .orderBy('used', 'desc')
    .orderBy('alias')
    .orderBy('n');
  const rows = await newestFirst.where('seq', '<', before).limit(limit).execute();
  const entries: HistoryEntry[] = [];
  for (const row of rows) {
    entries.push(...entriesOfRow(row));
    if (entries.length < limit) continue;
    const whole = await newestFirst.where('seq', '=', row.seq).execute();
    return { entries: [...entries.filter(({ seq }) => seq > row.seq), ...whole.flatMap(entriesOfRow)], hasMore: true };
  }
  return { entries, hasMore: false };
};

const entriesOfRow = ({ tbl, fields, seq, id, used, person, alias, n, at }: Selectable<Schema['history']>) =>
  readFields(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, after, before]): HistoryEntry => ({
      table: tbl,
      id,
      seq,
      field,
      isUsed: used === 1,
      before,
      after,
      person,
      alias,
      n,
      at,
    }));
