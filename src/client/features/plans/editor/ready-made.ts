/**
 * A ready-made plan as an own one. Its ids follow from the document and the unit, so that two officers who copy it at once
 * meet, and no two units' copies are taken for each other. Copied once more it is a plan beside the first.
 */
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import type { PlanDocument } from '#catalogue/plans/plan-document.ts';
import { DELETED, type Change } from '#domain/change.ts';

const prefixOf = (document: PlanDocument, unit: string, nth: number): string =>
  [document.key, unit, ...(nth === 1 ? [] : [String(nth)])].join('.');

export const idOfReadyMade = (document: PlanDocument, unit: string, nth = 1): string =>
  `${prefixOf(document, unit, nth)}.plan`;

export const readyMadeChanges = (
  document: PlanDocument,
  unit: string,
  hasPlan: (id: string) => boolean,
): readonly Change[] => {
  let nth = 1;
  while (hasPlan(idOfReadyMade(document, unit, nth))) nth += 1;
  const changes = mutationsOfPlan(document, { prefix: prefixOf(document, unit, nth) }).flat();
  // One that was copied before and deleted comes back.
  return changes.map((change) => ({ ...change, values: { ...change.values, [DELETED]: false } }));
};
