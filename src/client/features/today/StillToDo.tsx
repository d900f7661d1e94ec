/** What is still owed, further down the first page and fetched once that is there: figures of the log, and tasks without any activity. */
import type { Tallies } from '#client/state/tallies.ts';
import type { Saved } from '#client/state/workbook.ts';
import { MissingMeasures } from './MissingMeasures.tsx';
import { OpenTasks } from './OpenTasks.tsx';

interface StillToDoProps {
  readonly tallies: Tallies;
  /** The own ones in force. */
  readonly plans: readonly Saved<'plan'>[];
  /** All in force whose figures are owed. */
  readonly measuredBy: readonly Saved<'plan'>[];
}

export const StillToDo = (props: StillToDoProps) => (
  <>
    <MissingMeasures tallies={props.tallies} plans={props.measuredBy} />
    <OpenTasks plans={props.plans} />
  </>
);
