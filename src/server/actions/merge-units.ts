/**
 * Units merge, and tiers end. Nothing is rewritten: the old unit stays, with its records, and a dated line says who carries
 * on its work from which day.
 */
import type { Change } from '#domain/change.ts';
import { addDays, isLocalDate, type LocalDate } from '#domain/dates.ts';
import type { Problem } from '#domain/problem.ts';
import type { Level, UnitLine } from '#domain/records/unit.ts';
import { isWithin, predecessorsOf } from '#domain/relations.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { changedValues } from '#domain/values.ts';
import { audited, made, unfit, type Asker } from './administration.ts';
import { inUnits, type UnitsDraft } from './in-units.ts';
import type { Deps } from './ports.ts';
import { keptUnits, type Kept, type KeptUnits } from './units.ts';

const notFound: Problem = { code: 'rights/not-found' };
const notADate: Problem = { code: 'field/not-a-date' };

const isOver = ({ to }: UnitLine, day: LocalDate): boolean => to !== undefined && to < day;

/** Ends with the day before `from`; what would end before it began is a later change. */
const endLine = ({ id, fields }: Kept<'unit-line'>, from: LocalDate): Change => ({
  table: 'unit-line',
  id,
  values: changedValues('unit-line', fields, { ...fields, to: addDays(from, -1) }),
});

const beginsLater = (lines: readonly Kept<'unit-line'>[], from: LocalDate): boolean =>
  lines.some(({ fields }) => fields.from !== undefined && fields.from >= from);

/** The lines by which others report to one of the units, on the day or later. */
const linesToward = ({ lines }: KeptUnits, units: ReadonlySet<string>, day: LocalDate): readonly Kept<'unit-line'>[] =>
  lines.filter(
    ({ fields }) =>
      fields.relation === 'parent' && units.has(fields.other) && !units.has(fields.unit) && !isOver(fields, day),
  );

const linesUp = ({ lines }: KeptUnits, unit: string, day: LocalDate): readonly Kept<'unit-line'>[] =>
  lines.filter(({ fields }) => fields.relation === 'parent' && fields.unit === unit && !isOver(fields, day));

export interface Merger {
  /** The units that end. */
  readonly units: readonly string[];
  /** The one that carries on their work: there already, or made by this. */
  readonly into:
    | string
    | {
        readonly name: string;
        readonly kind: string;
        readonly officialCode: string | undefined;
        /** `undefined`: the one to which all of them report. */
        readonly parent: string | undefined;
      };
  /** The first day of the new unit. */
  readonly from: LocalDate;
}

export const mergeUnits = (deps: Deps, asker: Asker, merger: Merger): Promise<Result<{ readonly id: string }>> =>
  audited(
    deps,
    asker,
    'merge-units',
    ({ id }) => [scopeOf(id, 'directory'), `${id} ${merger.units.join(' ')}`.slice(0, 200)],
    (stores, at) =>
      inUnits(stores, asker, at, (units) => {
        const drafted = draftMerger(units, merger, deps.secrets.newId);
        return drafted.ok ? ok({ changes: drafted.value.changes, value: { id: drafted.value.value.id } }) : drafted;
      }),
  );

/** What a merger would do. */
export interface MergerPreview {
  /** The last day of the units that end. */
  readonly last: LocalDate;
  /** The unit above the one that carries on; `null` where it is at the top. */
  readonly above: string | null;
  /** Units below those that end, which report to the new one from the day on. */
  readonly below: readonly string[];
  /** People whose accounts stay in the units that end until somebody moves them. */
  readonly people: number;
}

/** Asked the same as `mergeUnits`, and nothing is written. */
export const previewMerger = (deps: Deps, merger: Merger): Promise<Result<MergerPreview>> =>
  deps.storage.together(async ({ ledger, accounts }) => {
    const drafted = draftMerger(await keptUnits(ledger), merger, deps.secrets.newId);
    if (!drafted.ok) return drafted;
    const { above, below } = drafted.value.value;
    const ending = new Set(merger.units);
    const people = (await accounts.all()).filter(({ unit, closed }) => ending.has(unit) && !closed).length;
    return ok({ last: addDays(merger.from, -1), above: above ?? null, below, people });
  });

interface DraftedMerger {
  readonly id: string;
  readonly above: string | undefined;
  readonly below: readonly string[];
}

const draftMerger = (
  units: KeptUnits,
  { units: given, into, from }: Merger,
  newId: () => string,
): Result<UnitsDraft<DraftedMerger>> => {
  const ids = [...new Set(given)];
  const problem = problemOfMerger(units, ids, into, from);
  if (problem !== undefined) return fail(problem);
  const ending = new Set(ids);
  const last = addDays(from, -1);
  const up = ids.flatMap((id) => linesUp(units, id, from));
  const toward = linesToward(units, ending, from);
  if (beginsLater([...up, ...toward], from)) return fail({ code: 'unit/later-change' });

  const heir =
    typeof into === 'string'
      ? ok({ id: into, above: linesUp(units, into, from)[0]?.fields.other, changes: [] })
      : draftHeir(parentsOfHeir(units, ids, into.parent, from), { ...into, level: levelOf(units, ids) }, from, newId);
  if (!heir.ok) return heir;
  const { id, above, changes } = heir.value;
  const line = (fields: UnitLine): Change => made('unit-line', newId(), fields);
  return ok({
    value: { id, above, below: toward.map(({ fields }) => fields.unit) },
    changes: [
      ...changes,
      ...ids.map((other) => line({ unit: id, other, relation: 'predecessor', from })),
      ...ids.map((one): Change => ({ table: 'unit', id: one, values: { to: last } })),
      ...[...up, ...toward].map((one) => endLine(one, from)),
      ...toward.map(({ fields }) => line({ unit: fields.unit, other: id, relation: 'parent', from })),
    ],
  });
};

