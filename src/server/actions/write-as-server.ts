/** What the server itself writes (units, agencies, people, issued copies) enters by the same merge, under alias 0. */
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { nextStamp } from '#sync/stamp.ts';
import { applyOperations, recordsByKey, writeApplied } from './apply-operations.ts';
import type { Ledger } from './ports.ts';

export const SERVER_ALIAS = 0;

export interface ServerWrite {
  readonly scope: Scope;
  readonly changes: readonly Change[];
  /** In whose name; "" for nobody's. */
  readonly person: string;
  readonly at: number;
}

export const writeAsServer = (ledger: Pick<Ledger, 'change'>, write: ServerWrite): Promise<void> =>
  ledger.change(write.scope, async (locked) => {
    const stored = recordsByKey(await locked.records(write.changes));
    const stamp = nextStamp(locked.head.clock, write.at);
    const author = { person: write.person, alias: SERVER_ALIAS, n: 0, at: write.at };
    const applied = applyOperations(locked.head, stored, write.changes, stamp, author);
    await writeApplied(locked, applied);
    await locked.saveHead(applied.head);
  });
