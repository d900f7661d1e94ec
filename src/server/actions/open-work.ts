/**
 * The work of one unit, read online by a person above it: what its officer has before them, as far as the rights table lets
 * this person see it. Nothing of it is synced, and nothing of it is kept on the reader's device.
 *
 * - It is the work of the unit and of those that it carries on, what it and the levels above it have issued, and the names of the agencies that do the work; of
 *   people nothing is said, and nothing of what waits to be settled (conflicts).
 * - Readings of guarded measures do not leave, whatever stands in the scope.
 * - Rows are read a page at a time, each page and the head that may end it in one snapshot; no transaction is open while a line
 *   is on its way. A record that is changed meanwhile comes again, so that each scope ends as it stands at one head.
 * - That somebody reads is put down in the trail of the unit's directory before the first line leaves: whose, never what.
 */
import { fail, ok, type Result } from '#domain/result.ts';
import { relationOf } from '#domain/relations.ts';
import { mayRead, type Actor } from '#domain/rights.ts';
import { scopesReadBy } from '#domain/scopes-read.ts';
import { compartmentOf, scopeOf, unitOfScope, type Scope } from '#domain/scope.ts';
import type { StoredRecord } from '#sync/merge.ts';
import { lineOfOpened } from '#sync/opened-work.ts';
import type { Asker } from './administration.ts';
import { createGuard, type Guard } from './guarded-measures.ts';
import type { Clock, Head, Stores } from './ports.ts';
import type { Lines } from './read-rows.ts';
import { noteLook, tablesFromAbove } from './seen-from-above.ts';
import { dayOf, valuesOfStored, type Units } from './units.ts';

export interface OpenWorkDeps {
  readonly storage: Pick<Stores, 'ledger' | 'audit'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

export interface WorkAsked {
  readonly unit: string;
  /** Where the asker's copy stands, by the name that it was given; "" for none. */
  readonly known: string;
}

/** `undefined`: nothing has changed since. */
export type OpenedWork = (() => AsyncGenerator<Lines, void, undefined>) | undefined;

export const openWork =
  (deps: OpenWorkDeps) =>
  async (asker: Asker & { readonly actor: Actor }, { unit, known }: WorkAsked): Promise<Result<OpenedWork>> => {
    const units = await deps.readUnits();
    const at = deps.now();
    const scope = scopeOf(unit, 'work');
    const day = dayOf(units, asker.actor.unit, at);
    const relation = relationOf(asker.actor.unit, unit, units.lines, day);
    const problem = mayRead(asker.actor, { scope, relation, how: 'online' });
    if (problem !== undefined) return fail(problem);

    const scopes = scopesOpened(asker.actor, unit, units, at);
    const heads = await Promise.all(scopes.map((one) => deps.storage.ledger.head(one)));
    if (known !== '' && known === tagOf(heads)) return ok(undefined);
    await noteLook(deps.storage.audit, asker, { unit, what: 'open-work', at });
    return ok(() => linesOf(deps, scopes, units));
  };

/** Every life of a scope has an epoch of its own, so that heads name what stands in all of them. */
const tagOf = (heads: readonly (Head | undefined)[]): string =>
  heads.map((head) => (head === undefined ? '' : `${head.epoch}.${String(head.seq)}`)).join('~');

/** Work names agencies by their ids; who belongs to them is the unit's own affair. */
const tablesOpened: Readonly<Record<string, ReadonlySet<string>>> = {
  ...tablesFromAbove,
  directory: new Set(['agency']),
};

const scopesOpened = (actor: Actor, unit: string, units: Units, now: number): readonly Scope[] => {
  const day = dayOf(units, actor.unit, now);
  return scopesReadBy({ unit, role: 'officer' }, units.lines, day).filter((scope) => {
    const compartment = compartmentOf(scope);
    if (tablesOpened[compartment] === undefined) return false;
    const owner = unitOfScope(scope);
    const relation = relationOf(actor.unit, owner, units.lines, day);
    const asked = compartment === 'directory' ? scopeOf(owner, 'work') : scope;
    return mayRead(actor, { scope: asked, relation, how: 'online' }) === undefined;
  });
};

async function* linesOf(
  deps: OpenWorkDeps,
  scopes: readonly Scope[],
  units: Units,
): AsyncGenerator<Lines, void, undefined> {
  yield [lineOfOpened(['o', deps.now()])];
  const heads: (Head | undefined)[] = [];
  for (const scope of scopes) {
    const reading = linesOfScope(deps, scope, units);
    let page = await reading.next();
    for (; page.done !== true; page = await reading.next()) yield page.value;
    // A scope that began a new life meanwhile: what came is of two lives, and the answer ends as if it had been cut.
    if (page.value === 'broken') return;
    heads.push(page.value);
  }
  yield [lineOfOpened(['z', tagOf(heads)])];
}

const FIRST_PAGE_ROWS = 64;
const MAX_PAGE_ROWS = 128;
const MIN_PAGE_ROWS = 8;
const PAGE_CHARS = 128 * 1024;

/** So many rows as are about a page, if they are as long as those of the last one: long records never fill the memory. */
const rowsOfPage = (records: number, lines: Lines): number => {
  const chars = lines.reduce((sum, line) => sum + line.length, 1);
  return Math.min(Math.max(Math.floor((PAGE_CHARS * records) / chars), MIN_PAGE_ROWS), MAX_PAGE_ROWS);
};

/** Ends with the head up to which it has told, if the scope was ever written to. */
async function* linesOfScope(
  { storage: { ledger }, now }: OpenWorkDeps,
  scope: Scope,
  units: Units,
): AsyncGenerator<Lines, Head | 'broken' | undefined, undefined> {
  const first = await ledger.head(scope);
  if (first === undefined) return undefined;
  yield [lineOfOpened(['s', scope])];
  const guard = createGuard({ ledger, scope, units, now: now() });
  let at = 0;
  let limit = FIRST_PAGE_ROWS;
  for (;;) {
    const { head, records } = await ledger.page(scope, at, limit);
    if (head?.epoch !== first.epoch || head.gcSeq !== first.gcSeq) return 'broken';
    const lines = await linesOfRecords(scope, records, first.seq, guard);
    if (lines.length > 0) yield lines;
    if (records.length < limit) {
      yield [lineOfOpened(['e', head.seq])];
      return head;
    }
    at = records.at(-1)?.seq ?? at;
    limit = rowsOfPage(records.length, lines);
  }
}

/** What is gone needs to be said only if this answer may have told of it: it was changed after the answer began. */
const linesOfRecords = async (
  scope: Scope,
  records: readonly StoredRecord[],
  begunAt: number,
  guard: Guard,
): Promise<Lines> => {
  const opened = tablesOpened[compartmentOf(scope)];
  const told = records.filter(({ table }) => opened?.has(table) === true);
  const guarded = await guard(told);
  return told.flatMap((record) => {
    const { table, id, seq } = record;
    if (!record.deleted && !guarded.has(record)) return [lineOfOpened(['r', table, id, heldValues(record)])];
    return seq > begunAt ? [lineOfOpened(['d', table, id])] : [];
  });
};

/** What was cleared is as if it had never been said. */
const heldValues = (record: StoredRecord) =>
  Object.fromEntries(Object.entries(valuesOfStored(record)).filter(([, value]) => value !== null));
