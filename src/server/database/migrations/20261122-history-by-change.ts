/**
 * History by change: one row for what a mutation did to a record, instead of one for each field. A new record has a dozen
 * fields, which repeated its keys and its author a dozen times, in two indexes. Beside a change stand those that lost to it.
 */
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

interface FieldRow {
  readonly scope: string;
  readonly seq: number;
  readonly tbl: string;
  readonly id: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
  readonly person: string;
  readonly alias: number;
  readonly n: number;
  readonly at: number;
}

const PAGE_ROWS = 1_000;

const up = async (database: Kysely<unknown>): Promise<void> => {
  const { schema } = database;
  await schema.dropIndex('history_by_record').execute();
  await schema.alterTable('history').renameTo('history_by_field').execute();
  await schema
    .createTable('history')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('tbl', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('alias', 'integer', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('used', 'smallint', (column) => column.notNull().defaultTo(1))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('history_change_key', ['scope', 'seq', 'alias', 'n'])
    .execute();
  for await (const rows of pagesOf(database)) await insert(database, rows);
  await schema.createIndex('history_by_record').on('history').columns(['scope', 'tbl', 'id', 'seq']).execute();
  await schema.dropTable('history_by_field').execute();
};

const insert = async (database: Kysely<unknown>, changes: readonly (readonly FieldRow[])[]): Promise<void> => {
  const values = changes.flatMap((fields) => {
    const [first] = fields;
    if (first === undefined) return [];
    const { scope, seq, tbl, id, person, alias, n, at } = first;
    return [sql`(${sql.join([scope, seq, tbl, id, person, alias, n, at, fieldsOf(fields)])})`];
  });
  if (values.length === 0) return;
  await sql`INSERT INTO history (scope, seq, tbl, id, person, alias, n, at, fields) VALUES ${sql.join(values)}`.execute(
    database,
  );
};

/** Values are JSON already. */
const fieldsOf = (fields: readonly FieldRow[]): string => {
  const each = fields.map(({ field, before, after }) =>
    before === null ? `[${JSON.stringify(field)},${after}]` : `[${JSON.stringify(field)},${after},${before}]`,
  );
  return `[${each.join(',')}]`;
};

/** The fields of each change together, some changes at a time. */
async function* pagesOf(database: Kysely<unknown>): AsyncGenerator<readonly (readonly FieldRow[])[], void, undefined> {
  let open: FieldRow[] = [];
  for (;;) {
    const last = open.at(-1);
    const { rows } = await sql<FieldRow>`SELECT * FROM history_by_field
      ${last === undefined ? sql`` : sql`WHERE (scope, seq, field) > (${last.scope}, ${last.seq}, ${last.field})`}
      ORDER BY scope, seq, field LIMIT ${sql.lit(PAGE_ROWS)}`.execute(database);
    const whole: (readonly FieldRow[])[] = [];
    for (const row of rows) {
      const [first] = open;
      if (first === undefined || (first.scope === row.scope && first.seq === row.seq)) open.push(row);
      else {
        whole.push(open);
        open = [row];
      }
    }
    if (rows.length < PAGE_ROWS) return yield [...whole, open];
    yield whole;
  }
}

export const historyByChange: Migration = { up };
