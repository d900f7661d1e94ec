/** Which conflicts ask something of this person: one rule for the badge, the sync centre and the record's own page. */
import { mayWrite } from '#domain/rights.ts';
import { compartmentOf, unitOfScope, type Scope } from '#domain/scope.ts';
import { actorOf } from './may-record.ts';
import type { Me, Saved } from './workbook.ts';

type Conflict = Saved<'conflict'>;

/** Of other units a device keeps the work of those that this one carries on, and what those above it issued. */
const relationTo = (me: Me, scope: Scope) => {
  if (unitOfScope(scope) === me.unit) return 'own';
  return compartmentOf(scope) === 'work' ? 'predecessor' : 'above';
};

const mayWriteTable = (me: Me, scope: Scope, table: string): boolean =>
  mayWrite(actorOf(me), { scope, relation: relationTo(me, scope), table, before: undefined, after: undefined }) ===
  undefined;

export const isOpen = ({ fields }: Conflict): boolean => fields.state === 'open';

/** The scope's work is theirs as a whole: they settle what concerns others, and release what is held. */
export const mayRelease = (me: Me, scope: Scope): boolean => mayWriteTable(me, scope, 'plan');

/** They may say how it was settled. Someone who writes their own agency's records settles what they are a side of. */
export const maySettle = (me: Me, { scope, fields }: Conflict): boolean =>
  mayRelease(me, scope) ||
  (mayWriteTable(me, scope, 'conflict') && (fields.winnerBy === me.id || fields.loserBy === me.id));

/** What was held or is gone stands among the author's own refused records, with their reasons. */
const isToldElsewhere = (me: Me, { fields }: Conflict): boolean =>
  (fields.kind === 'held' || fields.kind === 'orphan') && fields.loserBy === me.id;

export const asksOf = (me: Me, conflict: Conflict): boolean =>
  isOpen(conflict) &&
  !isToldElsewhere(me, conflict) &&
  (conflict.fields.kind === 'held' ? mayRelease(me, conflict.scope) : maySettle(me, conflict));

/** Where two people wrote in this record at once. */
export const conflictsOfRecord = (
  conflicts: readonly Conflict[],
  { table, id }: { readonly table: string; readonly id: string },
): readonly Conflict[] =>
  conflicts.filter((one) => {
    const { kind, table: of, record } = one.fields;
    return isOpen(one) && of === table && record === id && (kind === 'field' || kind === 'delete');
  });
