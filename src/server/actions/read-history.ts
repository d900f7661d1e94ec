/**
 * What became of a record, newest first: who changed which field from what to what, and whose change was not used. Read online, never synced, page by
 * page; all that was changed at once stands on one page.
 */
import type { Value } from '#domain/change.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { relationOf } from '#domain/relations.ts';
import { mayRead, type Actor } from '#domain/rights.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { isCounter, readComponent } from '#sync/counters.ts';
import type { Clock, HistoryEntry, RecordKey, Storage } from './ports.ts';
import { dayOf, type Units } from './units.ts';

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
  readonly storage: Pick<Storage, 'ledger'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

export interface HistoryQuestion extends RecordKey {
  readonly scope: Scope;
  /** Only changes with a smaller number. */
  readonly before: number;
}

export const readHistory =
  (deps: ReadHistoryDeps) =>
  async (actor: Actor, { scope, table, id, before }: HistoryQuestion): Promise<Result<HistoryPage>> => {
    const units = await deps.readUnits();
    const relation = relationOf(actor.unit, unitOfScope(scope), units.lines, dayOf(units, actor.unit, deps.now()));
    const problem = mayRead(actor, { scope, relation, how: 'online' });
    if (problem !== undefined) return fail(problem);
    const { entries, hasMore } = await deps.storage.ledger.history(scope, { table, id }, before, PAGE_ENTRIES);
    return ok({ entries: entries.map(lineOf), next: hasMore ? (entries.at(-1)?.seq ?? null) : null });
  };

const PAGE_ENTRIES = 200;

const lineOf = (entry: HistoryEntry): HistoryLine => {
  const { seq, field, before, after, isUsed: used, person, at } = entry;
  if (!isCounter(field)) return { seq, field, before: before ?? null, after, used, person, at };
  const [name = field] = field.split('/', 1);
  return { seq, field: name, before: readComponent(before)[0], after: readComponent(after)[0], used, person, at };
};
