/** Walks a ready-made plan for the tests: its lists, and every text in it. */
import type { PlanDocument } from '#catalogue/plans/plan-document.ts';

export const indicatorsOf = (document: PlanDocument) =>
  document.objectives.flatMap((objective) => objective.indicators);

export const measuresOf = (document: PlanDocument) =>
  indicatorsOf(document).flatMap((indicator) =>
    indicator.measures.map((measure) => ({ ...measure, document: indicator.document })),
  );

export const targetsOf = (document: PlanDocument) => measuresOf(document).flatMap((measure) => measure.targets);

/** What each table of the document holds, in its order. */
export const listsOf = (
  document: PlanDocument,
): Readonly<Record<string, readonly { key: string; line: number; document?: string | undefined }[]>> => ({
  bases: document.bases,
  objectives: document.objectives,
  indicators: indicatorsOf(document),
  measures: measuresOf(document),
  tasks: document.tasks,
  rules: document.rules,
  campaigns: document.campaigns,
});

/** Every line that something other than an anomaly stands on. */
export const citedLines = (document: PlanDocument): readonly number[] => [
  ...Object.values(document.headLines),
  ...[document.purposes, document.duties, document.models, document.services].flat().map(({ line }) => line),
  ...[document.addressees, document.attachments, document.recipients].flat().map(({ line }) => line),
  ...(document.plan.funding ?? []).flatMap(({ line }) => line ?? []),
  ...Object.values(listsOf(document)).flatMap((list) => list.map(({ line }) => line)),
];

export const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
