/** One measure at a glance: its figure, its target, its state. */
import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Judged } from '#client/state/judgements.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { StateChip } from '#client/ui/marks.tsx';
import { SplitNote } from '#client/ui/SplitTotal.tsx';
import { FigurePicture } from './FigurePicture.tsx';
import { figureSplit } from './figure-split.ts';
import { shownFigure, targetLine } from './figure-words.ts';
import { judgedMark } from './state-mark.ts';

interface MeasureCardProps {
  readonly measure: Saved<'measure'>;
  readonly judged: Judged;
  readonly activities: readonly ActivitySummary[] | undefined;
}

export const MeasureCard = (props: MeasureCardProps) => {
  const location = useLocation();
  const fields = () => props.measure.fields;
  const figure = () => shownFigure(fields(), props.judged);
  const state = () => props.judged.judgement.state;
  const href = () => `/chi-tieu/${props.measure.id}`;
  return (
    <a
      class="card"
      href={`${href()}${location.search}`}
      aria-current={location.pathname === href() ? 'true' : undefined}
    >
      <h3>{fields().title}</h3>
      <div class="line between">
        <Show when={figure()} fallback={<span />}>
          <span class="big">{figure()}</span>
        </Show>
        <StateChip {...judgedMark(props.judged.judgement)} word={s().judged[state()]} />
      </div>
      <Show when={figure()}>
        <SplitNote split={figureSplit(props.judged, props.activities)} />
      </Show>
      <FigurePicture measure={fields()} judged={props.judged} activities={props.activities} />
      <p class="s dim">
        {s().measure.target}: {targetLine(props.judged.judgement.target ?? props.judged.judgement.nextTarget, fields())}
      </p>
    </a>
  );
};
