/** Finds the units near one among all that the scope holds: by their registers as they stand, because a country has thousands. */
import type { Core, ScopeState } from './core.ts';
import type { BaseRecord } from './overlay.ts';

const valueOf = ({ registers }: BaseRecord, field: string): unknown => registers[field]?.[0];

export const findNearUnits = async (core: Core, state: ScopeState, unit: string): Promise<readonly BaseRecord[]> => {
  const lines = await core.bases(state, 'unit-line');
  const byUnit = new Map<unknown, BaseRecord[]>();
  for (const line of lines.values()) {
    const of = valueOf(line, 'unit');
    const others = byUnit.get(of);
    if (others === undefined) byUnit.set(of, [line]);
    else others.push(line);
  }
  const found = new Set([unit]);
  const near: BaseRecord[] = [];
  for (const at of found) {
    const record = await core.base(state, 'unit', at);
    if (record !== undefined) near.push(record);
    for (const line of byUnit.get(at) ?? []) {
      near.push(line);
      const other = valueOf(line, 'other');
      if (typeof other === 'string') found.add(other);
    }
  }
  return near;
};
