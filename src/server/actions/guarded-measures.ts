/** Which measures of a mutation's readings are guarded: their figures may stand in no synced compartment. */
import { ancestorsOf } from '#domain/relations.ts';
import { scopeOf, unitOfScope, type Scope } from '#domain/scope.ts';
import type { AppliedOperation } from './apply-operations.ts';
import type { LockedScope, Stores } from './ports.ts';
import { dayOf, valuesOfStored, type Units } from './units.ts';

interface Place {
  readonly stores: Pick<Stores, 'ledger'>;
  readonly locked: Pick<LockedScope, 'records'>;
  readonly scope: Scope;
  readonly units: Units;
  readonly now: number;
}

/** A measure may be the unit's own, or stand in what the unit or one above it has issued. */
export const guardedMeasures = async (
  place: Place,
  operations: readonly AppliedOperation[],
): Promise<ReadonlySet<string>> => {
  const asked = new Set<string>();
  const guarded = new Set<string>();
  for (const { table, id, values } of operations) {
    if (table === 'reading') {
      const named = values['measure'];
      asked.add(typeof named === 'string' ? named : (id.split('~')[0] ?? ''));
    }
    if (table === 'measure' && values['guarded'] === true) guarded.add(id);
  }
  for (const measure of asked) if (await isGuarded(place, measure)) guarded.add(measure);
  return guarded;
};

const isGuarded = async ({ stores, locked, scope, units, now }: Place, measure: string): Promise<boolean> => {
  const key = { table: 'measure', id: measure };
  const unit = unitOfScope(scope);
  const [own] = await locked.records([key]);
  if (own !== undefined) return valuesOfStored(own)['guarded'] === true;
  for (const issuer of [unit, ...ancestorsOf(unit, units.lines, dayOf(units, unit, now))]) {
    const issued = await stores.ledger.record(scopeOf(issuer, 'issued'), key);
    if (issued !== undefined) return valuesOfStored(issued)['guarded'] === true;
  }
  return false;
};
