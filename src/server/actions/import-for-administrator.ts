/** A list of units that an administrator sends: it goes under their own unit or one below, and touches no unit elsewhere. */
import type { Problem } from '#domain/problem.ts';
import { relationOf } from '#domain/relations.ts';
import { mayAdminister } from '#domain/rights.ts';
import { fail, type Result } from '#domain/result.ts';
import { readUnitList, type ListFault, type ListFormat } from '#domain/unit-list.ts';
import type { Asker } from './administration.ts';
import { actorOf } from './describe-me.ts';
import { importUnits, type Imported } from './import-units.ts';
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

/** The first fault stands for all: whoever mends a list asks again. */
const problemOf = (faults: readonly ListFault[]): Problem => {
  const [first] = faults;
  return { code: 'unit/bad-list', at: first?.at ?? '', fault: first?.is ?? '', count: faults.length };
};

export const importForAdministrator = async (
  deps: Deps & { readonly readUnits: () => Promise<Units> },
  account: Account,
  asker: Asker,
  { format, list, ...sent }: SentList,
): Promise<Result<Imported>> => {
  const units = await deps.readUnits();
  const actor = actorOf(account);
  const day = dayOf(units, actor.unit, deps.now());
  const problemOn = (unit: string): Problem | undefined =>
    mayAdminister(actor, relationOf(actor.unit, unit, units.lines, day));
  const problem = units.byId.has(sent.under) ? problemOn(sent.under) : ({ code: 'rights/not-found' } as const);
  if (problem !== undefined) return fail(problem);
  const listed = readUnitList(list, format);
  if (!listed.ok) return fail(problemOf(listed.problem));
  const imported = await importUnits(deps, asker, {
    ...sent,
    from: sent.from,
    listed: listed.value,
    mayTouch: (unit) => problemOn(unit) === undefined,
    isTrial: false,
  });
  if (imported.ok) return imported;
  return fail(imported.problem.code === 'faults' ? problemOf(imported.problem.faults) : imported.problem);
};
