/**
 * Every table of records, by its name on the wire, with the compartments in which it may stand.
 * Names are for ever. Fields may be added; none may change its meaning.
 */
import { activityTable } from './records/activity.ts';
import { campaignTable } from './records/campaign.ts';
import { conflictTable } from './records/conflict.ts';
import { measureTable, readingTable, targetTable } from './records/measure.ts';
import { basisTable, indicatorTable, objectiveTable, planTable, ruleTable, taskTable } from './records/plan.ts';
import { agencyTable, personTable, unitLineTable, unitTable } from './records/unit.ts';
import type { RecordOf } from './table.ts';

export const tables = {
  plan: planTable,
  basis: basisTable,
  objective: objectiveTable,
  indicator: indicatorTable,
  measure: measureTable,
  target: targetTable,
  task: taskTable,
  rule: ruleTable,
  campaign: campaignTable,
  activity: activityTable,
  reading: readingTable,
  unit: unitTable,
  'unit-line': unitLineTable,
  agency: agencyTable,
  person: personTable,
  conflict: conflictTable,
} as const;

export type Tables = typeof tables;
export type TableName = keyof Tables;
export type RecordIn<T extends TableName> = RecordOf<Tables[T]>;

export const tableNames = Object.keys(tables) as readonly TableName[];
export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name);

const planTables: readonly TableName[] = [
  'plan',
  'basis',
  'objective',
  'indicator',
  'measure',
  'target',
  'task',
  'rule',
  'campaign',
];

/** Which tables a compartment holds. */
export const tablesOfCompartment = {
  work: [...planTables, 'activity', 'reading', 'conflict'],
  issued: [...planTables, 'conflict'],
  inbox: [],
  directory: ['agency', 'person'],
  units: ['unit', 'unit-line'],
} as const satisfies Record<string, readonly TableName[]>;

export type Compartment = keyof typeof tablesOfCompartment;
