/** Small pictures of figures. Each has its words beside it or a table under it, so they are hidden from screen readers. */
import { For, Index, Show } from 'solid-js';

interface MeterProps {
  /** 0 to 1; more is drawn as full. */
  readonly share: number;
  readonly mark?: number | undefined;
  readonly good: boolean;
}

const percent = (share: number): string => `${String(Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10)}%`;

/** How far a figure is, with a stroke where it should be. */
export const Meter = (props: MeterProps) => (
  <div class="meter" classList={{ good: props.good }} style={{ '--share': percent(props.share) }} aria-hidden="true">
    <i />
    <Show when={props.mark !== undefined}>
      <s style={{ '--mark': percent(props.mark ?? 0) }} />
    </Show>
  </div>
);

export interface Cell {
  readonly words: string;
  readonly state: 'met' | 'not-met' | 'running' | 'not-due';
  /** Not all of it has arrived. */
  readonly isPartly: boolean;
}

/** Months or quarters in a row, each with its number. */
export const PeriodStrip = (props: { readonly cells: readonly Cell[] }) => (
  <div class="months" style={{ '--cells': String(props.cells.length) }} aria-hidden="true">
    <Index each={props.cells}>
      {(cell) => (
        <span class={cell().state} classList={{ partly: cell().isPartly }}>
          {cell().words}
        </span>
      )}
    </Index>
  </div>
);

export interface DayCell {
  readonly had: boolean;
  readonly today: boolean;
}

/** The days of a campaign, filled where something was done. */
export const DayStrip = (props: { readonly days: readonly DayCell[] }) => (
  <div class="strip" style={{ '--cells': String(props.days.length) }} aria-hidden="true">
    <For each={props.days}>{(day) => <i classList={{ had: day.had, today: day.today }} />}</For>
  </div>
);
