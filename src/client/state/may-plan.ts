/** Who may write plans in the own unit's work, and who may issue them: the rules that the server asks, asked before a button is shown. */
import { mayWrite } from '#domain/rights.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import { actorOf } from './may-record.ts';
import type { Me, Saved } from './workbook.ts';

const mayWriteIn = (me: Me, scope: Scope): boolean =>
  mayWrite(actorOf(me), { scope, relation: 'own', table: 'plan', before: undefined, after: undefined }) === undefined;

export const mayPlan = (me: Me): boolean => mayWriteIn(me, scopeOf(me.unit, 'work'));
export const mayIssue = (me: Me): boolean => mayWriteIn(me, scopeOf(me.unit, 'issued'));

/** An own plan, in the own work. */
export const mayEditPlan = (me: Me, plan: Pick<Saved<'plan'>, 'scope'>): boolean =>
  plan.scope === scopeOf(me.unit, 'work') && mayPlan(me);
