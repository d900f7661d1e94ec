/** Units and the lines between them, as `root/units` has them now, and the business day of each. */
import type { Value } from '#domain/change.ts';
import { todayAt, type LocalDate } from '#domain/dates.ts';
import type { Unit, UnitLine } from '#domain/records/unit.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';
import type { Compartment, RecordIn, TableName } from '#domain/tables.ts';
import { recordOf } from '#domain/values.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Ledger } from './ports.ts';

export interface Units {
  readonly byId: ReadonlyMap<string, Unit>;
  readonly lines: readonly UnitLine[];
}

export const valuesOfStored = (stored: StoredRecord | undefined): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(stored?.registers ?? {}).map(([field, [value]]) => [field, value]));

/** The visible record that is stored, if there is one. */
export const visible = <T extends TableName>(table: T, stored: StoredRecord | undefined): RecordIn<T> | undefined =>
  stored && recordOf(table, valuesOfStored(stored));

export const readUnits = async (ledger: Pick<Ledger, 'recordsOf'>): Promise<Units> => {
  const byId = new Map<string, Unit>();
  for (const stored of await ledger.recordsOf(UNITS_SCOPE, 'unit')) {
    const unit = visible('unit', stored);
    if (unit !== undefined) byId.set(stored.id, unit);
  }
  const lines = (await ledger.recordsOf(UNITS_SCOPE, 'unit-line')).flatMap((stored) => {
    const line = visible('unit-line', stored);
    return line === undefined ? [] : [line];
  });
  return { byId, lines };
};

/** The same, read anew only when the scope has moved: rights are fresh, and a request costs one small read. */
export const createUnitsReader = (ledger: Pick<Ledger, 'recordsOf' | 'head'>): (() => Promise<Units>) => {
  let known: { readonly at: string; readonly units: Promise<Units> } | undefined;
  return async () => {
    const head = await ledger.head(UNITS_SCOPE);
    const at = `${head?.epoch ?? ''}:${String(head?.seq ?? 0)}`;
    if (known?.at !== at) {
      const units = readUnits(ledger);
      known = { at, units };
      units.catch(() => {
        known = undefined;
      });
    }
    return known.units;
  };
};

const compartments: readonly Compartment[] = ['work', 'issued', 'inbox', 'directory'];

/** Every scope that there can be; which of them somebody ever wrote to, their heads say. */
export const everyScope = ({ byId }: Units): readonly Scope[] => [
  ...[...byId.keys()].flatMap((unit) => compartments.map((compartment) => scopeOf(unit, compartment))),
  UNITS_SCOPE,
];

/** The topmost unit above, whatever the day; a circle of faulty lines ends the walk. */
export const rootOf = (units: Units, unit: string): string => {
  const seen = new Set([unit]);
  let at = unit;
  for (;;) {
    const above = units.lines.find((line) => line.relation === 'parent' && line.unit === at)?.other;
    if (above === undefined || seen.has(above)) return at;
    seen.add(above);
    at = above;
  }
};

/** The sample's people live on its stored day. */
export const dayOf = (units: Units, unit: string, now: number): LocalDate => {
  const root = units.byId.get(rootOf(units, unit));
  return (root?.sample === true ? root.today : undefined) ?? todayAt(now);
};
