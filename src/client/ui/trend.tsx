/**
 * Figures over the years as a picture: what was read as a line with dots, where it began, and the milestones as strokes.
 * The words are in the table beside it, so it is hidden from screen readers.
 */
import { createMemo, For, Show } from 'solid-js';

export interface TrendDot {
  /** In years: 2024.5 is the middle of 2024. */
  readonly at: number;
  readonly value: number;
  readonly words: string;
}

interface TrendProps {
  readonly start: TrendDot | undefined;
  readonly dots: readonly TrendDot[];
  readonly marks: readonly TrendDot[];
}

const WIDTH = 320;
const HEIGHT = 168;
const SIDE = 34;
const TOP = 26;
const BOTTOM = 30;
const ROOM = 0.15;
/** What the four figures of a year take. */
const YEAR_ROOM = 36;

export const Trend = (props: TrendProps) => {
  const all = createMemo(() => [...(props.start ? [props.start] : []), ...props.dots, ...props.marks]);
  const span = createMemo(() => {
    const [times, values] = [all().map(({ at }) => at), all().map(({ value }) => value)];
    const [from, to] = [Math.min(...times), Math.max(...times)];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = (high - low || Math.abs(high) || 1) * ROOM;
    return { from, to: to === from ? from + 1 : to, low: low - room, high: high + room };
  });
  const x = ({ at }: TrendDot): number => SIDE + ((at - span().from) / (span().to - span().from)) * (WIDTH - 2 * SIDE);
  const y = ({ value }: TrendDot): number =>
    TOP + (1 - (value - span().low) / (span().high - span().low)) * (HEIGHT - TOP - BOTTOM);
  const line = () =>
    [...(props.start ? [props.start] : []), ...props.dots]
      .map((dot) => `${String(x(dot))},${String(y(dot))}`)
      .join(' ');
  const yearOf = (dot: TrendDot): string => String(Math.floor(dot.at));
  /** Years under the picture, each once; one that would stand on the year before it is left to the table. */
  const years = createMemo(() => {
    const each = [...new Map(all().map((dot) => [yearOf(dot), dot] as const))].sort(([, a], [, b]) => a.at - b.at);
    let last = Number.NEGATIVE_INFINITY;
    return each.filter(([, dot]) => {
      const hasRoom = x(dot) - last >= YEAR_ROOM;
      if (hasRoom) last = x(dot);
      return hasRoom;
    });
  });
  return (
    <svg class="trend" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} aria-hidden="true">
      <line class="ground" x1="0" x2={WIDTH} y1={HEIGHT - BOTTOM + 8} y2={HEIGHT - BOTTOM + 8} />
      <For each={years()}>
        {([year, dot]) => (
          <text x={x(dot)} y={HEIGHT - 6} class="year">
            {year}
          </text>
        )}
      </For>
      <polyline points={line()} />
      <Show when={props.start}>{(start) => <circle class="start" cx={x(start())} cy={y(start())} r="4" />}</Show>
      <For each={props.marks}>
        {(mark) => (
          <>
            <line class="mark" x1={x(mark) - 14} x2={x(mark) + 14} y1={y(mark)} y2={y(mark)} />
            <text class="mark" x={x(mark)} y={y(mark) - 7}>
              {mark.words}
            </text>
          </>
        )}
      </For>
      <For each={props.dots}>
        {(dot, index) => (
          <>
            <circle cx={x(dot)} cy={y(dot)} r="5" />
            <Show when={index() === 0 || index() === props.dots.length - 1}>
              <text class="value" x={x(dot)} y={y(dot) - 10}>
                {dot.words}
              </text>
            </Show>
          </>
        )}
      </For>
    </svg>
  );
};
