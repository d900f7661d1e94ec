/**
 * What stands in a backup, the same from either database: lines of JSON, gzipped. First what it is, then each table's
 * name and columns and its rows, last the number of rows and a SHA-256 of all lines before.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Cell, Snapshot } from './snapshot.ts';
import { isTableName, type TableName } from './tables.ts';

const FORMAT = 1;

const Head = v.strictObject({
  backup: v.literal('so-tay-binh-dang-gioi'),
  format: v.literal(FORMAT),
  /** ISO, UTC. */
  made: v.string(),
  from: v.picklist(['SQLite', 'PostgreSQL']),
  migrations: v.array(v.string()),
});
export type BackupHead = v.InferOutput<typeof Head>;
const Table = v.strictObject({
  table: v.custom<TableName>((name) => typeof name === 'string' && isTableName(name)),
  columns: v.array(v.string()),
});
const Row = v.array(v.union([v.string(), v.number(), v.null()]));
const End = v.strictObject({ rows: v.record(v.string(), v.number()), sha256: v.string() });

export type Counts = Readonly<Record<string, number>>;

export type BackupItem =
  | { readonly is: 'head'; readonly head: BackupHead }
  | { readonly is: 'table'; readonly table: TableName; readonly columns: readonly string[] }
  | { readonly is: 'row'; readonly table: TableName; readonly cells: readonly Cell[] }
  /** The last item of a backup that is whole, and of no other. */
  | { readonly is: 'end'; readonly rows: Counts; readonly sha256: string };

/** Looks at a row on its way. */
export type See = (table: TableName, columns: readonly string[], cells: readonly Cell[]) => void;

export async function* linesOfSnapshot(
  { tables, migrations }: Snapshot,
  { made, from }: Pick<BackupHead, 'made' | 'from'>,
  seen: See,
): AsyncGenerator<string, void, undefined> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const counted = (text: string): string => {
    hash.update(text);
    return text;
  };
  const head: BackupHead = { backup: 'so-tay-binh-dang-gioi', format: FORMAT, made, from, migrations: [...migrations] };
  yield counted(`${JSON.stringify(head)}\n`);
  for await (const { table, columns, rows: pages } of tables) {
    yield counted(`${JSON.stringify({ table, columns })}\n`);
    rows[table] = 0;
    for await (const page of pages) {
      for (const cells of page) seen(table, columns, cells);
      rows[table] += page.length;
      yield counted(page.map((cells) => `${JSON.stringify(cells)}\n`).join(''));
    }
  }
  yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`;
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The items of a backup, as far as it can be understood; only one that is whole has an end. */
export async function* itemsOfLines(lines: AsyncIterable<string>): AsyncGenerator<BackupItem, void, undefined> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let table: { readonly name: TableName; readonly width: number } | undefined;
  let begun = false;
  for await (const line of lines) {
    const found = parseJson(line);
    if (Array.isArray(found)) {
      if (table === undefined || found.length !== table.width || !v.is(Row, found)) return;
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      yield { is: 'row', table: table.name, cells: found };
    } else if (begun && v.is(End, found)) {
      const sha256 = hash.digest('hex');
      if (sha256 === found.sha256 && sameCounts(rows, found.rows)) yield { is: 'end', rows, sha256 };
      return;
    } else if (begun && v.is(Table, found)) {
      table = { name: found.table, width: found.columns.length };
      rows[found.table] = 0;
      yield { is: 'table', table: found.table, columns: found.columns };
    } else if (!begun && v.is(Head, found)) {
      begun = true;
      yield { is: 'head', head: found };
    } else {
      return;
    }
    hash.update(`${line}\n`);
  }
}

const sameCounts = (a: Counts, b: Counts): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([table, count]) => b[table] === count);
