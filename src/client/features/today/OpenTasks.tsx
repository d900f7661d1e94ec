/** Tasks of the own plan for which nothing has been recorded yet; those whose window is open come first. */
import { createMemo, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { Icon } from '#client/ui/icons.tsx';

const SHOWN = 5;

interface OpenTasksProps {
  readonly plans: readonly Saved<'plan'>[];
  readonly activities: readonly ActivitySummary[] | undefined;
}

type SavedTask = Saved<'task'>;

/** Its window, if it has one, has begun and is not over. */
const isOpen = (task: SavedTask, today: string): boolean =>
  (task.fields.from === undefined || task.fields.from <= today) &&
  (task.fields.to === undefined || task.fields.to >= today);

const urgency = (task: SavedTask): number => (task.fields.to === undefined ? 1 : 0);

export const tasksWithoutActivity = (
  tasks: readonly SavedTask[],
  activities: readonly ActivitySummary[],
  today: string,
): readonly SavedTask[] => {
  const done = new Set(activities.flatMap((activity) => activity.tasks));
  return tasks
    .filter((task) => !done.has(task.id) && isOpen(task, today))
    .sort((a, b) => urgency(a) - urgency(b) || (a.fields.order < b.fields.order ? -1 : 1));
};

export const OpenTasks = (props: OpenTasksProps) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const open = createMemo(() => {
    const own = new Set(props.plans.map((plan) => plan.id));
    return tasksWithoutActivity(
      (tasks() ?? []).filter((task) => own.has(task.fields.plan)),
      props.activities ?? [],
      workbook.today(),
    );
  });
  return (
    <Show when={props.plans[0]}>
      {(plan) => (
        <section class="stack tight" aria-labelledby="open-tasks">
          <h2 id="open-tasks">{t().today.tasks}</h2>
          <Show when={open().length > 0} fallback={<p class="card quiet dim">{t().today.tasksDone}</p>}>
            <ul class="card rows">
              <For each={open().slice(0, SHOWN)}>
                {(task) => (
                  <li>
                    <a class="row" href={`/ke-hoach/${task.fields.plan}/nhiem-vu/${task.id}`}>
                      <div class="grow">
                        {task.fields.text}
                        <p class="s dim">
                          {t().section(task.fields.section)} · {t().recurrences[task.fields.recurrence]}
                        </p>
                      </div>
                      <Icon name="next" size={18} />
                    </a>
                  </li>
                )}
              </For>
            </ul>
            <Show when={open().length > SHOWN}>
              <a class="back" href={`/ke-hoach/${plan().id}?phan=chua-lam#tasks`}>
                {t().today.allTasks(open().length)}
                <Icon name="next" size={16} />
              </a>
            </Show>
          </Show>
        </section>
      )}
    </Show>
  );
};
