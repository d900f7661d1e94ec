/** A plan, whole and as printed: from its bases to its recipients, with the ways between objectives, measures and tasks. */
import { createEffect, createMemo, For, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { scopeOf } from '#domain/scope.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayEditPlan, mayIssue, mayPlan } from '#client/state/may-plan.ts';
import { isOwnPlan, linkTo } from '#client/state/plan-kinship.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { Objectives } from './Objectives.tsx';
import { usePlace } from './place.ts';
import { PlanCampaigns, PlanRules } from './PlanDates.tsx';
import { Bases, Bullets } from './PlanTexts.tsx';
import { printedHead } from './printed-head.ts';
import { Tasks } from './Tasks.tsx';

export const PlanDetail = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const plans = workbook.list('plan');
  const plan = createMemo(() => plans()?.find((one) => one.id === place.plan()));
  return (
    <Show when={plans() !== undefined} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={plan()?.id} keyed fallback={<Missing />}>
        <Show when={plan()}>{(found) => <Whole plan={found()} plans={plans() ?? []} />}</Show>
      </Show>
    </Show>
  );
};

const BackLink = () => (
  <a class="back" href="/ke-hoach">
    <Icon name="back" size={20} />
    {s().plan.title}
  </a>
);

const Missing = () => (
  <div class="page">
    <header>
      <BackLink />
      <PageHeading documentTitle={t().documentTitle(s().plan.title)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
  </div>
);

/** What this person may do with the plan. */
const Ways = (props: { readonly plan: Saved<'plan'> }) => {
  const workbook = useWorkbook();
  const isInWork = () => props.plan.scope === scopeOf(workbook.me().unit, 'work');
  const way = (href: string, icon: IconName, words: string) => (
    <a class="btn" href={href}>
      <Icon name={icon} size={20} />
      {words}
    </a>
  );
  return (
    <div class="line">
      <Show when={mayEditPlan(workbook.me(), props.plan)}>
        {way(`/ke-hoach/${props.plan.id}/soan`, 'edit', s().planEdit.edit)}
      </Show>
      <Show when={isInWork() && mayIssue(workbook.me())}>
        {way(`/ke-hoach/${props.plan.id}/ban-hanh`, 'upload', s().planEdit.issue)}
      </Show>
      <Show when={!isInWork() && mayPlan(workbook.me())}>{way('/ke-hoach/moi', 'copy', s().planEdit.copyThis)}</Show>
    </div>
  );
};

interface WholeProps {
  readonly plan: Saved<'plan'>;
  readonly plans: readonly Saved<'plan'>[];
}

const Whole = (props: WholeProps) => {
  const workbook = useWorkbook();
  const indicators = workbook.list('indicator');
  const tasks = workbook.list('task');
  const fields = () => props.plan.fields;
  /** The number as printed, or the year: a title may be long, and a tab is seen by others. */
  const tabWords = () => `${s().plan.title} · ${fields().number ?? fields().from.slice(0, 4)}`;
  const parents = () => props.plans.filter((other) => Object.hasOwn(fields().parents, linkTo(other)));
  const parts = () => [
    { id: 'bases', words: s().plan.bases },
    { id: 'objectives', words: s().plan.objectives },
    { id: 'tasks', words: s().plan.tasks },
    { id: 'rules', words: s().plan.rules },
    { id: 'campaigns', words: s().plan.campaigns },
    ...((fields().funding ?? []).length > 0 ? [{ id: 'funding', words: s().plan.funding }] : []),
    ...((fields().recipients ?? []).length > 0 ? [{ id: 'recipients', words: s().plan.recipients }] : []),
    ...((fields().anomalies ?? []).length > 0 ? [{ id: 'anomalies', words: s().plan.anomalies }] : []),
  ];

  /** A link into the page waits until that part is there. */
  createEffect(() => {
    if (indicators() === undefined || tasks() === undefined) return;
    const target = decodeURIComponent(window.location.hash.slice(1));
    if (target !== '')
      queueMicrotask(() => {
        const part = document.getElementById(target);
        part?.closest('details')?.setAttribute('open', '');
        part?.scrollIntoView();
      });
  });

  return (
    <article class="page stack wide">
      <header class="stack tight">
        <BackLink />
        <p class="s dim">
          {fields().issuer}
          <Show when={fields().level}>{(level) => <> · {s().levels[level()]}</>}</Show>
        </p>
        <PageHeading documentTitle={t().documentTitle(tabWords())}>{fields().title}</PageHeading>
        <p>{printedHead(fields())}</p>
        <p class="s dim">{s().plan.period(formatDate(fields().from), formatDate(fields().to))}</p>
        <Show when={madeIn(workbook, props.plan.scope)}>
          {(unit) => (
            <p>
              <span class="chip">{s().units.madeIn(unit())}</span>
            </p>
          )}
        </Show>
        <Show when={fields().issuedOn}>
          {(day) => (
            <p class="s">
              {s().planEdit.versionLine(fields().version ?? 1, formatDate(day()))} ·{' '}
              <a href={`/ke-hoach/${props.plan.id}/ban`}>{s().planEdit.versions}</a>
            </p>
          )}
        </Show>
        <For each={fields().amendments ?? []}>
          {(one) => (
            <p class="s">
              <Icon name="edit" size={16} /> {s().planEdit.amendmentLine(one.version, one.what)}
            </p>
          )}
        </For>
        <Show when={!isOwnPlan(props.plan, props.plans, workbook.me().unit)}>
          <p>
            <span class="chip sunk">
              <Icon name="above" size={16} />
              {s().plan.readOnly}
            </span>
          </p>
        </Show>
      </header>
      <Ways plan={props.plan} />
      <nav class="chips" aria-label={s().plan.jump}>
        <For each={parts()}>
          {(part) => (
            <a class="pick small" href={`#${part.id}`}>
              {part.words}
            </a>
          )}
        </For>
      </nav>
      <Show when={parents().length > 0}>
        <section class="stack tight">
          <h2>{s().plan.parentPlans}</h2>
          <For each={parents()}>
            {(parent) => (
              <a class="card" href={`/ke-hoach/${parent.id}`}>
                <h3>{parent.fields.title}</h3>
                <p class="s dim">{parent.fields.issuer}</p>
              </a>
            )}
          </For>
        </section>
      </Show>
      <Bases plan={props.plan.id} />
      <Bullets id="purposes" title={s().plan.purposes} lines={fields().purposes ?? []} />
      <Objectives plan={props.plan.id} />
      <Tasks plan={props.plan} />
      <PlanRules plan={props.plan} />
      <PlanCampaigns plan={props.plan.id} />
      <Bullets id="funding" title={s().plan.funding} lines={(fields().funding ?? []).map((one) => one.text)} />
      <Bullets id="recipients" title={s().plan.recipients} lines={fields().recipients ?? []} />
      <Show when={fields().signingOffice}>
        {(office) => <Bullets id="signing" title={s().plan.signing} lines={[office()]} />}
      </Show>
      <Bullets
        id="anomalies"
        title={s().plan.anomalies}
        lines={(fields().anomalies ?? []).map((one) => `${one.what} (${s().plan.line(one.line)})`)}
      />
    </article>
  );
};
