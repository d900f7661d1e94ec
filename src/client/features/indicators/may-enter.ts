/** Whether the person may write a reading under this key: the rule that the server asks. */
import { mayWrite } from '#domain/rights.ts';
import { scopeOf } from '#domain/scope.ts';
import { actorOf } from '#client/state/may-record.ts';
import type { Me } from '#client/state/workbook.ts';
import type { ReadingKey } from './reading-start.ts';

export const mayEnter = (me: Me, key: ReadingKey): boolean =>
  mayWrite(actorOf(me), {
    scope: scopeOf(me.unit, 'work'),
    relation: 'own',
    table: 'reading',
    before: undefined,
    after: key,
  }) === undefined;
