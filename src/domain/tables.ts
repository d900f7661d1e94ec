/**
 * Every table of records by its name on the wire, and the compartments in which it may stand.
 * Names are for ever. Fields may be added; none may change its meaning.
 * What the fields of the registers are stands apart (every-table.ts): the first page does without.
 */
import { activityTable } from './records/activity.ts';
import { campaignTable } from './records/campaign.ts';
import { conflictTable } from './records/conflict.ts';
import { measureTable, readingTable, targetTable } from './records/measure.ts';
import { basisTable, indicatorTable, objectiveTable, planTable, ruleTable, taskTable } from './records/plan.ts';
import type { registerTables } from './records/registers.ts';
import { registerNames } from './register-names.ts';
import { agencyTable, personTable, unitLineTable, unitListTable, unitTable } from './records/unit.ts';
import type { RecordOf } from './table.ts';

export const firstTables = {
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
  'unit-list': unitListTable,
  agency: agencyTable,
  person: personTable,
  conflict: conflictTable,
} as const;

export type Tables = typeof firstTables & typeof registerTables;
export type TableName = keyof Tables;
export type RecordIn<T extends TableName> = RecordOf<Tables[T]>;

export const tableNames = [...Object.keys(firstTables), ...registerNames] as readonly TableName[];
const known: ReadonlySet<string> = new Set(tableNames);
export const isTableName = (name: string): name is TableName => known.has(name);

/** A plan and its parts, each after what it points at. */
export const planTables = [
  'plan',
  'basis',
  'objective',
  'indicator',
  'measure',
  'target',
  'task',
  'rule',
  'campaign',
] as const satisfies readonly TableName[];
export type PlanTable = (typeof planTables)[number];

/** Which tables a compartment holds. */
export const tablesOfCompartment = {
  work: [...planTables, 'activity', 'reading', ...registerNames, 'conflict'],
  issued: [...planTables, 'conflict'],
  inbox: [],
  directory: ['agency', 'person'],
  units: ['unit', 'unit-line', 'unit-list'],
} as const satisfies Record<string, readonly TableName[]>;

export type Compartment = keyof typeof tablesOfCompartment;
