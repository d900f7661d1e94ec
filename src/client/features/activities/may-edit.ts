/** Whether the person may change an activity: the same rule that the server asks, asked before a button is shown. */
import { mayWrite } from '#domain/rights.ts';
import { unitOfScope } from '#domain/scope.ts';
import type { Me, Saved } from '#client/state/workbook.ts';

export const mayEdit = (me: Me, activity: Saved<'activity'>): boolean =>
  unitOfScope(activity.scope) === me.unit &&
  mayWrite(me, {
    scope: activity.scope,
    relation: 'own',
    table: 'activity',
    before: activity.fields,
    after: activity.fields,
  }) === undefined;
