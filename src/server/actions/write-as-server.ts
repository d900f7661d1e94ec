/** What the server itself writes (units, agencies, people, issued copies) enters by the same merge, under alias 0. */
import type { Change } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { nextStamp } from '#sync/stamp.ts';
import { applyOperations, recordsByKey, SERVER_ALIAS, writeApplied } from './apply-operations.ts';
import type { Ledger, LockedScope } from './ports.ts';

export interface ServerWrite {
  readonly scope: Scope;
  readonly changes: readonly Change[];
  /** In whose name; "" for nobody's. */
  readonly person: string;
  readonly at: number;
}

export const writeAsServer = (ledger: Pick<Ledger, 'change'>, write: ServerWrite): Promise<void> =>
  ledger.change(write.scope, (locked) => writeLocked(locked, write));

/** The same in a scope that is locked already; once in its transaction, because it writes on from the head as it was found. */
export const writeLocked = async (locked: LockedScope, write: Omit<ServerWrite, 'scope'>): Promise<void> => {
  const stored = recordsByKey(await locked.records(write.changes));
  const stamp = nextStamp(locked.head.clock, write.at);
  const author = { person: write.person, alias: SERVER_ALIAS, n: 0, at: write.at };
  const applied = applyOperations(locked.head, stored, write.changes, stamp, author);
  await writeApplied(locked, applied);
  await locked.saveHead(applied.head);
};