const problemOfMerger = (
  units: KeptUnits,
  ids: readonly string[],
  into: Merger['into'],
  from: LocalDate,
): Problem | undefined => {
  if (!isLocalDate(from)) return notADate;
  const isNew = typeof into !== 'string';
  const above = !isNew || into.parent === undefined ? [] : [into.parent];
  const all = isNew ? [...ids, ...above] : [...ids, into];
  if (ids.length === 0 || all.some((id) => !units.byId.has(id))) return notFound;
  if (all.some((id) => units.byId.get(id)?.to !== undefined)) return { code: 'unit/ended' };
  if (ids.some((id) => (units.byId.get(id)?.from ?? '') >= from)) return { code: 'unit/later-change' };
  const undated = units.lines.map(({ fields: { unit, other, relation } }): UnitLine => ({ unit, other, relation }));
  const carried = new Set(ids.flatMap((id) => [id, ...predecessorsOf(id, undated, from)]));
  if (!isNew && carried.has(into)) return { code: 'unit/circle' };
  const hanging = isNew ? parentsOfHeir(units, ids, into.parent, from) : [into];
  if (hanging.length > 1) return { code: 'unit/parent-needed' };
  // It would stand below itself, or below a unit that ends.
  const lines = units.lines.map(({ fields }) => fields);
  return hanging.some((id) => isWithin(id, ids, lines, from)) ? { code: 'unit/circle' } : undefined;
};

/** The one that is said, else those to which the old units report. */
const parentsOfHeir = (
  units: KeptUnits,
  ids: readonly string[],
  parent: string | undefined,
  from: LocalDate,
): readonly string[] =>
  parent === undefined
    ? [...new Set(ids.flatMap((id) => linesUp(units, id, from)).map(({ fields }) => fields.other))]
    : [parent];

/** Where those that merge stand, if they stand alike. */
const levelOf = ({ byId }: KeptUnits, ids: readonly string[]): Level | undefined => {
  const [level, ...others] = new Set(ids.map((id) => byId.get(id)?.level));
  return others.length === 0 ? level : undefined;
};

/** The new unit and its line to the one above, which is that of the old ones where nothing is said. */
const draftHeir = (
  parents: readonly string[],
  { name, kind, officialCode, level }: Exclude<Merger['into'], string> & { readonly level: Level | undefined },
  from: LocalDate,
  newId: () => string,
): Result<{ readonly id: string; readonly above: string | undefined; readonly changes: readonly Change[] }> => {
  const id = newId();
  const unit = made('unit', id, {
    name,
    kind,
    from,
    ...(level !== undefined && { level }),
    ...(officialCode !== undefined && { officialCode }),
  });
  const problem = unfit(unit);
  if (problem !== undefined) return fail(problem);
  const lines = parents.map((other) => made('unit-line', newId(), { unit: id, other, relation: 'parent', from }));
  const [above] = parents;
  return ok({ id, above, changes: [unit, ...lines] });
};

export interface Ending {
  readonly unit: string;
  /** The last day on which it is there. */
  readonly last: LocalDate;
  /** To which unit those below it report from the next day on. */
  readonly belowTo: string | undefined;
}

/** A tier that is done away with: nobody carries on its work, and those below it report elsewhere. */
export const endUnit = (deps: Deps, asker: Asker, ending: Ending): Promise<Result<{ readonly moved: number }>> =>
  audited(
    deps,
    asker,
    'end-unit',
    () => [scopeOf(ending.unit, 'directory'), ending.unit],
    (stores, at) => inUnits(stores, asker, at, (units) => draftEnding(units, ending, deps.secrets.newId)),
  );

const draftEnding = (
  units: KeptUnits,
  { unit, last, belowTo }: Ending,
  newId: () => string,
): Result<UnitsDraft<{ readonly moved: number }>> => {
  if (!isLocalDate(last)) return fail(notADate);
  const next = addDays(last, 1);
  const found = units.byId.get(unit);
  const above = belowTo === undefined ? undefined : units.byId.get(belowTo);
  if (found === undefined || (belowTo !== undefined && above === undefined)) return fail(notFound);
  if (found.to !== undefined || above?.to !== undefined) return fail({ code: 'unit/ended' });
  const lines = units.lines.map(({ fields }) => fields);
  // What reports to it would stand below itself, or below a unit that has ended.
  if (belowTo !== undefined && isWithin(belowTo, [unit], lines, next)) return fail({ code: 'unit/circle' });
  const up = linesUp(units, unit, next);
  const toward = linesToward(units, new Set([unit]), next);
  if (toward.length > 0 && belowTo === undefined) return fail({ code: 'unit/has-units-below' });
  if (beginsLater([...up, ...toward], next) || (found.from ?? '') > last) return fail({ code: 'unit/later-change' });
  return ok({
    value: { moved: toward.length },
    changes: [
      { table: 'unit', id: unit, values: { to: last } },
      ...[...up, ...toward].map((line) => endLine(line, next)),
      ...toward.map(({ fields }) =>
        made('unit-line', newId(), { unit: fields.unit, other: belowTo ?? '', relation: 'parent', from: next }),
      ),
    ],
  });
};
