/** "2 đã gửi, 2 trên máy" of the activities behind a figure. */
import { Show } from 'solid-js';
import { splitOf } from '#client/state/split.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { SplitFact, SplitNote } from '#client/ui/SplitTotal.tsx';

export interface SplitProps {
  readonly of: readonly ActivitySummary[];
  /** What one of them adds to the figure; 1 if it is left out. */
  readonly amount?: (activity: ActivitySummary) => number;
  /** Its name stands elsewhere: how many people it is that the words speak of. */
  readonly people?: number;
  /** It stands in a list of facts. */
  readonly fact?: boolean;
}

export const SplitWords = (props: SplitProps) => {
  const words = () => {
    const said = splitWords(splitOf(props.of, props.amount));
    return said === '' || props.people === undefined ? said : s().split.inPeople(props.people, said);
  };
  return (
    <Show when={props.fact} fallback={<SplitNote split={words()} />}>
      <SplitFact split={words()} />
    </Show>
  );
};
