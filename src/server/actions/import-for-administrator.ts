/** A list of units that an administrator sends: it goes under their own unit or one below, and touches no unit elsewhere. */
import type { Problem } from '#domain/problem.ts';
import { relationOf, type Relation } from '#domain/relations.ts';
import { mayAdminister } from '#domain/rights.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { readUnitList, type ListFault, type ListFormat } from '#domain/unit-list.ts';
import type { Asker } from './administration.ts';
import { actorOf } from './describe-me.ts';
import { importUnits, type Imported, type ImportProblem } from './import-units.ts';
import type { Account, Deps } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface SentList {
  readonly under: string;
  readonly source: string;
  readonly dated: string;
  readonly from?: string | undefined;
  readonly format: ListFormat;
  readonly list: string;
}

type ImportDeps = Deps & { readonly readUnits: () => Promise<Units> };

const attempt = async (
  deps: ImportDeps,
  account: Account,
  asker: Asker,
  { format, list, isTrial, ...sent }: SentList & { readonly isTrial: boolean },
): Promise<Result<Imported, ImportProblem>> => {
  const units = await deps.readUnits();
  const actor = actorOf(account);
  const day = dayOf(units, actor.unit, deps.now());
  const relationTo = (unit: string): Relation => relationOf(actor.unit, unit, units.lines, day);
  const problemOn = (unit: string): Problem | undefined => mayAdminister(actor, relationTo(unit));
  const problem = units.byId.has(sent.under) ? problemOn(sent.under) : ({ code: 'rights/not-found' } as const);
  if (problem !== undefined) return fail(problem);
  const listed = readUnitList(list, format);
  if (!listed.ok) return fail<ImportProblem>({ code: 'faults', faults: listed.problem });
  return importUnits(deps, asker, {
    ...sent,
    from: sent.from,
    listed: listed.value,
    // Where the own unit stands, those above it say.
    mayTouch: (unit, isMoved) => problemOn(unit) === undefined && !(isMoved && relationTo(unit) === 'own'),
    isTrial,
  });
};

/** The first fault stands for all: whoever wants to see them looks first (`previewForAdministrator`). */
const problemOf = (faults: readonly ListFault[]): Problem => {
  const [first] = faults;
  return { code: 'unit/bad-list', at: first?.at ?? '', fault: first?.is ?? '', count: faults.length };
};

export const importForAdministrator = async (
  deps: ImportDeps,
  account: Account,
  asker: Asker,
  sent: SentList,
): Promise<Result<Imported>> => {
  const imported = await attempt(deps, account, asker, { ...sent, isTrial: false });
  if (imported.ok) return imported;
  return fail(imported.problem.code === 'faults' ? problemOf(imported.problem.faults) : imported.problem);
};

/** What the list would do, or what is wrong with it. */
export type ImportPreview =
  | { readonly would: Imported }
  /** The first ones, and how many there are. */
  | { readonly faults: readonly ListFault[]; readonly count: number };

/** More than anyone reads at a time. */
const MAX_FAULTS = 200;

/** Writes nothing. */
export const previewForAdministrator = async (
  deps: ImportDeps,
  account: Account,
  asker: Asker,
  sent: SentList,
): Promise<Result<ImportPreview>> => {
  const tried = await attempt(deps, account, asker, { ...sent, isTrial: true });
  if (tried.ok) return ok({ would: tried.value });
  const { problem } = tried;
  if (problem.code !== 'faults') return fail(problem);
  return ok({ faults: problem.faults.slice(0, MAX_FAULTS), count: problem.faults.length });
};
