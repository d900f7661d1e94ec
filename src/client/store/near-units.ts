/**
 * The units that every page needs: the own one, those above it, and those whose work it carries on, with their lines. A
 * country has thousands, which take a phone half a second to open; these few are kept sealed, and found anew when the units have changed.
 */
import * as v from 'valibot';
import { UNITS_SCOPE } from '#domain/scope.ts';
import type { Core } from './core.ts';
import type { Named } from './named.ts';
import type { BaseRecord } from './overlay.ts';
import { StoredRecord } from './sealing.ts';

const FACT = 'near-units';
const Kept = v.object({
  of: v.string(),
  records: v.array(v.object({ ...StoredRecord.entries, table: v.string(), seq: v.number() })),
});

/** To be called in turn. */
export const nearUnits = async (core: Core, facts: Named, unit: string): Promise<readonly BaseRecord[]> => {
  const state = core.scope(UNITS_SCOPE);
  // Before the first exchange there is nothing to find.
  if (state === undefined || state.position.at === 0) return [];
  // The digest names what the scope holds.
  const of = [unit, state.position.epoch, state.position.digest].join(' ');
  const kept = v.safeParse(Kept, await facts.read(FACT));
  if (kept.success && kept.output.of === of) return kept.output.records;
  const { findNearUnits } = await import('./find-near-units.ts');
  const records = await findNearUnits(core, state, unit);
  // On a full phone they are found again the next time.
  await facts.write(FACT, { of, records }).catch(() => undefined);
  return records;
};
