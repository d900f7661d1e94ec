/**
 * The report rules of the own plans: each with its plan's period, what the plans above ask that its plan serves, and how
 * it stands among rules that contradict it.
 */
import { contradictionsOf, type Contradiction, type Standing } from '#domain/contradictions.ts';
import type { KeptRule } from '#domain/deadlines.ts';
import type { Rule } from '#domain/records/plan.ts';
import type { Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { linkTo } from './plan-kinship.ts';
import type { Saved, Workbook } from './workbook.ts';

type SavedPlan = Saved<'plan'>;
type SavedRule = Saved<'rule'>;

export interface OwnRule extends KeptRule {
  readonly scope: Scope;
  /** Absent where nothing contradicts it. */
  readonly standing?: Standing | undefined;
}

export interface PlanContradiction {
  readonly plan: SavedPlan;
  readonly contradiction: Contradiction;
}

const rulesOf = (rules: readonly SavedRule[], plan: SavedPlan): readonly SavedRule[] =>
  rules.filter(({ scope, fields }) => scope === plan.scope && fields.plan === plan.id);

/** The level above says whose days its report holds; an own rule that says nothing of its own follows. */
const withCutOff = (rule: Rule, above: readonly Rule[]): Rule => {
  if (rule.cutOffFrom !== undefined || rule.cutOffTo !== undefined) return rule;
  const set = above.find((one) => one.kind === rule.kind && one.cutOffFrom !== undefined && one.cutOffTo !== undefined);
  if (set?.cutOffFrom === undefined || set.cutOffTo === undefined) return rule;
  return { ...rule, cutOffFrom: set.cutOffFrom, cutOffTo: set.cutOffTo };
};

const keyOf = ({ scope, id }: Pick<SavedRule, 'scope' | 'id'>): string => `${scope}~${id}`;

/** What of one plan contradicts itself. Names are the plan's own: the same name elsewhere is another matter. */
export const contradictionsIn = (rules: readonly SavedRule[], plan: SavedPlan): readonly PlanContradiction[] =>
  contradictionsOf(
    rulesOf(rules, plan).map((rule) => ({ key: keyOf(rule), fields: rule.fields })),
    plan.fields.governing,
  ).map((contradiction) => ({ plan, contradiction }));

/** `all` are the plans that may stand above. */
export const ownRules = (
  rules: readonly SavedRule[],
  plans: readonly SavedPlan[],
  all: readonly SavedPlan[],
): readonly OwnRule[] =>
  plans.flatMap((plan) => {
    const standings = new Map(
      contradictionsIn(rules, plan).flatMap(({ contradiction }) =>
        contradiction.rules.map(({ key, standing }) => [key, standing] as const),
      ),
    );
    const served = all.filter((one) => one !== plan && Object.hasOwn(plan.fields.parents, linkTo(one)));
    const above = served.flatMap((one) => rulesOf(rules, one).map(({ fields }) => fields));
    const within = { from: plan.fields.from, to: plan.fields.to };
    return rulesOf(rules, plan).map((rule) => ({
      id: rule.id,
      scope: rule.scope,
      fields: withCutOff(rule.fields, above),
      within,
      above,
      standing: standings.get(keyOf(rule)),
    }));
  });

/** Without those that yield to a chosen one: nobody is reminded of them, nothing is compared with them. */
export const bindingRules = (rules: readonly OwnRule[]): readonly OwnRule[] =>
  rules.filter(({ standing }) => standing !== 'yields');

interface Choice {
  readonly name: string;
  /** `scope~rule id`. */
  readonly rule: string;
  readonly reason: string;
}

/** Written into the plan, so that whoever opens it sees the same rule govern; the history keeps who chose what. */
export const chooseRule = (
  workbook: Pick<Workbook, 'save'>,
  plan: SavedPlan,
  { name, rule, reason }: Choice,
): Promise<Result<void>> => {
  const why = reason.trim();
  const value = { rule, ...(why !== '' && { reason: why }) };
  return workbook.save([{ table: 'plan', id: plan.id, values: { [`governing/${name}`]: value } }], plan.scope);
};

/** As it was before a choice: another one, or none. */
export const takeBackChoice = (
  workbook: Pick<Workbook, 'save'>,
  plan: SavedPlan,
  name: string,
): Promise<Result<void>> => {
  const { rule, reason } = plan.fields.governing[name] ?? {};
  const value = rule === undefined ? null : { rule, ...(reason !== undefined && { reason }) };
  return workbook.save([{ table: 'plan', id: plan.id, values: { [`governing/${name}`]: value } }], plan.scope);
};
