/** The conflicts that a test server keeps of a scope, as a screen would read them. */
import type { ConflictRecord } from '#domain/records/conflict.ts';
import type { Scope } from '#domain/scope.ts';
import { visible } from '#server/actions/units.ts';
import { WORK, type TestServer } from './test-server.ts';

export type KeptConflict = ConflictRecord & { readonly id: string };

export const keptConflicts = async ({ deps }: TestServer, scope: Scope = WORK): Promise<readonly KeptConflict[]> =>
  (await deps.storage.ledger.recordsOf(scope, 'conflict')).map((stored) => {
    const conflict = visible('conflict', stored);
    if (conflict === undefined) throw new Error(`no conflict of the schema: ${JSON.stringify(stored)}`);
    return { ...conflict, id: stored.id };
  });

/** Those about one record, in the order of their making. */
export const conflictsAbout = async (server: TestServer, record: string): Promise<readonly KeptConflict[]> =>
  (await keptConflicts(server)).filter((conflict) => conflict.record === record);
