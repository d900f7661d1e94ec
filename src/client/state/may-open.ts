/** Who may open the work of a unit below: the rule that the server asks, asked before a button is shown. */
import type { UnitLine } from '#domain/records/unit.ts';
import { relationOf } from '#domain/relations.ts';
import { mayRead } from '#domain/rights.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Me } from './workbook.ts';

/** Of one that stands below the person's own; that one's work is on the device. */
export const mayOpen = (me: Me, unit: string, lines: readonly UnitLine[], today: string): boolean => {
  const relation = relationOf(me.unit, unit, lines, today);
  const isBelow = relation === 'child' || relation === 'below';
  return isBelow && mayRead(me, { scope: scopeOf(unit, 'work'), relation, how: 'online' }) === undefined;
};

/** Whether there may be such units at all. */
export const mayOpenAny = ({ role, unit }: Me): boolean =>
  mayRead({ role }, { scope: scopeOf(unit, 'work'), relation: 'child', how: 'online' }) === undefined;
