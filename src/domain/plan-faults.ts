/**
 * What is blank or contradictory in a plan, computed from its records, so that it can be shown where it stands.
 * Nothing here stands in the way of saving or issuing: documents come with such faults, and an officer decides.
 */
import { yearOf } from './dates.ts';
import { lastValidDay } from './deadlines.ts';
import { standing, type PlanSource } from './plan-walk.ts';
import type { PlanPart } from './plan-parts.ts';
import type { Rule } from './records/plan.ts';
import type { PlanTable, RecordIn } from './tables.ts';

export type PlanFault =
  | { readonly at: string; readonly code: 'number-blank' | 'date-blank' | 'date-partial' }
  /** An indicator without a measure, a measure without a target, a target that the level above has yet to give. */
  | { readonly at: string; readonly code: 'no-measure' | 'no-target' | 'target-awaited' }
  | { readonly at: string; readonly code: 'no-agency' }
  | { readonly at: string; readonly code: 'outside-plan'; readonly from: string; readonly to: string }
  /** The inner deadline is not before the outer one. */
  | { readonly at: string; readonly code: 'inner-after-outer'; readonly inner: string; readonly outer: string }
  /** Another rule asks the same report by another day. */
  | { readonly at: string; readonly code: 'two-deadlines'; readonly days: readonly string[] }
  /** Names a year that the plan is not about. */
  | { readonly at: string; readonly code: 'other-year'; readonly year: number };

interface Kept<T extends PlanTable> {
  readonly id: string;
  readonly fields: RecordIn<T>;
}

const of = <T extends PlanTable>(parts: readonly PlanPart[], table: T): readonly Kept<T>[] =>
  // The part is of that table; the compiler cannot follow that through its name.
  parts.filter((part) => part.table === table).map(({ id, fields }) => ({ id, fields: fields as RecordIn<T> }));

const WHOLE_DAY = 10;
const hasNumber = (number: string | undefined): boolean => /\d/u.test((number ?? '').split('/')[0] ?? '');

const headFaults = ({ plan: { id, fields } }: PlanSource): readonly PlanFault[] => [
  ...(hasNumber(fields.number) ? [] : [{ at: id, code: 'number-blank' } as const]),
  ...(fields.date === undefined ? [{ at: id, code: 'date-blank' } as const] : []),
  ...(fields.date !== undefined && fields.date.length < WHOLE_DAY ? [{ at: id, code: 'date-partial' } as const] : []),
];

const measureFaults = ({ parts }: PlanSource): readonly PlanFault[] => {
  const measures = of(parts, 'measure');
  const targets = of(parts, 'target');
  const measured = new Set(measures.map(({ fields }) => fields.indicator));
  const aimed = new Set(targets.map(({ fields }) => fields.measure));
  const needsTarget = (kind: RecordIn<'measure'>['kind']): boolean =>
    kind !== 'direction' && kind !== 'pointer' && kind !== 'list';
  return [
    ...of(parts, 'indicator')
      .filter(({ id }) => !measured.has(id))
      .map(({ id }) => ({ at: id, code: 'no-measure' }) as const),
    ...measures
      .filter(({ id, fields }) => !aimed.has(id) && needsTarget(fields.kind))
      .map(({ id }) => ({ at: id, code: 'no-target' }) as const),
    ...targets
      .filter(({ fields }) => fields.awaits !== undefined && fields.value === undefined)
      .map(({ id }) => ({ at: id, code: 'target-awaited' }) as const),
  ];
};

const yearsNamed = (text: string): readonly number[] =>
  [...text.matchAll(/năm (\d{4})(?!\d)/gu)].map(([, year]) => Number(year));

const taskFaults = ({ plan, parts }: PlanSource): readonly PlanFault[] => {
  const { from, to } = plan.fields;
  const isOther = (year: number): boolean => year < yearOf(from) && year >= yearOf(from) - 1;
  return of(parts, 'task').flatMap(({ id, fields }): readonly PlanFault[] => {
    const isOutside = (fields.from ?? from) < from || (fields.to ?? to) > to;
    const other = yearsNamed(fields.text).find(isOther);
    return [
      ...((fields.agencies ?? []).length === 0 ? [{ at: id, code: 'no-agency' } as const] : []),
      ...(isOutside ? [{ at: id, code: 'outside-plan', from: fields.from ?? from, to: fields.to ?? to } as const] : []),
      ...(other === undefined ? [] : [{ at: id, code: 'other-year', year: other } as const]),
    ];
  });
};

const isPeriodic = ({ kind }: Rule): boolean => kind === 'half-year' || kind === 'year';

const ruleFaults = ({ plan, parts }: PlanSource): readonly PlanFault[] => {
  const year = yearOf(plan.fields.from);
  const dated = of(parts, 'rule').flatMap(({ id, fields }) => {
    const day = isPeriodic(fields) ? lastValidDay(fields, fields.year ?? year) : undefined;
    return day === undefined ? [] : [{ id, rule: fields, day }];
  });
  return dated.flatMap(({ id, rule, day }): readonly PlanFault[] => {
    const same = dated.filter((other) => other.rule.kind === rule.kind && other.id !== id);
    const outer = same
      .filter((other) => other.rule.reach === 'outer')
      .map((other) => other.day)
      .sort()[0];
    const others = same
      .filter((other) => other.rule.reach === rule.reach && other.day !== day)
      .map((other) => other.day);
    return [
      ...(rule.reach === 'inner' && outer !== undefined && day >= outer
        ? [{ at: id, code: 'inner-after-outer', inner: day, outer } as const]
        : []),
      ...(others.length > 0 ? [{ at: id, code: 'two-deadlines', days: [day, ...others] } as const] : []),
    ];
  });
};

export const faultsOf = (whole: PlanSource): readonly PlanFault[] => {
  const source = standing(whole);
  return [...headFaults(source), ...measureFaults(source), ...taskFaults(source), ...ruleFaults(source)];
};
