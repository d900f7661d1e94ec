/**
 * How one unit stands to another on a day, from the dated lines between them. Trees have any depth, and communes merge.
 * A line in a circle, which no form can make but a faulty import could, ends the walk instead of turning for ever.
 */
import type { LocalDate } from './dates.ts';
import type { UnitLine } from './records/unit.ts';

/** parent and child are one step away; above and below are further. */
export type Relation = 'own' | 'predecessor' | 'parent' | 'above' | 'child' | 'below' | 'sibling' | 'elsewhere';

const isInForce = (line: UnitLine, day: LocalDate): boolean =>
  (line.from === undefined || line.from <= day) && (line.to === undefined || line.to >= day);

const step = (
  units: ReadonlySet<string>,
  lines: readonly UnitLine[],
  day: LocalDate,
  relation: UnitLine['relation'],
): ReadonlySet<string> =>
  new Set(
    lines
      .filter((line) => line.relation === relation && units.has(line.unit) && isInForce(line, day))
      .map((line) => line.other),
  );

const walk = (
  unit: string,
  lines: readonly UnitLine[],
  day: LocalDate,
  relation: UnitLine['relation'],
): readonly string[] => {
  const found = new Set<string>();
  let edge: ReadonlySet<string> = new Set([unit]);
  while (edge.size > 0) {
    edge = new Set([...step(edge, lines, day, relation)].filter((other) => other !== unit && !found.has(other)));
    for (const other of edge) found.add(other);
  }
  return [...found];
};

/** Parent, grandparent and so on, nearest first. */
export const ancestorsOf = (unit: string, lines: readonly UnitLine[], day: LocalDate): readonly string[] =>
  walk(unit, lines, day, 'parent');

/** The units whose work this one carries on. */
export const predecessorsOf = (unit: string, lines: readonly UnitLine[], day: LocalDate): readonly string[] =>
  walk(unit, lines, day, 'predecessor');

const parentsOf = (unit: string, lines: readonly UnitLine[], day: LocalDate): ReadonlySet<string> =>
  step(new Set([unit]), lines, day, 'parent');

/** What `unit` is to `actorUnit`: 'parent' means that it is the actor's parent. */
export const relationOf = (actorUnit: string, unit: string, lines: readonly UnitLine[], day: LocalDate): Relation => {
  if (unit === actorUnit) return 'own';
  if (predecessorsOf(actorUnit, lines, day).includes(unit)) return 'predecessor';
  const parents = parentsOf(actorUnit, lines, day);
  if (parents.has(unit)) return 'parent';
  if (ancestorsOf(actorUnit, lines, day).includes(unit)) return 'above';
  const parentsOfOther = parentsOf(unit, lines, day);
  if (parentsOfOther.has(actorUnit)) return 'child';
  if (ancestorsOf(unit, lines, day).includes(actorUnit)) return 'below';
  return [...parents].some((parent) => parentsOfOther.has(parent)) ? 'sibling' : 'elsewhere';
};
