/**
 * Statements over many rows. To build the text of a statement with a thousand values costs more than to run it, so rows go
 * in blocks of some sizes, and the text of each size is built once for each kind of database.
 */
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import { keepPrepared, oncePerKind } from './prepared.ts';
import type { Schema } from './schema.ts';

/** SQLite takes at most 32,766 parameters in a statement. */
const MAX_BLOCK = 256;
/** What a person does between two exchanges is one block; what is longer is some: 256, 128 … */
const MAX_EXACT = 32;

const blockSize = (left: number): number =>
  left <= MAX_EXACT ? left : Math.min(2 ** Math.floor(Math.log2(left)), MAX_BLOCK);

export function* blocksOf<T>(items: readonly T[]): Generator<readonly T[], void, undefined> {
  for (let from = 0; from < items.length;) {
    const block = items.slice(from, from + blockSize(items.length - from));
    yield block;
    from += block.length;
  }
}

/** `parametersOf` says in their order what stands for values in the text that `build` makes of as many items. */
const createBlocks = <Item, Answer>(
  build: (database: Kysely<Schema>, items: readonly Item[]) => Compilable<Answer>,
  parametersOf: (items: readonly Item[]) => readonly unknown[],
  isAwaited: boolean,
) => {
  const statementsOf = oncePerKind(() => new Map<number, CompiledQuery<Answer>>());
  return (database: Kysely<Schema>, items: readonly Item[]): CompiledQuery<Answer> => {
    const bySize = statementsOf(database);
    const known = bySize.get(items.length);
    if (known !== undefined) return { ...known, parameters: parametersOf(items) };
    const statement = keepPrepared(build(database, items).compile(), isAwaited);
    bySize.set(items.length, statement);
    return statement;
  };
};

/** Every row has the same columns in the same order, and each value is one parameter. */
export const createBlockInsert = <Row extends Readonly<Record<string, unknown>>>(
  build: (database: Kysely<Schema>, rows: readonly Row[]) => Compilable,
) => {
  const statementFor = createBlocks(build, (rows) => rows.flatMap((row) => Object.values(row)), false);
  return async (database: Kysely<Schema>, rows: readonly Row[]): Promise<void> => {
    for (const block of blocksOf(rows)) await database.executeQuery(statementFor(database, block));
  };
};

/** What is found under these ids of one table in one scope; they are asked for in this order: scope, table, ids. */
export const createBlockRead = <Answer>(
  build: (database: Kysely<Schema>, scope: string, table: string, ids: readonly string[]) => Compilable<Answer>,
) => {
  interface Item {
    readonly scope: string;
    readonly table: string;
    readonly id: string;
  }
  const statementFor = createBlocks<Item, Answer>(
    (database, items) =>
      build(
        database,
        items[0]?.scope ?? '',
        items[0]?.table ?? '',
        items.map(({ id }) => id),
      ),
    (items) => [items[0]?.scope, items[0]?.table, ...items.map(({ id }) => id)],
    true,
  );
  return async (database: Kysely<Schema>, scope: string, table: string, ids: readonly string[]) => {
    const found: Answer[] = [];
    const items = ids.map((id) => ({ scope, table, id }));
    for (const block of blocksOf(items))
      found.push(...(await database.executeQuery(statementFor(database, block))).rows);
    return found;
  };
};
