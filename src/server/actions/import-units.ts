/**
 * Takes a published list of units over: what is new is made, what is called differently or reports to another is changed
 * from a day on, what is the same is left alone. Imported twice it changes nothing.
 *
 * - A unit is known again by its official code, among real units or within the sample, never across.
 * - All or nothing: one transaction, and no write at all while the list has a fault.
 * - Units that the list does not name stay as they are: a list cannot say that something ended.
 */
import type { Change } from '#domain/change.ts';
import { addDays, isLocalDate, type LocalDate } from '#domain/dates.ts';
import { fold } from '#domain/folding.ts';
import { asOn, changedFrom, type Attributes } from '#domain/held.ts';
import type { Problem } from '#domain/problem.ts';
import type { Unit, UnitList } from '#domain/records/unit.ts';
import { aboveFrom, rootOf } from '#domain/relations.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf, UNITS_SCOPE } from '#domain/scope.ts';
import { fault, type ListedUnit, type ListFault } from '#domain/unit-list.ts';
import { changedValues } from '#domain/values.ts';
import { made, unfit, type Asker } from './administration.ts';
import { applyOperations, SERVER_ALIAS } from './apply-operations.ts';
import type { Deps, LockedScope } from './ports.ts';
import { openDraft } from './scope-draft.ts';
import { nextStamp } from '#sync/stamp.ts';
import { keptUnits, type Kept, type KeptUnits } from './units.ts';

export interface UnitImport {
  readonly listed: readonly ListedUnit[];
  /** Who published the list, and of which day it is. */
  readonly source: string;
  readonly dated: LocalDate;
  /** From when on what it says holds; the list's own day if nothing is said. */
  readonly from: LocalDate | undefined;
  /** The unit under which the list's topmost ones stand. */
  readonly under: string | undefined;
  /** Which units that are there already may be touched, and which may report to another. */
  readonly mayTouch: (unit: string, isMoved: boolean) => boolean;
  /** Only looks what would be done. */
  readonly isTrial: boolean;
}

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Units with a code that the list does not name; they stay. */
  readonly notNamed: number;
}

export type ImportProblem = Problem | { readonly code: 'faults'; readonly faults: readonly ListFault[] };

/** How many records a device shows at once: a first sync that is cut goes on from there. */
const GROUP = 100;

export const importUnits = (deps: Deps, asker: Asker, request: UnitImport): Promise<Result<Imported, ImportProblem>> =>
  deps.storage.together(async (stores): Promise<Result<Imported, ImportProblem>> => {
    const problem = problemOf(request);
    if (problem !== undefined) return fail(problem);
    const at = deps.now();
    const done = await stores.ledger.change(UNITS_SCOPE, async (locked) => {
      const units = await keptUnits(stores.ledger);
      const { under } = request;
      if (under !== undefined && units.byId.get(under) === undefined)
        return fail<ImportProblem>({ code: 'rights/not-found' });
      const drafted = draftImport(units, request, deps.secrets.newId);
      if (!drafted.ok) return fail<ImportProblem>({ code: 'faults', faults: drafted.problem });
      const { changes, imported } = drafted.value;
      if (!request.isTrial && changes.length > 0) await writeInGroups(locked, changes, asker, at);
      return ok({ imported, count: changes.length });
    });
    if (!done.ok) return done;
    const { imported, count } = done.value;
    if (!request.isTrial && count > 0) {
      const scope = request.under === undefined ? UNITS_SCOPE : scopeOf(request.under, 'directory');
      const object = `${request.dated} +${String(imported.added)} ~${String(imported.changed)}`;
      await stores.audit.append(scope, { at, ...asker, what: 'import-units', object, result: 'done' });
    }
    return ok(imported);
  });

const problemOf = ({ source, dated, from, listed }: UnitImport): Problem | undefined => {
  if (!isLocalDate(dated) || (from !== undefined && !isLocalDate(from))) return { code: 'field/not-a-date' };
  return unfit(made('unit-list', 'list', { source, dated, units: listed.length }));
};

