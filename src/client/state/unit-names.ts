/** What a unit is called, and which unit a record was made in: records of a merged unit keep the name of the old one. */
import type { LocalDate } from '#domain/dates.ts';
import { asOn } from '#domain/held.ts';
import { compartmentOf, unitOfScope, type Scope } from '#domain/scope.ts';
import { reachedBy } from './business-day.ts';
import type { Workbook } from './workbook.ts';

type Near = Pick<Workbook, 'me' | 'near' | 'today'>;

const unitOf = ({ near }: Near, id: string) => near().units.find((unit) => unit.id === id)?.fields;

export const unitName = (workbook: Near, id = workbook.me().unit, day: LocalDate = workbook.today()): string => {
  const unit = unitOf(workbook, id);
  return unit === undefined ? '' : asOn(unit, day).name;
};

/** The unit whose work the own one carries on, if the scope is its work. */
const carriedUnit = ({ me }: Near, scope: Scope): string | undefined => {
  const unit = unitOfScope(scope);
  return unit === me().unit || compartmentOf(scope) !== 'work' ? undefined : unit;
};

/** By the name that the unit had on the day; "" for what was made in the own one, or issued above. */
export const madeIn = (workbook: Near, scope: Scope, day?: LocalDate): string => {
  const unit = carriedUnit(workbook, scope);
  return unit === undefined ? '' : unitName(workbook, unit, day);
};

export interface Carried {
  readonly units: readonly string[];
  /** The last day of the unit that was carried on, if it has ended. */
  readonly last: LocalDate | undefined;
}

/** What the plans of an old unit speak of: what was done there, and where it carried on the work, until it ended. */
export const carriedBy = (workbook: Near, scope: Scope): Carried | undefined => {
  const unit = carriedUnit(workbook, scope);
  if (unit === undefined) return undefined;
  return { units: reachedBy('predecessor', unit, workbook.near()), last: unitOf(workbook, unit)?.to };
};
