/**
 * A sample of what a province issues for 2021–2030: every indicator of two real province plans, with their real targets.
 * Nothing is written twice: each objective holds the indicators of document 002 (Quảng Ninh), then those of document
 * 000 (Hậu Giang), each with its document and line. Targets of 002 bear their printed years; those of 000, a plan of
 * one year, lose theirs and are in force throughout, so that each kind of arithmetic can be seen.
 */
import { bases as bases000 } from './hau-giang-2021/references.ts';
import { objectives as objectives000 } from './hau-giang-2021/objectives.ts';
import { rules as rules000 } from './hau-giang-2021/rules.ts';
import { plan, purposes } from './parent-sample/plan.ts';
import type { IndicatorItem, MeasureItem, ObjectiveItem, PlanDocument, RuleItem, TargetItem } from './plan-document.ts';
import { objectives as objectives002 } from './quang-ninh-2021-2030/objectives.ts';
import { bases as bases002 } from './quang-ninh-2021-2030/references.ts';
import { rules as rules002 } from './quang-ninh-2021-2030/rules.ts';

/** What is kept of each document, by its keys there. */
const kept = {
  '000': { bases: ['21', '356'], rules: ['on-request', 'half-year', 'year'] },
  '002': { bases: ['28', '2232'], rules: ['half-year', 'year'] },
} as const;

interface Keyed {
  readonly key: string;
}
const cited = <T extends Keyed>(item: T, document: string) => ({ ...item, key: `${document}.${item.key}`, document });
const chosen = <T extends Keyed>(items: readonly T[], document: string, keys: readonly string[]) =>
  items.filter(({ key }) => keys.includes(key)).map((item) => cited(item, document));
/** District reports contradict each other in 002 by a line that is not kept here. */
const alone = (rule: RuleItem): RuleItem => {
  const { contradiction, ...others } = rule;
  return contradiction === undefined ? rule : others;
};

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
  bases: [...chosen(bases000, '000', kept['000'].bases), ...chosen(bases002, '002', kept['002'].bases)],
  objectives: objectives002.map(sampleObjective),
  tasks: [],
  rules: [...chosen(rules000, '000', kept['000'].rules), ...chosen(rules002, '002', kept['002'].rules).map(alone)],
  campaigns: [],
  duties: [],
  models: [],
  services: [],
  addressees: [],
  attachments: [],
  recipients: [],
};
