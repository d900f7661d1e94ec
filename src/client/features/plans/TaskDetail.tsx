/** One task: who does it, what it serves, what was done for it, and the way to record more. */
import { createMemo, For, Show } from 'solid-js';
import { createProgress } from '#client/state/create-progress.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords } from '#client/texts/words.ts';
import { EachById } from '#client/ui/Keyed.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { StateChip } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { usePlace } from './place.ts';
import { progressLine, stateMark, whenWords } from './progress-words.ts';
import { Serves } from './Serves.tsx';
import { TurnsTable } from './TurnsTable.tsx';

export const TaskDetail = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const tasks = workbook.list('task');
  const task = createMemo(() => tasks()?.find((one) => one.id === place.doing()[1]));
  return (
    <Show when={tasks() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={task()?.id} keyed fallback={<Missing plan={place.plan() ?? ''} />}>
        <Show when={task()}>{(found) => <Whole task={found()} />}</Show>
      </Show>
    </Show>
  );
};

const BackLink = (props: { readonly plan: string }) => (
  <a class="back" href={`/ke-hoach/${props.plan}#tasks`}>
    <Icon name="back" size={20} />
    {s().plan.title}
  </a>
);

const Missing = (props: { readonly plan: string }) => (
  <div class="page">
    <header>
      <BackLink plan={props.plan} />
      <PageHeading documentTitle={t().documentTitle(s().plan.task)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
  </div>
);

const Whole = (props: { readonly task: Saved<'task'> }) => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const indicators = workbook.list('indicator');
  const campaigns = workbook.list('campaign');
  const fields = () => props.task.fields;
  const plan = () => plans()?.find((one) => one.id === fields().plan);
  const progress = createProgress(workbook, plan);
  const far = createMemo(() => progress.of(props.task));
  /** A turn a line says something only where something is asked of each. */
  const turning = () => {
    const found = far();
    return found !== undefined && found.turns.some(({ need }) => need !== undefined) ? found : undefined;
  };
  const mark = (id: string) => {
    if (far()?.planned.includes(id) === true) return s().tasks.plannedMark;
    return far()?.running.includes(id) === true ? s().tasks.runningMark : '';
  };
  const served = createMemo(() => (indicators() ?? []).filter((one) => Object.hasOwn(fields().indicators, one.id)));
  const above = () => [...Object.keys(fields().parentIndicators), ...Object.keys(fields().parentTasks)];
  const inCampaigns = createMemo(() => (campaigns() ?? []).filter((one) => Object.hasOwn(fields().campaigns, one.id)));

  return (
    <article class="page stack wide">
      <header class="stack tight">
        <BackLink plan={fields().plan} />
        <p class="s dim">{[t().section(fields().section), fields().sectionTitle].filter(Boolean).join(' · ')}</p>
        <PageHeading documentTitle={t().documentTitle(`${s().plan.task} · ${t().section(fields().section)}`)}>
          {fields().text}
        </PageHeading>
        <div class="chips">
          <span class="chip">{whenWords(fields())}</span>
          <Show when={far()}>{(found) => <StateChip {...stateMark(found().state)} />}</Show>
        </div>
        <Show when={far()}>{(found) => <p class="num">{progressLine(found()).join(' · ')}</p>}</Show>
      </header>
      <Show when={(fields().agencies ?? []).length > 0}>
        <section class="stack tight">
          <h2>{s().measure.agencies}</h2>
          <ul class="bullets">
            <For each={fields().agencies}>
              {(one) => (
                <li>
                  {one.agency} <span class="dim">({s().agencyRoles[one.role]})</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={turning()}>{(found) => <TurnsTable progress={found()} />}</Show>
      <Show when={above().length > 0}>
        <section class="stack tight">
          <h2>{s().plan.parentPlans}</h2>
          <Serves links={above()} />
        </section>
      </Show>
      <section class="stack tight">
        <h2>{s().plan.taskActivities}</h2>
        <Show
          when={progress.linkedTo(props.task.id).length > 0}
          fallback={<p class="dim">{s().plan.noTaskActivities}</p>}
        >
          <ul class="card rows">
            <EachById each={progress.linkedTo(props.task.id)}>
              {(activity) => (
                <li>
                  <a class="row" href={`/hoat-dong/${activity().id}`}>
                    <span class="grow">
                      <b>{activity().title}</b>
                      <span class="s dim">
                        {[daysWords(activity().from, activity().to), mark(activity().id)].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    <Icon name="next" size={18} />
                  </a>
                </li>
              )}
            </EachById>
          </ul>
        </Show>
        <Show when={mayRecord(workbook.me())}>
          <p>
            <a class="btn main" href={`/hoat-dong/moi?nhiemVu=${props.task.id}`}>
              <Icon name="plus" size={20} />
              {s().plan.recordForTask}
            </a>
          </p>
        </Show>
      </section>
      <Show when={served().length > 0}>
        <section class="stack tight">
          <h2>{s().plan.servesIndicators}</h2>
          <ul class="card rows">
            <For each={served()}>
              {(indicator) => (
                <li>
                  <a class="row" href={`/ke-hoach/${indicator.fields.plan}#${indicator.id}`}>
                    <span class="grow">{indicator.fields.text}</span>
                    <Icon name="next" size={18} />
                  </a>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={inCampaigns().length > 0}>
        <section class="stack tight">
          <h2>{s().plan.inCampaigns}</h2>
          <ul class="bullets">
            <For each={inCampaigns()}>
              {(campaign) => (
                <li>
                  <a href={`/hoat-dong?dot=${campaign.id}`}>{campaign.fields.name}</a>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </article>
  );
};