/** In groups of their own, under one stamp and one lock. */
const writeInGroups = async (
  locked: LockedScope,
  changes: readonly Change[],
  { person }: Asker,
  at: number,
): Promise<void> => {
  const draft = openDraft(locked);
  await draft.read(changes);
  const stamp = nextStamp(locked.head.clock, at);
  const author = { person, alias: SERVER_ALIAS, n: 0, at };
  for (let from = 0; from < changes.length; from += GROUP) {
    const applied = applyOperations(draft.head(), draft.stored, changes.slice(from, from + GROUP), stamp, author);
    draft.apply(applied, { keepHistory: true });
  }
  await draft.write();
};

interface Known {
  readonly id: string;
  readonly unit: Unit;
  readonly line: Kept<'unit-line'> | undefined;
}

const draftImport = (
  units: KeptUnits,
  request: UnitImport,
  newId: () => string,
): Result<{ readonly changes: readonly Change[]; readonly imported: Imported }, readonly ListFault[]> => {
  const { listed, under, dated, source } = request;
  const day = request.from ?? dated;
  const known = knownUnits(units, under, day);
  const faults: ListFault[] = [];
  const changes: Change[] = [];
  const above = aboveUnder(units, known, request, day);
  const ids = new Map(listed.map(({ code }) => [code, known.byCode.get(code)?.id ?? newId()]));
  let [added, changed] = [0, 0];

  for (const one of listed) {
    const parent = one.parent === undefined ? under : ids.get(one.parent);
    const place = { id: ids.get(one.code) ?? '', parent, day, isDated: request.from !== undefined };
    const found = known.byCode.get(one.code);
    if (above.has(one.code)) faults.push(fault(one.at, 'above', one.code));
    if (found === undefined) {
      if (known.unnamed.has(nameKey(parent, one.name, one.kind))) faults.push(fault(one.at, 'same-name', one.name));
      changes.push(...changesOfNew(one, place));
      added += 1;
      continue;
    }
    // The unit under which the list goes may head it: where it stands itself, the list does not say.
    const drafted = changesOfKnown(one, found, found.id === under ? { ...place, parent: undefined } : place);
    if (typeof drafted === 'string') faults.push(fault(one.at, drafted, one.code));
    else if (drafted.length > 0) {
      const isMoved = drafted.some(({ table }) => table === 'unit-line');
      if (!request.mayTouch(found.id, isMoved)) faults.push(fault(one.at, 'not-yours', one.code));
      changes.push(...drafted);
      changed += 1;
    }
  }
  if (faults.length > 0) return fail(faults);

  const list: UnitList = { source, dated, units: listed.length };
  const isListed = units.lists.some(
    ({ fields }) => fields.source === source && fields.dated === dated && fields.units === listed.length,
  );
  if (!isListed) changes.push(made('unit-list', newId(), list));
  const named = new Set(ids.values());
  const notNamed = [...known.byCode.values()].filter(({ id }) => !named.has(id)).length;
  return ok({ changes, imported: { added, changed, unchanged: listed.length - added - changed, notNamed } });
};

/** By code, what stands above the unit under which the list goes, as it is or as the list has it: it would turn in a circle. */
const aboveUnder = (
  { lines }: KeptUnits,
  { byCode }: ReturnType<typeof knownUnits>,
  { listed, under }: UnitImport,
  day: LocalDate,
): ReadonlySet<string> => {
  if (under === undefined) return new Set();
  const fields = lines.map((line) => line.fields);
  const ids = new Set(aboveFrom(under, fields, day));
  const found = new Set(listed.map(({ code }) => code).filter((code) => ids.has(byCode.get(code)?.id ?? '')));
  const parents = new Map(listed.map(({ code, parent }) => [code, parent]));
  const head = listed.find(({ code }) => byCode.get(code)?.id === under);
  // A list's units above have shorter codes: it has no circle of its own.
  for (let at = head?.parent; at !== undefined; at = parents.get(at)) found.add(at);
  return found;
};

