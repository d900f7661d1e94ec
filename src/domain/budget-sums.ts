/** What the lines of a budget come to: by source, at each step from estimate to settlement, in whole đồng. */
import type { BudgetLine } from './records/registers.ts';

/** In the order in which they follow each other. */
export const budgetSteps = ['estimate', 'appraised', 'approved', 'settled'] as const;
export type BudgetStep = (typeof budgetSteps)[number];

export interface StepSum {
  /** `undefined` where no line has reached the step: nothing is known, which is not 0 đồng. */
  readonly sum: number | undefined;
  /** How many of the lines have an amount at the step. */
  readonly lines: number;
}

export interface FundSums {
  readonly fund: string;
  readonly lines: number;
  readonly steps: Readonly<Record<BudgetStep, StepSum>>;
}

type Line = Pick<BudgetLine, 'fund' | BudgetStep>;

const stepSum = (lines: readonly Line[], step: BudgetStep): StepSum => {
  const amounts = lines.flatMap((line) => line[step] ?? []);
  return {
    sum: amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0),
    lines: amounts.length,
  };
};

export const sumsOf = (fund: string, lines: readonly Line[]): FundSums => ({
  fund,
  lines: lines.length,
  steps: {
    estimate: stepSum(lines, 'estimate'),
    appraised: stepSum(lines, 'appraised'),
    approved: stepSum(lines, 'approved'),
    settled: stepSum(lines, 'settled'),
  },
});

/** One row a source, in the order in which the sources first appear. */
export const sumsByFund = (lines: readonly Line[]): readonly FundSums[] =>
  [...new Set(lines.map(({ fund }) => fund))].map((fund) =>
    sumsOf(
      fund,
      lines.filter((line) => line.fund === fund),
    ),
  );
