/**
 * Units as they stand to each other on a day, for looking through a whole country: who is below whom, who carries on whose work.
 * Siblings stand by name, in the order of the alphabet; what has ended stands below nobody.
 */
import type { LocalDate } from './dates.ts';
import { fold } from './folding.ts';
import { asOn } from './held.ts';
import type { Unit, UnitLine } from './records/unit.ts';

export interface UnitOfTree {
  readonly id: string;
  readonly fields: Unit;
}

export interface Heritage {
  readonly unit: UnitOfTree;
  /** From when on; `undefined` where it was not said. */
  readonly from: LocalDate | undefined;
}

export interface UnitTree {
  readonly unit: (id: string) => UnitOfTree | undefined;
  /** Those with nobody above them that have not ended. */
  readonly roots: readonly UnitOfTree[];
  readonly below: (id: string) => readonly UnitOfTree[];
  /** The units above, the topmost first. */
  readonly above: (id: string) => readonly UnitOfTree[];
  /** Whose work it carries on, whatever the day; and who carries on its own. */
  readonly carriesOn: (id: string) => readonly Heritage[];
  readonly carriedOnBy: (id: string) => readonly Heritage[];
}

export const hasEndedBy = ({ fields }: UnitOfTree, day: LocalDate): boolean =>
  fields.to !== undefined && fields.to < day;

const isInForce = ({ from, to }: UnitLine, day: LocalDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || to >= day);

const add = <T>(groups: Map<string, T[]>, key: string, item: T): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
};

export const createUnitTree = (units: readonly UnitOfTree[], lines: readonly UnitLine[], day: LocalDate): UnitTree => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const parent = new Map<string, string>();
  const children = new Map<string, UnitOfTree[]>();
  const before = new Map<string, Heritage[]>();
  const after = new Map<string, Heritage[]>();
  for (const line of lines) {
    const [unit, other] = [byId.get(line.unit), byId.get(line.other)];
    if (unit === undefined || other === undefined) continue;
    if (line.relation === 'predecessor') {
      add(before, unit.id, { unit: other, from: line.from });
      add(after, other.id, { unit, from: line.from });
    } else if (isInForce(line, day)) {
      parent.set(unit.id, other.id);
      add(children, other.id, unit);
    }
  }
  const orders = new Map<string, string>();
  const orderOf = ({ id, fields }: UnitOfTree): string => {
    const known = orders.get(id) ?? fold(asOn(fields, day).name);
    orders.set(id, known);
    return known;
  };
  const byName = (list: readonly UnitOfTree[]): readonly UnitOfTree[] =>
    [...list].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b))));

  const above = (id: string): readonly UnitOfTree[] => {
    const found = new Set([id]);
    for (const at of found) {
      const next = parent.get(at);
      if (next !== undefined) found.add(next);
    }
    found.delete(id);
    return [...found].reverse().flatMap((one) => byId.get(one) ?? []);
  };

  return {
    unit: (id) => byId.get(id),
    roots: byName(units.filter((unit) => !parent.has(unit.id) && !hasEndedBy(unit, day))),
    below: (id) => byName((children.get(id) ?? []).filter((unit) => !hasEndedBy(unit, day))),
    above,
    carriesOn: (id) => before.get(id) ?? [],
    carriedOnBy: (id) => after.get(id) ?? [],
  };
};
