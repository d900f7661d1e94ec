/**
 * Who must do what: everything that a plan asks of an agency, by the agency's name as it is printed.
 *
 * Spellings of one name ("Công chức Văn hóa - LĐTBXH" with a hyphen or a dash) are one agency; names that merely mean the same are not
 * joined, because only a person knows that. Report rules belong to whoever they name as the one who reports.
 */
import { fold } from './folding.ts';
import { byOrder } from './fractional-order.ts';
import type { AgencyRole, Indicator, Responsible, Rule, Task } from './records/plan.ts';
import type * as v from 'valibot';

export type Role = v.InferOutput<typeof AgencyRole>;

interface Kept<T> {
  readonly id: string;
  readonly fields: T;
}
export interface Duty<T extends Kept<unknown>> {
  readonly of: T;
  readonly role: Role;
}

export interface PlanDuties<T, I, R> {
  readonly tasks: readonly T[];
  readonly indicators: readonly I[];
  readonly rules: readonly R[];
}

export interface AgencyDuties<
  T extends Kept<Task> = Kept<Task>,
  I extends Kept<Indicator> = Kept<Indicator>,
  R extends Kept<Rule> = Kept<Rule>,
> {
  /** Stands in an address: "cong an xa" as "cong-an-xa". */
  readonly key: string;
  /** As it is printed first. */
  readonly name: string;
  readonly tasks: readonly Duty<T>[];
  readonly indicators: readonly Duty<I>[];
  readonly rules: readonly R[];
}

export const agencyKey = (name: string): string => fold(name).replaceAll(' ', '-');

/** What weighs most first: who leads does it. */
export const roles: readonly Role[] = ['lead', 'coordinate', 'requested', 'data'];

interface Collected<T, I, R> {
  readonly name: string;
  readonly tasks: Duty<T & Kept<unknown>>[];
  readonly indicators: Duty<I & Kept<unknown>>[];
  readonly rules: R[];
}

/** Agencies in the order in which the plan first names them, those with tasks before those that only report. */
export const dutiesByAgency = <T extends Kept<Task>, I extends Kept<Indicator>, R extends Kept<Rule>>(
  plan: PlanDuties<T, I, R>,
): readonly AgencyDuties<T, I, R>[] => {
  const found = new Map<string, Collected<T, I, R>>();
  const at = (name: string): Collected<T, I, R> => {
    const key = agencyKey(name);
    const known = found.get(key);
    if (known !== undefined) return known;
    const fresh: Collected<T, I, R> = { name, tasks: [], indicators: [], rules: [] };
    found.set(key, fresh);
    return fresh;
  };
  /** Named twice with several roles it stands once, under the one that weighs most. */
  const roleIn = (agencies: readonly Responsible[], key: string): Role | undefined =>
    roles.find((role) => agencies.some((one) => one.role === role && agencyKey(one.agency) === key));
  const spread = <K extends Kept<{ readonly agencies?: readonly Responsible[] | undefined }>>(
    of: K,
    add: (agency: Collected<T, I, R>, duty: Duty<K>) => void,
  ): void => {
    const agencies = of.fields.agencies ?? [];
    const names = new Map(agencies.map(({ agency }) => [agencyKey(agency), agency] as const));
    for (const [key, name] of names) {
      const role = roleIn(agencies, key);
      if (role !== undefined) add(at(name), { of, role });
    }
  };
  for (const task of [...plan.tasks].sort(byOrder)) spread(task, ({ tasks }, duty) => tasks.push(duty));
  for (const one of [...plan.indicators].sort(byOrder)) spread(one, ({ indicators }, duty) => indicators.push(duty));
  for (const rule of [...plan.rules].sort(byOrder)) at(rule.fields.from).rules.push(rule);
  return [...found].map(([key, { name, tasks, indicators, rules }]) => ({ key, name, tasks, indicators, rules }));
};