interface Place {
  readonly id: string;
  readonly parent: string | undefined;
  readonly day: LocalDate;
  /** Whether it was said from when on the list holds; else a new unit may be older than the list. */
  readonly isDated: boolean;
}

/** From what it says, like a reading's: it names the unit once more instead of something new, which every phone would have to fetch. */
const lineId = (unit: string, from: LocalDate | undefined): string => [unit, 'parent', from ?? ''].join('~');

const changesOfNew = (
  { name, kind, level, code }: ListedUnit,
  { id, parent, day, isDated }: Place,
): readonly Change[] => {
  const from: { readonly from?: LocalDate } = isDated ? { from: day } : {};
  const unit = made('unit', id, { name, kind, level, officialCode: code, ...from });
  if (parent === undefined) return [unit];
  return [unit, made('unit-line', lineId(id, from.from), { unit: id, other: parent, relation: 'parent', ...from })];
};

const changesOfKnown = (
  { name, kind, level }: ListedUnit,
  { id, unit, line }: Known,
  { parent, day }: Place,
): readonly Change[] | 'ended' | 'later-change' => {
  if (unit.to !== undefined && unit.to < day) return 'ended';
  const held = asOn(unit, day);
  const news: Attributes = { ...(held.name !== name && { name }), ...(held.kind !== kind && { kind }) };
  const isCalledOtherwise = Object.keys(news).length > 0;
  const next = isCalledOtherwise ? changedFrom(unit, news, day) : unit;
  if (next === undefined) return 'later-change';
  const values = changedValues('unit', unit, { ...next, level });
  const changes: Change[] = Object.keys(values).length === 0 ? [] : [{ table: 'unit', id, values }];
  if (parent === undefined || line?.fields.other === parent) return changes;

  if (line !== undefined) {
    if (line.fields.from !== undefined && line.fields.from >= day) return 'later-change';
    changes.push({ table: 'unit-line', id: line.id, values: { to: addDays(day, -1) } });
  }
  changes.push(made('unit-line', lineId(id, day), { unit: id, other: parent, relation: 'parent', from: day }));
  return changes;
};

/** A name without the word for its kind, and where it stands. */
const nameKey = (parent: string | undefined, name: string, kind: string): string => {
  const [folded, prefix] = [fold(name), `${fold(kind)} `];
  return `${parent ?? ''}|${folded.startsWith(prefix) ? folded.slice(prefix.length) : folded}`;
};

/** The units that a list may speak of, by their codes of the day, and the names of those that have none. */
const knownUnits = (units: KeptUnits, under: string | undefined, day: LocalDate) => {
  const lines = units.lines.map(({ fields }) => fields);
  const isSample = (unit: string): boolean => units.byId.get(rootOf(unit, lines))?.sample === true;
  const wantsSample = under !== undefined && isSample(under);
  const inForce = units.lines.filter(
    ({ fields }) =>
      fields.relation === 'parent' &&
      (fields.from === undefined || fields.from <= day) &&
      (fields.to === undefined || fields.to >= day),
  );
  const lineOf = new Map(inForce.map((line) => [line.fields.unit, line]));
  const byCode = new Map<string, Known>();
  const unnamed = new Set<string>();
  for (const [id, unit] of units.byId) {
    if (isSample(id) !== wantsSample) continue;
    const code = asOn(unit, day).officialCode ?? '';
    const line = lineOf.get(id);
    if (code === '') unnamed.add(nameKey(line?.fields.other, unit.name, unit.kind));
    // Of two with one code the one that goes on is meant.
    else if (byCode.get(code) === undefined || unit.to === undefined) byCode.set(code, { id, unit, line });
  }
  return { byCode, unnamed };
};
