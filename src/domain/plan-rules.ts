/** What the fields of one record of a plan must be to each other, asked by the form before it is saved. */
import type { FieldProblem } from './problem.ts';
import type { Measure, Target } from './records/measure.ts';
import type { Rule } from './records/plan.ts';
import type { PlanTable, RecordIn } from './tables.ts';

interface Dated {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
interface Years {
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}

const daysInOrder = ({ from, to }: Dated): readonly FieldProblem[] =>
  from !== undefined && to !== undefined && to < from
    ? [{ field: 'to', problem: { code: 'activity/ends-before-start' } }]
    : [];

const yearsInOrder = ({ fromYear, toYear }: Years): readonly FieldProblem[] =>
  fromYear !== undefined && toYear !== undefined && toYear < fromYear
    ? [{ field: 'toYear', problem: { code: 'target/years-reversed' } }]
    : [];

/** A target has its value, or says who has yet to give it; one that only keeps what was reached needs none. */
const checkTarget = (target: Target): readonly FieldProblem[] => {
  const { comparator, value, max, awaits, maintain } = target;
  const needsValue = comparator !== 'yes' && awaits === undefined && maintain !== true;
  if (value === undefined && needsValue) return [{ field: 'value', problem: { code: 'plan/target-without-value' } }];
  const isReversed = comparator === 'range' && value !== undefined && max !== undefined && max < value;
  return [
    ...(isReversed ? [{ field: 'max', problem: { code: 'target/range-reversed' } } as const] : []),
    ...yearsInOrder(target),
  ];
};

/** A rhythm asks how often, and of what. */
const checkMeasure = ({ kind, cadence, splitBy }: Measure): readonly FieldProblem[] => {
  if (kind === 'cadence' && cadence === undefined)
    return [{ field: 'cadence.every', problem: { code: 'field/required' } }];
  const isUnsplit = kind === 'each-group' && (splitBy === undefined || splitBy === 'none');
  return isUnsplit ? [{ field: 'splitBy', problem: { code: 'field/required' } }] : [];
};

const checkRule = ({ rule, monthDay, month }: Rule): readonly FieldProblem[] =>
  rule !== 'none' && monthDay === undefined && month === undefined
    ? [{ field: 'monthDay', problem: { code: 'field/required' } }]
    : [];

type Checks = { readonly [T in PlanTable]?: (fields: RecordIn<T>) => readonly FieldProblem[] };

const checks: Checks = {
  plan: daysInOrder,
  basis: yearsInOrder,
  task: daysInOrder,
  measure: checkMeasure,
  target: checkTarget,
  rule: checkRule,
  campaign: yearsInOrder,
};

export const checkPlanPart = <T extends PlanTable>(table: T, fields: RecordIn<T>): readonly FieldProblem[] =>
  checks[table]?.(fields) ?? [];
