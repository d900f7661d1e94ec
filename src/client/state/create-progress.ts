/** How far the tasks of a plan are, live: each from the activities of the plan's time that are linked to it. */
import { createMemo, type Accessor } from 'solid-js';
import { taskProgress, type TaskProgress } from '#domain/task-progress.ts';
import type { ActivitySummary, Saved, Workbook } from './workbook.ts';

export interface Progress {
  /** `undefined` while the log is being read. */
  readonly activities: Accessor<readonly ActivitySummary[] | undefined>;
  readonly linkedTo: (task: string) => readonly ActivitySummary[];
  readonly of: (task: Saved<'task'>) => TaskProgress | undefined;
}

export const createProgress = (
  workbook: Pick<Workbook, 'activitiesBetween' | 'today'>,
  plan: Accessor<Saved<'plan'> | undefined>,
): Progress => {
  const from = createMemo(() => plan()?.fields.from);
  const to = createMemo(() => plan()?.fields.to);
  // By its days alone: a plan that is read anew does not ask for the log again.
  const range = createMemo(() => {
    const [first, last] = [from(), to()];
    return first === undefined || last === undefined ? undefined : { from: first, to: last };
  });
  const activities = workbook.activitiesBetween(range);
  const byTask = createMemo(() => {
    const found = new Map<string, ActivitySummary[]>();
    for (const activity of activities() ?? [])
      for (const task of activity.tasks) {
        const known = found.get(task);
        if (known === undefined) found.set(task, [activity]);
        else known.push(activity);
      }
    return found;
  });
  const linkedTo = (task: string): readonly ActivitySummary[] => byTask().get(task) ?? [];
  return {
    activities,
    linkedTo,
    of: (task) => {
      const within = range();
      if (within === undefined || activities() === undefined) return undefined;
      return taskProgress(task.fields, within, linkedTo(task.id), workbook.today());
    },
  };
};
