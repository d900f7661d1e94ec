/**
 * What became of a record, newest first: who changed which field from what to what, and whose change was not used. Read online, never synced, page by
 * page; all that was changed at once stands on one page.
 *
 * - Figures of guarded measures are told to nobody, also those that were entered before the measure became guarded.
 * - From above only that is read which is shown there of the work (open-work.ts), and that somebody read it is put down in the
 *   trail of the unit's directory before the answer leaves: whose, never what.
 */
import type { Value } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { mayRead, type Actor } from '#domain/rights.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { isCounter, readComponent } from '#sync/counters.ts';
import type { Asker } from './administration.ts';
import { isGuardedReading } from './guarded-measures.ts';
import type { Clock, HistoryEntry, RecordKey, Storage } from './ports.ts';
import { relationTo } from './rights-on-scope.ts';
import { isFromAbove, isShownAbove, noteLook } from './seen-from-above.ts';
import type { Units } from './units.ts';

export interface HistoryLine {
  /** The scope's change that it belongs to. */
  readonly seq: number;
  /** Of a counter `+name`: before and after are what this person's device has added in all. */
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
  /** `false`: it came when something that was written later stood there (`before`), and was not used. */
  readonly used: boolean;
  readonly person: string;
  readonly at: number;
}

export interface HistoryPage {
  readonly entries: readonly HistoryLine[];
  /** Older changes are asked for with this as `before`; `null` when there are none. */
  readonly next: number | null;
}

export interface ReadHistoryDeps {
  readonly storage: Pick<Storage, 'ledger' | 'audit'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

export interface HistoryQuestion extends RecordKey {
  readonly scope: Scope;
  /** Only changes with a smaller number. */
  readonly before: number;
}

const notFound: Problem = { code: 'rights/not-found' };

export const readHistory =
  ({ storage: { ledger, audit }, readUnits, now }: ReadHistoryDeps) =>
  async (
    asker: Asker & { readonly actor: Actor },
    { scope, table, id, before }: HistoryQuestion,
  ): Promise<Result<HistoryPage>> => {
    const units = await readUnits();
    const at = now();
    const relation = relationTo(asker.actor, scope, units, at);
    const problem = mayRead(asker.actor, { scope, relation, how: 'online' });
    if (problem !== undefined) return fail(problem);
    const fromAbove = isFromAbove(relation);
    if (fromAbove && !isShownAbove(scope, table)) return fail(notFound);
    const { entries, hasMore } = await ledger.history(scope, { table, id }, before, PAGE_ENTRIES);
    // After the history was read: a measure that becomes guarded meanwhile is guarded here too.
    if (await isGuardedReading({ ledger, scope, units, now: at }, { table, id })) return fail(notFound);
    if (fromAbove) await noteLook(audit, asker, { unit: unitOfScope(scope), what: 'read-history', at });
    return ok({ entries: entries.map(lineOf), next: hasMore ? (entries.at(-1)?.seq ?? null) : null });
  };

const PAGE_ENTRIES = 200;

const lineOf = (entry: HistoryEntry): HistoryLine => {
  const { seq, field, before, after, isUsed: used, person, at } = entry;
  if (!isCounter(field)) return { seq, field, before: before ?? null, after, used, person, at };
  const [name = field] = field.split('/', 1);
  return { seq, field: name, before: readComponent(before)[0], after: readComponent(after)[0], used, person, at };
};
