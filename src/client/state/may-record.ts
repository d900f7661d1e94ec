/** Whether the person may record and change activities: the rule that the server asks, asked before a button is shown. */
import type { Activity } from '#domain/records/activity.ts';
import { mayWrite, type Actor } from '#domain/rights.ts';
import { scopeOf, unitOfScope, type Scope } from '#domain/scope.ts';
import type { Me, Saved } from './workbook.ts';

/** The person as the rules ask for them: an empty agency is none, as the server reads it. */
export const actorOf = ({ unit, role, agency }: Me): Actor => ({ unit, role, ...(agency !== '' && { agency }) });

const mayWriteActivity = (me: Me, scope: Scope, activity: Activity): boolean =>
  mayWrite(actorOf(me), { scope, relation: 'own', table: 'activity', before: activity, after: activity }) === undefined;

export const mayEdit = (me: Me, activity: Saved<'activity'>): boolean =>
  unitOfScope(activity.scope) === me.unit && mayWriteActivity(me, activity.scope, activity.fields);

/** A new one, of the own agency. */
export const mayRecord = (me: Me): boolean => {
  const sets = { outputs: {}, topics: {}, partners: {}, tasks: {}, measures: {}, campaigns: {}, attachments: {} };
  const blank: Activity = { title: '', type: '', from: '', to: '', agency: me.agency, ...sets };
  return mayWriteActivity(me, scopeOf(me.unit, 'work'), blank);
};
