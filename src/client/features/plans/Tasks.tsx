/** The tasks of a plan by their section as printed, each with when it is due, who does it and how far it is. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { byOrder } from '#domain/fractional-order.ts';
import { formatCount } from '#domain/numbers.ts';
import type { TaskProgress } from '#domain/task-progress.ts';
import { createProgress } from '#client/state/create-progress.ts';
import { groupBy } from '#client/state/tallies.ts';
import { useWorkbook } from '#client/state/context.ts';
import { isTaskOpen } from '#client/state/open-tasks.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Choice } from '#client/ui/choices.tsx';
import { EachById } from '#client/ui/Keyed.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { Anomalies } from './Anomalies.tsx';
import { Fold } from './Fold.tsx';
import { progressLine, stateMark, whenWords } from './progress-words.ts';

/** As they stand in the address: overdue, without any activity (the same that the first page counts), with something planned. */
const filters = { 'qua-han': 'late', 'chua-lam': 'nothing', 'du-kien': 'planned' } as const;
type Filter = keyof typeof filters;
const isFilter = (value: string | undefined): value is Filter => value !== undefined && Object.hasOwn(filters, value);
const filterNames: readonly Filter[] = ['qua-han', 'chua-lam', 'du-kien'];

/** So many tasks come folded. */
const LONG = 60;

interface Row {
  readonly id: string;
  readonly task: Saved<'task'>;
  readonly progress: TaskProgress | undefined;
}

export const Tasks = (props: { readonly plan: Saved<'plan'> }) => {
  const workbook = useWorkbook();
  const tasks = workbook.list('task');
  const progress = createProgress(workbook, () => props.plan);
  const [params, setParams] = useSearchParams<{ phan: string }>();
  const filter = () => (isFilter(params.phan) ? params.phan : undefined);
  const rows = createMemo(() =>
    (tasks() ?? [])
      .filter((task) => task.fields.plan === props.plan.id && task.scope === props.plan.scope)
      .sort(byOrder)
      .map((task): Row => ({ id: task.id, task, progress: progress.of(task) })),
  );
  const isIn = ({ task, progress: far }: Row, one: Filter): boolean => {
    if (far === undefined) return false;
    if (one === 'qua-han') return far.state === 'late';
    if (one === 'du-kien') return far.planned.length > 0;
    return isTaskOpen(task, workbook.today()) && progress.linkedTo(task.id).length === 0;
  };
  const countOf = (one: Filter) => rows().filter((row) => isIn(row, one)).length;
  const chosen = createMemo(() => {
    const one = filter();
    return one === undefined ? rows() : rows().filter((row) => isIn(row, one));
  });
  const sections = createMemo(() =>
    groupBy(chosen(), ({ task: { fields } }) => [fields.section, fields.sectionTitle].filter(Boolean).join(' · ')),
  );
  const label = (words: string, count: number) => `${words} ${formatCount(count)}`;
  return (
    <Fold
      id="tasks"
      title={s().plan.tasks}
      count={rows().length}
      folded={rows().length > LONG && filter() === undefined}
    >
      <Choice
        id="task-filter"
        legend={s().tasks.filter}
        hideLegend
        small
        options={[
          { value: '', label: label(s().tasks.filters.all, rows().length) },
          ...filterNames.map((one) => ({ value: one, label: label(s().tasks.filters[filters[one]], countOf(one)) })),
        ]}
        value={filter() ?? ''}
        onChange={(phan) => setParams({ phan: phan === '' ? undefined : phan }, { scroll: false })}
      />
      <p>
        <a class="btn" href={`/ke-hoach/${props.plan.id}/co-quan`}>
          <Icon name="person" size={20} />
          {s().tasks.agencies}
        </a>
      </p>
      <Show when={progress.activities() !== undefined && sections().size === 0}>
        <p class="card quiet">{s().tasks.noneLeft}</p>
      </Show>
      <For each={[...sections().keys()]}>
        {(title) => (
          <section class="stack tight">
            <h3>{title}</h3>
            <ul class="card rows">
              <EachById each={sections().get(title) ?? []}>
                {(row) => (
                  <li>
                    <TaskRow task={row().task} progress={row().progress} />
                  </li>
                )}
              </EachById>
            </ul>
          </section>
        )}
      </For>
    </Fold>
  );
};

const TaskRow = (props: { readonly task: Saved<'task'>; readonly progress: TaskProgress | undefined }) => {
  const fields = () => props.task.fields;
  const agencies = () =>
    (fields().agencies ?? []).map((one) => `${one.agency} (${s().agencyRoles[one.role]})`).join(' · ');
  return (
    <a class="row" href={`/ke-hoach/${fields().plan}/nhiem-vu/${props.task.id}`}>
      <div class="grow">
        {fields().text}
        <p class="s dim">{whenWords(fields())}</p>
        <Show when={agencies()}>
          <p class="s dim">{agencies()}</p>
        </Show>
        <Anomalies of={fields()} />
        <Show when={props.progress} fallback={<p class="s dim">{t().loading}</p>}>
          {(found) => (
            <p class="line">
              <StateMark {...stateMark(found().state)} />
              <span class="s num">{progressLine(found()).join(' · ')}</span>
            </p>
          )}
        </Show>
      </div>
      <Icon name="next" size={18} />
    </a>
  );
};
