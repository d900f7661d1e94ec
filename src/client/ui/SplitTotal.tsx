/** A total, and under it how much of it the server has; nothing under it when all of it has arrived. */
import { Show } from 'solid-js';

interface SplitTotalProps {
  readonly total: string;
  /** In words; empty when there is nothing to tell apart. */
  readonly split: string;
}

export const SplitTotal = (props: SplitTotalProps) => (
  <>
    {props.total}
    <SplitNote split={props.split} />
  </>
);

export const SplitNote = (props: Pick<SplitTotalProps, 'split'>) => (
  <Show when={props.split}>
    <span class="split">{props.split}</span>
  </Show>
);

/** In a list of facts, under the fact's own name. */
export const SplitFact = (props: Pick<SplitTotalProps, 'split'>) => (
  <Show when={props.split}>
    <dd class="split">{props.split}</dd>
  </Show>
);
