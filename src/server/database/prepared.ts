/**
 * Statements that are asked at every exchange: to build the text of one costs more than to run it, so it is built once for
 * each kind of database, and a served database plans it once for each connection.
 *
 * - A statement is a constant of its module; its values are named where it is built and given where it is asked.
 * - It names the columns that it reads: an answer's shape stays the same when a newer server adds a column.
 */
import { sql, type Compilable, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** Stands for a value while a statement is built. */
interface Slot<Values> {
  readonly valueOf: keyof Values;
}

export type SlotOf<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

export interface Prepared {
  /** Under which a connection knows it. */
  readonly name: string;
  /** Whether its answer says anything. What does not matter may be written with the next statement of its transaction. */
  readonly isAwaited: boolean;
}

const byText = new Map<string, Prepared>();

/** `undefined` for what is asked too seldom, or in too many forms, to be kept. */
export const preparedAs = (text: string): Prepared | undefined => byText.get(text);

export const keepPrepared = <Row>(statement: CompiledQuery<Row>, isAwaited: boolean): CompiledQuery<Row> => {
  if (!byText.has(statement.sql)) byText.set(statement.sql, { name: `so_tay_${String(byText.size + 1)}`, isAwaited });
  return statement;
};

/** What is built once for each kind of database. */
export const oncePerKind = <Made>(make: (database: Kysely<Schema>) => Made): ((database: Kysely<Schema>) => Made) => {
  const made = new WeakMap<object, Made>();
  return (database) => {
    const { adapter } = database.getExecutor();
    const known = made.get(adapter) ?? make(database);
    made.set(adapter, known);
    return known;
  };
};

const isSlot = <Values>(slots: ReadonlySet<unknown>, value: unknown): value is Slot<Values> => slots.has(value);

/** The values are named first, for what a statement answers is told by how it is built. */
export const preparing =
  <Values extends object>({ isAwaited } = { isAwaited: true }) =>
  <Row>(build: (database: Kysely<Schema>, slotOf: SlotOf<Values>) => Compilable<Row>) => {
    const slots = new Set<unknown>();
    const slotOf: SlotOf<Values> = (name) => {
      const slot: Slot<Values> = { valueOf: name };
      slots.add(slot);
      return sql`${slot}`;
    };
    const compiled = oncePerKind((database) => keepPrepared(build(database, slotOf).compile(), isAwaited));
    return async (database: Kysely<Schema>, values: Values): Promise<readonly Row[]> => {
      const statement = compiled(database);
      const parameters = statement.parameters.map((parameter) =>
        isSlot<Values>(slots, parameter) ? values[parameter.valueOf] : parameter,
      );
      const { rows } = await database.executeQuery<Row>({ ...statement, parameters });
      return rows;
    };
  };
