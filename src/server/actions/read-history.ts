/** What became of a record, newest first: who changed which field from what to what. Read online, never synced. */
import type { Value } from '#domain/change.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { relationOf } from '#domain/relations.ts';
import { mayRead, type Actor } from '#domain/rights.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import type { Clock, RecordKey, Storage } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface HistoryLine {
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
  readonly person: string;
  readonly at: number;
}

export interface ReadHistoryDeps {
  readonly storage: Pick<Storage, 'ledger'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

export const readHistory =
  (deps: ReadHistoryDeps) =>
  async (actor: Actor, scope: Scope, key: RecordKey): Promise<Result<readonly HistoryLine[]>> => {
    const units = await deps.readUnits();
    const relation = relationOf(actor.unit, unitOfScope(scope), units.lines, dayOf(units, actor.unit, deps.now()));
    const problem = mayRead(actor, { scope, relation, how: 'online' });
    if (problem !== undefined) return fail(problem);
    const entries = await deps.storage.ledger.history(scope, key);
    return ok(
      entries.map(({ field, before, after, person, at }) => ({ field, before: before ?? null, after, person, at })),
    );
  };
