/** The figure as a picture: how far to the milestone, or the months and quarters with their numbers. */
import { Show } from 'solid-js';
import { formatNumber } from '#domain/numbers.ts';
import type { Measure } from '#domain/records/measure.ts';
import type { Judged } from '#client/state/judgements.ts';
import { periodShort } from '#client/texts/words.ts';
import { Meter, PeriodStrip } from '#client/ui/pictures.tsx';
import { meterOf } from './figure-words.ts';

interface FigurePictureProps {
  readonly measure: Measure;
  readonly judged: Judged;
}

export const FigurePicture = (props: FigurePictureProps) => (
  <>
    <Show when={props.judged.tally}>
      {(tally) => (
        <PeriodStrip
          cells={tally().periods.map((period) => ({
            words:
              period.state === 'not-due' && period.total === 0
                ? periodShort(period.period)
                : formatNumber(period.total),
            state: period.state,
          }))}
        />
      )}
    </Show>
    <Show when={meterOf(props.measure, props.judged.judgement)}>
      {(meter) => <Meter share={meter().share} mark={meter().mark} good={props.judged.judgement.state === 'met'} />}
    </Show>
  </>
);
