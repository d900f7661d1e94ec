/**
 * A sample of what a province issues for 2021–2030: every indicator of two real province plans, with their real targets.
 * Nothing is written twice: each objective holds the indicators of document 002 (Quảng Ninh), then those of document
 * 000 (Hậu Giang), each with its document and line. Targets of 002 bear their printed years; those of 000, a plan of
 * one year, lose theirs and are in force throughout, so that each kind of arithmetic can be seen.
 */
import { bases as bases000 } from './hau-giang-2021/references.ts';
import { objectives as objectives000 } from './hau-giang-2021/objectives.ts';
import { rules as rules000 } from './hau-giang-2021/rules.ts';
import { bases as bases002, plan, purposes, rules as rules002 } from './parent-sample/plan.ts';
import type { IndicatorItem, MeasureItem, ObjectiveItem, PlanDocument, TargetItem } from './plan-document.ts';
import { objectives as objectives002 } from './quang-ninh-2021-2030/objectives.ts';

/** The parts of 000 that are kept, by their keys there. */
const keptBases = ['21', '356'];
const keptRules = ['on-request', 'half-year', 'year'];

interface Keyed {
  readonly key: string;
}
const cited = <T extends Keyed>(item: T, document: string) => ({ ...item, key: `${document}.${item.key}`, document });
const chosen = <T extends Keyed>(items: readonly T[], keys: readonly string[]) =>
  items.filter(({ key }) => keys.includes(key)).map((item) => cited(item, '000'));

const withoutYear = (target: TargetItem): TargetItem => {
  const { byYear, ...others } = target;
  return byYear === undefined ? target : others;
};

const sampleIndicator = (
  indicator: IndicatorItem,
  document: string,
  sampleTarget: (target: TargetItem) => TargetItem,
): IndicatorItem => ({
  ...cited(indicator, document),
  measures: indicator.measures.map((measure): MeasureItem => ({
    ...measure,
    key: `${document}.${measure.key}`,
    targets: measure.targets.map(sampleTarget),
  })),
});

const sampleObjective = (objective: ObjectiveItem): ObjectiveItem => {
  const same = objectives000.find(({ field }) => field === objective.field);
  return {
    ...objective,
    document: '002',
    indicators: [
      ...objective.indicators.map((indicator) => sampleIndicator(indicator, '002', (target) => target)),
      ...(same?.indicators ?? []).map((indicator) => sampleIndicator(indicator, '000', withoutYear)),
    ],
  };
};

export const parentSample: PlanDocument = {
  key: 'parent',
  plan,
  headLines: {},
  purposes,
  bases: [...chosen(bases000, keptBases), ...bases002],
  objectives: objectives002.map(sampleObjective),
  tasks: [],
  rules: [...chosen(rules000, keptRules), ...rules002],
  campaigns: [],
  duties: [],
  models: [],
  services: [],
  addressees: [],
  attachments: [],
  recipients: [],
};
