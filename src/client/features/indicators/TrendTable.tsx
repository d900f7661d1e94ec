/** How a figure went: the picture towards its milestones, and every period in a table beside the same one a year before. */
import { useLocation } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { yearOf } from '#domain/dates.ts';
import type { Figure } from '#domain/figures.ts';
import { kindOfPeriod, periodRange } from '#domain/periods.ts';
import type { Measure, Target } from '#domain/records/measure.ts';
import type { TrendPoint } from '#domain/trend.ts';
import { s } from '#client/texts/screens.ts';
import { figureWords } from '#client/texts/measure-words.ts';
import { periodWords } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { Trend, type TrendDot } from '#client/ui/trend.tsx';
import { changeWords, targetLine } from './figure-words.ts';
import { whyHref } from './place.ts';
import { judgedMark } from './state-mark.ts';

interface TrendTableProps {
  readonly id: string;
  readonly measure: Measure;
  readonly targets: readonly Target[];
  readonly trend: readonly TrendPoint[];
}

const said = (figure: Figure, measure: Measure): string =>
  typeof figure === 'string' ? s().judged[figure] : figureWords(figure, measure);

const MONTHS = 12;
/** The end of the period, in years. */
const endOf = (period: string): number => {
  const { to } = periodRange(period);
  return yearOf(to) + (Number(to.slice(5, 7)) - 1) / MONTHS;
};

export const TrendTable = (props: TrendTableProps) => {
  const location = useLocation();
  /** Periods of one length alone: a quarter's figure and a year's do not stand on one line. */
  const dots = createMemo((): readonly TrendDot[] => {
    const kind = kindOfPeriod(props.trend.at(-1)?.period ?? '');
    return props.trend.flatMap(({ period, figure }) =>
      kindOfPeriod(period) === kind && typeof figure === 'number'
        ? [{ at: endOf(period), value: figure, words: figureWords(figure, props.measure) }]
        : [],
    );
  });
  const start = (): TrendDot | undefined => {
    const { baseline } = props.measure;
    return baseline?.year === undefined
      ? undefined
      : { at: baseline.year, value: baseline.value, words: figureWords(baseline.value, props.measure) };
  };
  /** Milestones; a target without a year stands where the last figure does. */
  const marks = createMemo((): readonly TrendDot[] => {
    const last = dots().at(-1)?.at ?? 0;
    return props.targets.flatMap(({ value, byYear, fromYear }) =>
      value === undefined ? [] : [{ at: byYear ?? fromYear ?? last, value, words: figureWords(value, props.measure) }],
    );
  });
  const isDrawn = () => props.measure.kind !== 'yes-no' && dots().length > 0 && dots().length + marks().length > 1;
  return (
    <section class="stack tight" aria-labelledby="trend">
      <h2 id="trend">{s().trend.title}</h2>
      <Show when={isDrawn()}>
        <Trend start={start()} dots={dots()} marks={marks()} />
      </Show>
      <table>
        <thead>
          <tr>
            <th scope="col">{s().measure.period}</th>
            <th scope="col" class="n">
              {s().trend.figure}
            </th>
            <th scope="col" class="n">
              {s().trend.lastYear}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={[...props.trend].reverse()}>
            {(point) => (
              <tr>
                <td>
                  <a
                    href={whyHref(props.id, location.search, point.period)}
                    aria-label={s().whyPage.open(`${periodWords(point.period)}, ${said(point.figure, props.measure)}`)}
                  >
                    {periodWords(point.period)}
                  </a>
                  <p class="s dim">
                    {s().trend.target}:{' '}
                    {targetLine(point.judgement.target ?? point.judgement.nextTarget, props.measure)}
                  </p>
                  <p class="s">
                    <StateMark {...judgedMark(point.judgement)} word={s().judged[point.judgement.state]} />
                  </p>
                </td>
                <td class="n">{said(point.figure, props.measure)}</td>
                <td class="n">
                  {point.lastYear === undefined ? s().trend.unknown : said(point.lastYear, props.measure)}
                  <Show when={typeof point.figure === 'number' && typeof point.lastYear === 'number'}>
                    <span class="split">
                      {changeWords(Number(point.figure), Number(point.lastYear), props.measure)}
                    </span>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};
