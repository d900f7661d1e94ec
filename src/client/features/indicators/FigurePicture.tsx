/** The figure as a picture: how far to the milestone, or the months and quarters with their numbers. */
import { createMemo, Show } from 'solid-js';
import type { TallyPeriod } from '#domain/cadence.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { Measure } from '#domain/records/measure.ts';
import type { Judged } from '#client/state/judgements.ts';
import { splitOfCounted } from '#client/state/split.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { periodShort } from '#client/texts/words.ts';
import { Meter, PeriodStrip } from '#client/ui/pictures.tsx';
import { SplitNote } from '#client/ui/SplitTotal.tsx';
import { meterOf } from './figure-words.ts';

interface FigurePictureProps {
  readonly measure: Measure;
  readonly judged: Judged;
  readonly activities: readonly ActivitySummary[] | undefined;
}

const NONE: readonly ActivitySummary[] = [];

export const FigurePicture = (props: FigurePictureProps) => {
  const splitOfPeriods = (periods: readonly Pick<TallyPeriod, 'counted'>[]) =>
    splitOfCounted(
      periods.flatMap(({ counted }) => counted),
      props.activities ?? NONE,
    );
  const hasUnsent = (counted: TallyPeriod['counted']): boolean => {
    const { onDevice, toFix } = splitOfPeriods([{ counted }]);
    return onDevice + toFix > 0;
  };
  const cells = createMemo(() =>
    (props.judged.tally?.periods ?? []).map((period) => ({
      words: period.state === 'not-due' && period.total === 0 ? periodShort(period.period) : formatNumber(period.total),
      state: period.state,
      isPartly: hasUnsent(period.counted),
    })),
  );
  /** Under the row, for all its cells: in each there is room for a mark alone. */
  const stripSplit = (periods: readonly TallyPeriod[]): string => {
    const words = splitWords(splitOfPeriods(periods));
    return words === '' || periods.length < 2 ? '' : s().measure.splitPeriods(words);
  };
  return (
    <>
      <Show when={props.judged.tally}>
        {(tally) => (
          <>
            <PeriodStrip cells={cells()} />
            <SplitNote split={stripSplit(tally().periods)} />
          </>
        )}
      </Show>
      <Show when={meterOf(props.measure, props.judged.judgement)}>
        {(meter) => <Meter share={meter().share} mark={meter().mark} good={props.judged.judgement.state === 'met'} />}
      </Show>
    </>
  );
};
