/**
 * How one unit stands to another on a day, from the dated lines between them. Trees have any depth, and communes merge.
 *
 * - A unit that carries on others' work reads what they left; their own predecessors too.
 * - What stood above and has ended since is still read: it issued what old plans answer, and issues nothing more.
 * - A line in a circle, which neither a form nor a list can make, ends the walk instead of turning for ever.
 */
import type { LocalDate } from './dates.ts';
import type { UnitLine } from './records/unit.ts';

/** parent and child are one step away; above and below are further. */
export type Relation = 'own' | 'predecessor' | 'parent' | 'above' | 'child' | 'below' | 'sibling' | 'elsewhere';

type Lines = readonly UnitLine[];
type ByUnit = ReadonlyMap<string, Lines>;

interface Index {
  readonly parents: ByUnit;
  readonly predecessors: ByUnit;
  /** By the unit that is carried on. */
  readonly successors: ByUnit;
}

const groupOf = (lines: Lines, keyOf: (line: UnitLine) => string): ByUnit => {
  const groups = new Map<string, UnitLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [line]);
    else group.push(line);
  }
  return groups;
};

/** A country has thousands of lines, and every request asks; they are sorted once for each reading of them. */
const indexes = new WeakMap<Lines, Index>();
const indexOf = (lines: Lines): Index => {
  const known = indexes.get(lines);
  if (known !== undefined) return known;
  const parents = lines.filter(({ relation }) => relation === 'parent');
  const predecessors = lines.filter(({ relation }) => relation === 'predecessor');
  const index: Index = {
    parents: groupOf(parents, ({ unit }) => unit),
    predecessors: groupOf(predecessors, ({ unit }) => unit),
    successors: groupOf(predecessors, ({ other }) => other),
  };
  indexes.set(lines, index);
  return index;
};

const isInForce = (line: UnitLine, day: LocalDate): boolean =>
  (line.from === undefined || line.from <= day) && (line.to === undefined || line.to >= day);

const isOver = (line: UnitLine, day: LocalDate): boolean => line.to !== undefined && line.to < day;

/** Every unit that steps lead to, nearest first, without the one from which they start. */
const walk = (unit: string, next: (unit: string) => readonly string[]): readonly string[] => {
  const found = new Set([unit]);
  for (const at of found) for (const other of next(at)) found.add(other);
  found.delete(unit);
  return [...found];
};

const parentsOf = (unit: string, lines: Lines, day: LocalDate): readonly string[] =>
  (indexOf(lines).parents.get(unit) ?? []).filter((line) => isInForce(line, day)).map(({ other }) => other);

/** Parent, grandparent and so on, nearest first. */
export const ancestorsOf = (unit: string, lines: Lines, day: LocalDate): readonly string[] =>
  walk(unit, (at) => parentsOf(at, lines, day));

/** Those above on the day, and those that lines of later days put there. */
export const aboveFrom = (unit: string, lines: Lines, day: LocalDate): readonly string[] =>
  walk(unit, (at) =>
    (indexOf(lines).parents.get(at) ?? []).filter((line) => !isOver(line, day)).map(({ other }) => other),
  );

/** Whether it is one of the units or stands below one, on the day or later: what carries them on cannot hang there. */
export const isWithin = (unit: string, units: readonly string[], lines: Lines, day: LocalDate): boolean =>
  [unit, ...aboveFrom(unit, lines, day)].some((one) => units.includes(one));

/** The topmost unit above, whatever the day. */
export const rootOf = (unit: string, lines: Lines): string =>
  walk(unit, (at) => (indexOf(lines).parents.get(at) ?? []).slice(0, 1).map(({ other }) => other)).at(-1) ?? unit;

/** The units whose work this one carries on. */
export const predecessorsOf = (unit: string, lines: Lines, day: LocalDate): readonly string[] =>
  walk(unit, (at) =>
    (indexOf(lines).predecessors.get(at) ?? []).filter((line) => isInForce(line, day)).map(({ other }) => other),
  );

/** The units that carry on this one's work. */
export const successorsOf = (unit: string, lines: Lines, day: LocalDate): readonly string[] =>
  walk(unit, (at) =>
    (indexOf(lines).successors.get(at) ?? []).filter((line) => isInForce(line, day)).map(({ unit: next }) => next),
  );

/** By the lines alone: it is carried on by another, or reported to somebody and does no more. */
export const hasEnded = (unit: string, lines: Lines, day: LocalDate): boolean => {
  const { parents, successors } = indexOf(lines);
  if ((successors.get(unit) ?? []).some((line) => isInForce(line, day))) return true;
  const above = parents.get(unit) ?? [];
  return above.some((line) => isOver(line, day)) && !above.some((line) => isInForce(line, day));
};

/** What stood above a unit, or above those whose work it carries on, and has ended. */
export const formerlyAbove = (unit: string, lines: Lines, day: LocalDate): readonly string[] => {
  const carried = [unit, ...predecessorsOf(unit, lines, day)];
  const up = (at: string): readonly string[] =>
    (indexOf(lines).parents.get(at) ?? [])
      .filter((line) => isInForce(line, day) || (isOver(line, day) && hasEnded(line.other, lines, day)))
      .map(({ other }) => other);
  const today = new Set([...carried, ...ancestorsOf(unit, lines, day)]);
  return [...new Set(carried.flatMap((one) => walk(one, up)))].filter((one) => !today.has(one));
};

/** Who stands above a unit that ended: above those who carry it on, and above it as it was. */
const aboveEnded = (unit: string, lines: Lines, day: LocalDate): readonly string[] => {
  const up = (at: string): readonly string[] =>
    (indexOf(lines).parents.get(at) ?? [])
      .filter((line) => isInForce(line, day) || (isOver(line, day) && hasEnded(at, lines, day)))
      .map(({ other }) => other);
  return [unit, ...successorsOf(unit, lines, day)].flatMap((one) => walk(one, up));
};

/** What `unit` is to `actorUnit`: 'parent' means that it is the actor's parent. */
export const relationOf = (actorUnit: string, unit: string, lines: Lines, day: LocalDate): Relation => {
  if (unit === actorUnit) return 'own';
  if (predecessorsOf(actorUnit, lines, day).includes(unit)) return 'predecessor';
  const parents = parentsOf(actorUnit, lines, day);
  if (parents.includes(unit)) return 'parent';
  if (ancestorsOf(actorUnit, lines, day).includes(unit)) return 'above';
  if (formerlyAbove(actorUnit, lines, day).includes(unit)) return 'above';
  const parentsOfOther = parentsOf(unit, lines, day);
  if (parentsOfOther.includes(actorUnit)) return 'child';
  if (ancestorsOf(unit, lines, day).includes(actorUnit)) return 'below';
  if (hasEnded(unit, lines, day) && aboveEnded(unit, lines, day).includes(actorUnit)) return 'below';
  return parents.some((parent) => parentsOfOther.includes(parent)) ? 'sibling' : 'elsewhere';
};
