/** Own plans, and those of the levels above. */
import { useLocation } from '@solidjs/router';
import { createMemo, For, onMount, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayPlan } from '#client/state/may-plan.ts';
import { isOwnPlan, shownPlans } from '#client/state/plan-kinship.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { Saved } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';

export const PlanList = (props: { readonly isPage: boolean }) => {
  const workbook = useWorkbook();
  const location = useLocation();
  const plans = workbook.list('plan');
  const tasks = workbook.list('task');
  const measures = workbook.list('measure');
  const shown = createMemo(() => shownPlans(plans() ?? []));
  const isOwn = (plan: Saved<'plan'>) => isOwnPlan(plan, shown(), workbook.me().unit);
  const oldUnit = (plan: Saved<'plan'>) => madeIn(workbook, plan.scope);
  const groups = () =>
    [
      { title: s().plan.own, plans: shown().filter((plan) => isOwn(plan) && oldUnit(plan) === '') },
      { title: s().units.plansCarriedOn, plans: shown().filter((plan) => isOwn(plan) && oldUnit(plan) !== '') },
      { title: s().plan.parents, plans: shown().filter((plan) => !isOwn(plan)) },
    ].filter((group) => group.plans.length > 0);
  const countOf = (list: readonly { readonly fields: { readonly plan: string } }[] | undefined, plan: string) =>
    (list ?? []).filter((one) => one.fields.plan === plan).length;
  const isChosen = (id: string) =>
    location.pathname === `/ke-hoach/${id}` || location.pathname.startsWith(`/ke-hoach/${id}/`);

  // What a page that was closed had begun to copy.
  onMount(() => {
    void import('./editor/write-plan.ts').then(async ({ finishPlan }) => {
      const finished = await finishPlan(workbook);
      if (finished !== undefined) showToast(finished.ok ? s().planEdit.finishing : problemText(finished.problem));
    });
  });

  return (
    <>
      <header class="line between">
        <Show when={props.isPage} fallback={<p class="brand">{s().plan.title}</p>}>
          <PageHeading documentTitle={t().documentTitle(s().plan.title)}>{s().plan.title}</PageHeading>
        </Show>
        <Show when={mayPlan(workbook.me())}>
          <a class="btn" href="/ke-hoach/moi">
            <Icon name="plus" size={20} />
            {s().planEdit.write}
          </a>
        </Show>
      </header>
      <Show when={plans() !== undefined} fallback={<p class="busy">{t().loading}</p>}>
        <div class="stack wide">
          <Show when={groups().length === 0}>
            <p class="card quiet">{s().plan.empty}</p>
          </Show>
          <For each={groups()}>
            {(group) => (
              <section class="stack tight">
                <h2 class="s dim">{group.title}</h2>
                <div class="stack">
                  <For each={group.plans}>
                    {(plan) => (
                      <a
                        class="card"
                        href={`/ke-hoach/${plan.id}`}
                        aria-current={isChosen(plan.id) ? 'true' : undefined}
                      >
                        <h3>{plan.fields.title}</h3>
                        <p class="s dim">
                          {plan.fields.issuer} ·{' '}
                          {s().plan.period(formatDate(plan.fields.from), formatDate(plan.fields.to))}
                        </p>
                        <p class="s">{s().plan.counts(countOf(tasks(), plan.id), countOf(measures(), plan.id))}</p>
                      </a>
                    )}
                  </For>
                </div>
              </section>
            )}
          </For>
        </div>
      </Show>
    </>
  );
};
