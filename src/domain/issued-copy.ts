/** An own plan as it is issued: a frozen copy under the ids of its version (plan-versions.ts), the same however often it is made. */
import type { Change } from './change.ts';
import { issuedId } from './plan-versions.ts';
import { changesOf, isPartOf, standing, walked, type PlanSource, type Walk } from './plan-walk.ts';
import type { Plan } from './records/plan.ts';
import type { Scope } from './scope.ts';

export interface IssueOptions {
  readonly into: Scope;
  readonly version: number;
  readonly issuedOn: string;
  readonly number: string | undefined;
  readonly date: string | undefined;
  readonly datePrinted: string | undefined;
  /** What this version changes, of one after the first. */
  readonly amendment: string | undefined;
}

/** What only the author's own work is about. */
const notIssued: readonly string[] = ['state', 'ticked'];

export const issuedCopy = (whole: PlanSource, options: IssueOptions): readonly Change[] => {
  const source = standing(whole);
  const { into, version, issuedOn, number, date, datePrinted, amendment } = options;
  const idOf = (id: string): string => issuedId(id, version);
  const walk: Walk = {
    idOf,
    isOwn: isPartOf(source),
    field: (_table, field, value) => (notIssued.includes(field) ? undefined : value),
  };
  const { number: _number, date: _date, datePrinted: _printed, ...head } = walked(walk, source.plan).fields;
  const before = (head.amendments ?? []).filter((one) => one.version < version);
  const fields: Plan = {
    ...head,
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
    ...(datePrinted !== undefined && { datePrinted }),
    version,
    issuedOn,
    ...((before.length > 0 || amendment !== undefined) && {
      amendments: [...before, ...(amendment === undefined ? [] : [{ version, what: amendment }])],
    }),
    governing: Object.fromEntries(
      Object.entries(head.governing).map(([name, { rule, ...rest }]) => [
        name,
        {
          ...rest,
          rule: rule.startsWith(`${source.scope}~`) ? `${into}~${rule.slice(source.scope.length + 1)}` : rule,
        },
      ]),
    ),
    complete: true,
  };
  const parts = source.parts.map((part) => walked(walk, part));
  return changesOf(parts, idOf(source.plan.id), fields);
};
