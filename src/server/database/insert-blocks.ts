/**
 * Inserts many rows with few statements. To build the text of a statement with a thousand values costs more than to run it,
 * so rows go in blocks of 256, 128 … 1, and the text of each size is built once for each kind of database.
 */
import type { Compilable, CompiledQuery, Kysely } from 'kysely';

/** SQLite takes at most 32,766 parameters in a statement. */
const MAX_BLOCK = 256;

const blockSize = (left: number): number => Math.min(2 ** Math.floor(Math.log2(left)), MAX_BLOCK);

/** Every row has the same columns in the same order, and each value is one parameter. */
export const createBlockInsert = <Schema, Row extends Readonly<Record<string, unknown>>>(
  build: (database: Kysely<Schema>, rows: readonly Row[]) => Compilable,
) => {
  const built = new WeakMap<object, Map<number, CompiledQuery>>();

  const statementFor = (database: Kysely<Schema>, rows: readonly Row[]): CompiledQuery => {
    const { adapter } = database.getExecutor();
    const bySize = built.get(adapter) ?? new Map<number, CompiledQuery>();
    built.set(adapter, bySize);
    const known = bySize.get(rows.length);
    if (known !== undefined) return { ...known, parameters: rows.flatMap((row) => Object.values(row)) };
    const statement = build(database, rows).compile();
    bySize.set(rows.length, statement);
    return statement;
  };

  return async (database: Kysely<Schema>, rows: readonly Row[]): Promise<void> => {
    for (let from = 0; from < rows.length;) {
      const block = rows.slice(from, from + blockSize(rows.length - from));
      await database.executeQuery(statementFor(database, block));
      from += block.length;
    }
  };
};
