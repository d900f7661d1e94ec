/** A table's fields, by which its rows are read. Those of the registers are fetched when somebody asks for a row of one. */
import { firstTables, type TableName, type Tables } from '#domain/tables.ts';

const first: Partial<Tables> = firstTables;

export const definitionOf = async <T extends TableName>(name: T): Promise<Tables[T]> => {
  const known: Tables[T] | undefined = first[name];
  if (known !== undefined) return known;
  const { tables } = await import('#domain/every-table.ts');
  return tables[name];
};
