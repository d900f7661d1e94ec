/** How much of a shown figure has arrived: of a tally what was counted, of readings how many of them. Empty when all has. */
import { splitOf, splitOfCounted } from '#client/state/split.ts';
import type { Judged } from '#client/state/judgements.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { s } from '#client/texts/screens.ts';

export const figureSplit = (
  { judgement, tally, readings }: Judged,
  activities: readonly ActivitySummary[] | undefined,
): string => {
  if (tally !== undefined) {
    const period = tally.periods.find((one) => one.period === judgement.period);
    return period === undefined ? '' : splitWords(splitOfCounted(period.counted, activities ?? []));
  }
  const words = splitWords(splitOf(readings.filter(({ fields }) => fields.period === judgement.period)));
  return words === '' ? '' : s().measure.splitReadings(words);
};
