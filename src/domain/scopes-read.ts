/** Which scopes a person's device keeps. Apart from the rights, because a device is told, and asks them alone. */
import type { LocalDate } from './dates.ts';
import type { UnitLine } from './records/unit.ts';
import { ancestorsOf, formerlyAbove, predecessorsOf } from './relations.ts';
import { compartmentsRead, type Actor, type Relation } from './rights.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from './scope.ts';

/** Every scope that a person's device keeps, own `work` first where it is read. */
export const scopesReadBy = (
  { unit, role }: Pick<Actor, 'unit' | 'role'>,
  lines: readonly UnitLine[],
  day: LocalDate,
): readonly Scope[] => {
  const scopesOf = (units: readonly string[], relation: Relation) =>
    units.flatMap((other) => compartmentsRead(role, relation).map((compartment) => scopeOf(other, compartment)));
  return [
    ...new Set([
      ...scopesOf([unit], 'own'),
      ...scopesOf(predecessorsOf(unit, lines, day), 'predecessor'),
      ...scopesOf(ancestorsOf(unit, lines, day), 'above'),
      ...scopesOf(formerlyAbove(unit, lines, day), 'above'),
      UNITS_SCOPE,
    ]),
  ];
};
