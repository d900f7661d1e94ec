/** What a person above a unit is shown of its work, and where it is put down that they looked. */
import type { Relation } from '#domain/relations.ts';
import { compartmentOf, scopeOf, type Scope } from '#domain/scope.ts';
import { tablesOfCompartment, type Compartment } from '#domain/tables.ts';
import type { Asker } from './administration.ts';
import type { AuditTrail } from './ports.ts';

export const isFromAbove = (relation: Relation): boolean => relation === 'child' || relation === 'below';

/** What waits to be settled stays with the unit. Where nothing stands here, the table of rights alone says what is shown. */
export const tablesFromAbove: Readonly<Partial<Record<Compartment, ReadonlySet<string>>>> = {
  work: new Set(tablesOfCompartment.work.filter((table) => table !== 'conflict')),
  issued: new Set(tablesOfCompartment.issued.filter((table) => table !== 'conflict')),
};

export const isShownAbove = (scope: Scope, table: string): boolean =>
  tablesFromAbove[compartmentOf(scope)]?.has(table) !== false;

export interface Look {
  readonly unit: string;
  readonly what: 'open-work' | 'read-history';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Before the first line leaves: whose, never what. */
export const noteLook = (
  audit: Pick<AuditTrail, 'append'>,
  { person, device }: Asker,
  { unit, what, at }: Look,
): Promise<void> =>
  audit.append(scopeOf(unit, 'directory'), { at, person, device, what, object: unit, result: 'done' });
