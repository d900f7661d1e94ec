/**
 * The records of which a plan is made, and how they point at each other: what copying and issuing need to know of every table.
 *
 * A reference is told by its field's name, which means the same in every table; a day and a year by their schema.
 */
import { localDate, year } from './table.ts';
import { planTables, firstTables, type PlanTable, type RecordIn } from './tables.ts';
import type { Schema, Table } from './table.ts';

export interface PlanPart<T extends PlanTable = PlanTable> {
  readonly table: T;
  readonly id: string;
  readonly fields: RecordIn<T>;
}

/** Single fields that hold the id of another record of the same plan. */
const references: readonly string[] = ['plan', 'objective', 'indicator', 'measure', 'campaign', 'task'];
/** Sets whose elements are ids of records of the same plan, or of a plan above. */
const referenceSets: readonly string[] = ['campaigns', 'indicators', 'measures', 'tasks'];

export const isReference = (field: string): boolean => references.includes(field);
export const isReferenceSet = (set: string): boolean => referenceSets.includes(set);

export const isPlanTable = (table: string): table is PlanTable => planTables.some((one) => one === table);

const schemaOf = (table: PlanTable, field: string): Schema | undefined => {
  const { single }: Table = firstTables[table];
  return Object.hasOwn(single, field) ? single[field] : undefined;
};

export const isDay = (table: PlanTable, field: string): boolean => schemaOf(table, field) === localDate;
export const isYear = (table: PlanTable, field: string): boolean => schemaOf(table, field) === year;
