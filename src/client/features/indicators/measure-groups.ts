/** Measures as plans group them: plan by plan, objective by objective, in the order that they are printed in. */
import { groupBy } from '#client/state/tallies.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';

export interface MeasureGroup {
  readonly title: string;
  readonly measures: readonly Saved<'measure'>[];
}

export interface PlanGroup {
  readonly plan: Saved<'plan'>;
  readonly groups: readonly MeasureGroup[];
}

interface Printed {
  readonly indicators: readonly Saved<'indicator'>[];
  readonly objectives: readonly Saved<'objective'>[];
}

/** Plans without any of the measures are left out; the order of plans is kept. */
export const groupMeasures = (
  plans: readonly Saved<'plan'>[],
  measures: readonly Saved<'measure'>[],
  { indicators, objectives }: Printed,
): readonly PlanGroup[] => {
  const sorted = [...measures].sort((a, b) => (a.fields.order < b.fields.order ? -1 : 1));
  const indicatorById = new Map(indicators.map((one) => [one.id, one.fields]));
  const objectiveById = new Map(objectives.map((one) => [one.id, one.fields]));
  const byPlan = groupBy(sorted, (measure) => measure.fields.plan);
  return plans.flatMap((plan) => {
    const byObjective = groupBy(
      byPlan.get(plan.id) ?? [],
      (measure) => indicatorById.get(measure.fields.indicator)?.objective ?? '',
    );
    const groups = [...byObjective]
      .map(([id, list]) => {
        const objective = objectiveById.get(id);
        return {
          title: objective ? s().measure.objective(objective.number ?? '', objective.title) : s().measure.noObjective,
          measures: list,
          order: objective?.order ?? '~',
        };
      })
      .sort((a, b) => (a.order < b.order ? -1 : 1));
    return groups.length > 0 ? [{ plan, groups }] : [];
  });
};
