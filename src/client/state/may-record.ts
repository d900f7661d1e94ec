/** Whether the person may make and change records: the rule that the server asks, asked before a button is shown. */
import { mayWrite, type Actor } from '#domain/rights.ts';
import { scopeOf, unitOfScope, type Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import type { Me } from './workbook.ts';

/** The person as the rules ask for them: an empty agency is none, as the server reads it. */
export const actorOf = ({ unit, role, agency }: Me): Actor => ({ unit, role, ...(agency !== '' && { agency }) });

const mayWriteIn = (me: Me, scope: Scope, table: TableName, record: object): boolean =>
  mayWrite(actorOf(me), { scope, relation: 'own', table, before: record, after: record }) === undefined;

interface Kept {
  readonly scope: Scope;
  readonly table: TableName;
  readonly fields: object;
}

export const mayEdit = (me: Me, { scope, table, fields }: Kept): boolean =>
  unitOfScope(scope) === me.unit && mayWriteIn(me, scope, table, fields);

/** A new one, of the own agency. */
export const mayRecord = (me: Me, table: TableName = 'activity'): boolean =>
  mayWriteIn(me, scopeOf(me.unit, 'work'), table, { agency: me.agency });
