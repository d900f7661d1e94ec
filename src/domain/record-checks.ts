/** What the fields of a whole record must be to each other, table by table; most tables ask nothing. */
import { checkActivity } from './activity-rules.ts';
import type { FieldProblem } from './problem.ts';
import { checkNothing } from './reading-nothing.ts';
import { checkRegister } from './register-rules.ts';
import { isRegisterName } from './register-names.ts';
import type { RecordIn, TableName } from './tables.ts';

type Checks = { readonly [T in TableName]?: (record: RecordIn<T>) => readonly FieldProblem[] };

const checks: Checks = {
  activity: (activity) => checkActivity(activity),
  // Whether a reading answers its measure is asked where the measure is at hand.
  reading: checkNothing,
};

export const checkWhole = <T extends TableName>(table: T, record: RecordIn<T>): readonly FieldProblem[] =>
  isRegisterName(table) ? checkRegister(table, record) : (checks[table]?.(record) ?? []);
