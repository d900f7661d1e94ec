/** Walks a ready-made plan for the tests: its lists, and every text in it. */
import type { PlanDocument, TargetItem } from '#catalogue/plans/plan-document.ts';

export const indicatorsOf = (document: PlanDocument) =>
  document.objectives.flatMap((objective) => objective.indicators);

export const measuresOf = (document: PlanDocument) =>
  indicatorsOf(document).flatMap((indicator) =>
    indicator.measures.map((measure) => ({ ...measure, document: indicator.document })),
  );

export const targetsOf = (document: PlanDocument) => measuresOf(document).flatMap((measure) => measure.targets);

/** What a target asks for, in one line: ">= 60 by 2025", "yes from 2025", "~ >= 65 by 2021". */
export const asked = ({ comparator, value, byYear, fromYear, toYear, approximate }: TargetItem): string =>
  [
    approximate ? ['~'] : [],
    comparator,
    value ?? [],
    byYear === undefined ? [] : ['by', byYear],
    fromYear === undefined ? [] : ['from', fromYear],
    toYear === undefined ? [] : ['to', toYear],
  ]
    .flat()
    .join(' ');

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
  ...[document.lists ?? [], document.sources ?? []].flat().map(({ line }) => line),
  ...document.objectives.flatMap(({ statement }) => statement?.line ?? []),
  ...(document.plan.funding ?? []).flatMap(({ line }) => line ?? []),
  ...Object.values(listsOf(document)).flatMap((list) => list.map(({ line }) => line)),
];

export const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
