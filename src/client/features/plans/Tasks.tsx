/** The tasks of a plan by their section as printed, each with who does it and how much has been done. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { groupBy } from '#client/state/tallies.ts';
import { useWorkbook } from '#client/state/context.ts';
import { isTaskOpen } from '#client/state/open-tasks.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { Anomalies } from './Anomalies.tsx';
import { Fold } from './Fold.tsx';

const UNDONE = 'chua-lam';

/** So many tasks come folded. */
const LONG = 60;

export const Tasks = (props: { readonly plan: Saved<'plan'> }) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const activities = workbook.activitiesBetween(() => ({
    from: props.plan.fields.from,
    to: props.plan.fields.to,
  }));
  const [params] = useSearchParams<{ phan: string }>();
  const counts = createMemo(() => {
    const found = new Map<string, number>();
    for (const activity of activities() ?? [])
      for (const task of activity.tasks) found.set(task, (found.get(task) ?? 0) + 1);
    return found;
  });
  const own = createMemo(() =>
    (tasks() ?? [])
      .filter((task) => task.fields.plan === props.plan.id)
      .filter((task) => params.phan !== UNDONE || (isTaskOpen(task, workbook.today()) && !counts().has(task.id)))
      .sort((a, b) => (a.fields.order < b.fields.order ? -1 : 1)),
  );
  const sections = createMemo(() => [
    ...groupBy(own(), (task) => [task.fields.section, task.fields.sectionTitle].filter(Boolean).join(' · ')),
  ]);
  return (
    <Fold
      id="tasks"
      title={params.phan === UNDONE ? t().today.tasks : s().plan.tasks}
      count={own().length}
      folded={own().length > LONG && params.phan !== UNDONE}
    >
      <Show when={params.phan === UNDONE}>
        <p>
          <a href={`/ke-hoach/${props.plan.id}#tasks`}>{s().plan.allTasks}</a>
        </p>
      </Show>
      <For each={sections()}>
        {([title, list]) => (
          <section class="stack tight">
            <h3>{title}</h3>
            <ul class="card rows">
              <For each={list}>
                {(task) => (
                  <li>
                    <TaskRow task={task} activities={counts().get(task.id) ?? 0} />
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </Fold>
  );
};

const TaskRow = (props: { readonly task: Saved<'task'>; readonly activities: number }) => {
  const fields = () => props.task.fields;
  const agencies = () =>
    (fields().agencies ?? []).map((one) => `${one.agency} (${s().agencyRoles[one.role]})`).join(' · ');
  return (
    <a class="row" href={`/ke-hoach/${fields().plan}/nhiem-vu/${props.task.id}`}>
      <div class="grow">
        {fields().text}
        <p class="s dim">{t().recurrences[fields().recurrence]}</p>
        <Show when={agencies()}>
          <p class="s dim">{agencies()}</p>
        </Show>
        <Anomalies of={fields()} />
        <Show when={props.activities > 0} fallback={<p class="s dim num">{s().activities(0)}</p>}>
          <StateMark icon="check" tone="good" word={s().activities(props.activities)} />
        </Show>
      </div>
      <Icon name="next" size={18} />
    </a>
  );
};
