/** Tasks of the own plan for which nothing has been recorded in its period yet; those whose window is open come first. */
import { createMemo, For, Show } from 'solid-js';
import { touches, type DayRange } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { isTaskOpen } from '#client/state/open-tasks.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { Icon } from '#client/ui/icons.tsx';
import { MadeIn } from './MadeIn.tsx';

const SHOWN = 5;

type SavedTask = Saved<'task'>;

const urgency = (task: SavedTask): number => (task.fields.to === undefined ? 1 : 0);

export const tasksWithoutActivity = (
  tasks: readonly SavedTask[],
  activities: readonly ActivitySummary[],
  { today, periods }: { readonly today: string; readonly periods: ReadonlyMap<string, DayRange> },
): readonly SavedTask[] => {
  const isDone = ({ id, fields }: SavedTask): boolean => {
    const period = periods.get(fields.plan);
    return period !== undefined && activities.some((one) => one.tasks.includes(id) && touches(one, period));
  };
  return tasks
    .filter((task) => periods.has(task.fields.plan) && isTaskOpen(task, today) && !isDone(task))
    .sort((a, b) => urgency(a) - urgency(b) || (a.fields.order < b.fields.order ? -1 : 1));
};

export const OpenTasks = (props: { readonly plans: readonly Saved<'plan'>[] }) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const periods = createMemo(() => new Map(props.plans.map(({ id, fields: { from, to } }) => [id, { from, to }])));
  const span = createMemo<DayRange | undefined>(
    () => {
      const from = props.plans.map((plan) => plan.fields.from).sort()[0];
      const to = props.plans
        .map((plan) => plan.fields.to)
        .sort()
        .at(-1);
      return from !== undefined && to !== undefined ? { from, to } : undefined;
    },
    undefined,
    { equals: (a, b) => a?.from === b?.from && a?.to === b?.to },
  );
  const activities = workbook.activitiesBetween(span);
  const open = createMemo(() => {
    const known = activities();
    return known && tasksWithoutActivity(tasks() ?? [], known, { today: workbook.today(), periods: periods() });
  });
  return (
    <Show when={open()}>
      {(found) => (
        <section class="stack tight" aria-labelledby="open-tasks">
          <h2 id="open-tasks">{t().today.tasks}</h2>
          <Show when={found().length > 0} fallback={<p class="card quiet dim">{t().today.tasksDone}</p>}>
            <ul class="card rows">
              <For each={found().slice(0, SHOWN)}>
                {(task) => (
                  <li>
                    <a class="row" href={`/ke-hoach/${task.fields.plan}/nhiem-vu/${task.id}`}>
                      <div class="grow">
                        {task.fields.text}
                        <p class="s dim">
                          {t().section(task.fields.section)} · {t().recurrences[task.fields.recurrence]}
                          <MadeIn scope={task.scope} />
                        </p>
                      </div>
                      <Icon name="next" size={18} />
                    </a>
                  </li>
                )}
              </For>
            </ul>
            <Show when={found().length > SHOWN}>
              <a class="back" href={`/ke-hoach/${found()[0]?.fields.plan ?? ''}?phan=chua-lam#tasks`}>
                {t().today.allTasks(found().length)}
                <Icon name="next" size={16} />
              </a>
            </Show>
          </Show>
        </section>
      )}
    </Show>
  );
};
