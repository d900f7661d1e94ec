/**
 * Units that an administrator lets merge: all of them, the one that carries on their work and the one above it stand below
 * the administrator's own unit, which itself can end only by the command line.
 */
import type { Problem } from '#domain/problem.ts';
import { relationOf } from '#domain/relations.ts';
import { mayAdminister, mayMerge } from '#domain/rights.ts';
import { fail, type Result } from '#domain/result.ts';
import type { Asker } from './administration.ts';
import { actorOf } from './describe-me.ts';
import { mergeUnits, previewMerger, type Merger, type MergerPreview } from './merge-units.ts';
import type { Account, Deps } from './ports.ts';
import { dayOf, type Units } from './units.ts';

type MergeDeps = Deps & { readonly readUnits: () => Promise<Units> };

/** Why they may not; nothing when they may. */
const problemOf = async (deps: MergeDeps, account: Account, { units, into }: Merger): Promise<Problem | undefined> => {
  const known = await deps.readUnits();
  const actor = actorOf(account);
  const day = dayOf(known, actor.unit, deps.now());
  const problemOn = (may: typeof mayMerge, unit: string): Problem | undefined =>
    known.byId.has(unit) ? may(actor, relationOf(actor.unit, unit, known.lines, day)) : { code: 'rights/not-found' };
  const merging = typeof into === 'string' ? [...units, into] : units;
  const above = typeof into === 'string' || into.parent === undefined ? [] : [into.parent];
  const problems = [
    ...merging.map((unit) => problemOn(mayMerge, unit)),
    ...above.map((unit) => problemOn(mayAdminister, unit)),
  ];
  // What somebody may not even know of comes before what they may not do.
  return (
    problems.find((problem) => problem?.code === 'rights/not-found') ??
    problems.find((problem) => problem !== undefined)
  );
};

export const mergeForAdministrator = async (
  deps: MergeDeps,
  account: Account,
  asker: Asker,
  merger: Merger,
): Promise<Result<{ readonly id: string }>> => {
  const problem = await problemOf(deps, account, merger);
  return problem === undefined ? mergeUnits(deps, asker, merger) : fail(problem);
};

/** Writes nothing. */
export const previewMergerForAdministrator = async (
  deps: MergeDeps,
  account: Account,
  merger: Merger,
): Promise<Result<MergerPreview>> => {
  const problem = await problemOf(deps, account, merger);
  return problem === undefined ? previewMerger(deps, merger) : fail(problem);
};
