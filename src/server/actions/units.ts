/** Units and the lines between them, as `root/units` has them now, and the business day of each. */
import type { Value } from '#domain/change.ts';
import { todayAt, type LocalDate } from '#domain/dates.ts';
import type { Unit, UnitLine } from '#domain/records/unit.ts';
import { rootOf } from '#domain/relations.ts';
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

export const readUnits = async (ledger: Pick<Ledger, 'recordsOf'>): Promise<Units> => ({
  byId: new Map((await kept(ledger, 'unit')).map(({ id, fields }) => [id, fields])),
  lines: (await kept(ledger, 'unit-line')).map(({ fields }) => fields),
});

/** A record with its id, as those ask who change it. */
export interface Kept<T extends TableName> {
  readonly id: string;
  readonly fields: RecordIn<T>;
}

export interface KeptUnits {
  readonly byId: ReadonlyMap<string, Unit>;
  readonly lines: readonly Kept<'unit-line'>[];
  /** The lists that were imported. */
  readonly lists: readonly Kept<'unit-list'>[];
}

const kept = async <T extends 'unit' | 'unit-line' | 'unit-list'>(
  ledger: Pick<Ledger, 'recordsOf'>,
  table: T,
): Promise<readonly Kept<T>[]> =>
  (await ledger.recordsOf(UNITS_SCOPE, table)).flatMap((stored) => {
    const fields = visible(table, stored);
    return fields === undefined ? [] : [{ id: stored.id, fields }];
  });

/** All of `root/units`, for those who change it. */
export const keptUnits = async (ledger: Pick<Ledger, 'recordsOf'>): Promise<KeptUnits> => ({
  byId: new Map((await kept(ledger, 'unit')).map(({ id, fields }) => [id, fields])),
  lines: await kept(ledger, 'unit-line'),
  lists: await kept(ledger, 'unit-list'),
});

/** Units as `readUnits` has them, read anew only when the scope has moved: rights are fresh, and a request costs one small read. */
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

/** The sample's people live on its stored day. */
export const dayOf = (units: Units, unit: string, now: number): LocalDate => {
  const root = units.byId.get(rootOf(unit, units.lines));
  return (root?.sample === true ? root.today : undefined) ?? todayAt(now);
};
