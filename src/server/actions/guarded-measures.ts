/** Which measures of a mutation's readings are guarded: their figures may stand in no synced compartment. */
import { stableId } from '#domain/plan-versions.ts';
import { ancestorsOf } from '#domain/relations.ts';
import { scopeOf, unitOfScope, type Scope } from '#domain/scope.ts';
import type { StoredRecord } from '#sync/merge.ts';
import { keyOf, type AppliedOperation } from './apply-operations.ts';
import { isRecordId, measureOf } from './judge-operation.ts';
import type { RecordKey, Stores } from './ports.ts';
import type { Draft } from './scope-draft.ts';
import { dayOf, valuesOfStored, type Units } from './units.ts';

export interface Place {
  readonly stores: Pick<Stores, 'ledger'>;
  readonly draft: Pick<Draft, 'read' | 'stored'>;
  readonly scope: Scope;
  readonly units: Units;
  readonly now: number;
  /** What was asked of issued measures already. */
  readonly issued: Map<string, boolean>;
}

/** A measure may be the unit's own, or stand in what the unit or one above it has issued. */
export const guardedMeasures = async (
  place: Place,
  operations: readonly AppliedOperation[],
): Promise<ReadonlySet<string>> => {
  const asked = new Set<string>();
  const guarded = new Set<string>();
  for (const operation of operations) {
    const { table, id, values } = operation;
    if (table === 'reading') asked.add(measureOf(operation)).add(measureOf({ id, values: {} }));
    if (table === 'measure' && values['guarded'] === true) guarded.add(id);
  }
  for (const measure of asked) if (await isGuarded(place, measure)) guarded.add(measure);
  return guarded;
};

/** Whether anything of this says a guarded figure; what is kept for a human must not. */
export const mentionsGuarded = async (place: Place, operations: readonly AppliedOperation[]): Promise<boolean> => {
  const readings = operations.filter(({ table }) => table === 'reading');
  if (readings.length === 0) return false;
  const guarded = await guardedMeasures(place, operations);
  return readings.some(
    (operation) => guarded.has(measureOf(operation)) || guarded.has(measureOf({ ...operation, values: {} })),
  );
};

const isGuarded = async (place: Place, measure: string): Promise<boolean> => {
  const key = { table: 'measure', id: measure };
  // No database sees a name that none may hold.
  if (!isRecordId(measure)) return false;
  await place.draft.read([key]);
  const own = place.draft.stored.get(keyOf(key));
  if (own !== undefined) return valuesOfStored(own)['guarded'] === true;
  const known = place.issued.get(measure);
  if (known !== undefined) return known;
  const found = await isGuardedAsIssued(place, key);
  place.issued.set(measure, found);
  return found;
};

/** Readings name a measure as its author does; issued copies have its version in their ids, and one that is guarded is enough. */
const isGuardedAsIssued = async ({ stores, scope, units, now }: Place, key: RecordKey): Promise<boolean> => {
  const unit = unitOfScope(scope);
  for (const issuer of [unit, ...ancestorsOf(unit, units.lines, dayOf(units, unit, now))]) {
    const issued = scopeOf(issuer, 'issued');
    const plain = await stores.ledger.record(issued, key);
    const versions =
      plain === undefined
        ? (await stores.ledger.recordsOf(issued, key.table)).filter(({ id }) => stableId(id) === stableId(key.id))
        : [plain];
    if (versions.length > 0) return versions.some((record) => valuesOfStored(record)['guarded'] === true);
  }
  return false;
};

/** Which of these records are readings of a guarded measure. */
export type Guard = (records: readonly StoredRecord[]) => Promise<ReadonlySet<StoredRecord>>;

type Where = Pick<Place, 'scope' | 'units' | 'now'> & Pick<Stores, 'ledger'>;

/** A scope that is read and not written: each record is looked up once. */
const openPlace = ({ ledger, ...where }: Where): Place => {
  const stored = new Map<string, StoredRecord>();
  const looked = new Set<string>();
  const read = async (keys: readonly RecordKey[]): Promise<void> => {
    for (const key of keys.filter((one) => !looked.has(keyOf(one)))) {
      looked.add(keyOf(key));
      const found = await ledger.record(where.scope, key);
      if (found !== undefined) stored.set(keyOf(key), found);
    }
  };
  return { ...where, stores: { ledger }, draft: { read, stored }, issued: new Map() };
};

export const createGuard = (where: Where): Guard => {
  const place = openPlace(where);
  return async (records) => {
    const readings = records.filter(({ table }) => table === 'reading');
    const said = readings.map((record) => ({ record, operation: { ...record, values: valuesOfStored(record) } }));
    const guarded = await guardedMeasures(
      place,
      said.map(({ operation }) => operation),
    );
    const isSo = ({ id, values }: AppliedOperation): boolean =>
      guarded.has(measureOf({ id, values })) || guarded.has(measureOf({ id, values: {} }));
    return new Set(said.filter(({ operation }) => isSo(operation)).map(({ record }) => record));
  };
};

/** Whether a record is, or was, a reading of a guarded measure. */
export const isGuardedReading = async (where: Where, key: RecordKey): Promise<boolean> => {
  if (key.table !== 'reading') return false;
  const values = valuesOfStored(await where.ledger.record(where.scope, key));
  return mentionsGuarded(openPlace(where), [{ ...key, values }]);
};
