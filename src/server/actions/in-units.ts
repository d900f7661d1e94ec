/** Changes of all units at once, drafted and written under the lock of their scope: two who change them do so one after the other. */
import type { Change } from '#domain/change.ts';
import { ok, type Result } from '#domain/result.ts';
import { UNITS_SCOPE } from '#domain/scope.ts';
import type { Asker } from './administration.ts';
import type { Stores } from './ports.ts';
import { keptUnits, type KeptUnits } from './units.ts';
import { writeLocked } from './write-as-server.ts';

export interface UnitsDraft<T> {
  readonly changes: readonly Change[];
  readonly value: T;
}

export const inUnits = <T>(
  stores: Stores,
  { person }: Asker,
  at: number,
  draft: (units: KeptUnits) => Result<UnitsDraft<T>>,
): Promise<Result<T>> =>
  stores.ledger.change(UNITS_SCOPE, async (locked) => {
    const drafted = draft(await keptUnits(stores.ledger));
    if (!drafted.ok) return drafted;
    const { changes, value } = drafted.value;
    if (changes.length > 0) await writeLocked(locked, { changes, person, at });
    return ok(value);
  });
