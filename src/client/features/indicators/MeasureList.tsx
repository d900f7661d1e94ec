/** Measures grouped by plan and objective, filtered by where a commune has the figure from. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import type { Measure } from '#domain/records/measure.ts';
import { createJudgements } from '#client/state/judgements.ts';
import { useWorkbook } from '#client/state/context.ts';
import { isOwnPlan, shownPlans } from '#client/state/plan-kinship.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Choice } from '#client/ui/choices.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { MeasureCard } from './MeasureCard.tsx';
import { groupMeasures } from './measure-groups.ts';
import { entryHref } from './place.ts';
import { createYearChoice, YearSelect } from './YearChoice.tsx';

type Source = Measure['source'];
const sources: readonly Source[] = ['own-log', 'own-register', 'contributes', 'from-above'];

export const MeasureList = (props: { readonly isPage: boolean }) => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const objectives = workbook.list('objective');
  const indicators = workbook.list('indicator');
  const measures = workbook.list('measure');
  const years = createYearChoice(() => shownPlans(plans() ?? []));
  const judgements = createJudgements(workbook, years.chosen);
  const [params, setParams] = useSearchParams<{ nguon: string }>();
  const source = (): Source => sources.find((one) => one === params.nguon) ?? 'own-log';
  const sourceOf = (measure: Saved<'measure'>): Source =>
    measure.fields.source === 'not-applicable' ? 'from-above' : measure.fields.source;

  /** Own plans first, then those of the units that are carried on, then those above. */
  const ordered = createMemo(() => {
    const shown = shownPlans(plans() ?? []);
    const isOwn = (plan: Saved<'plan'>) => isOwnPlan(plan, shown, workbook.me().unit);
    const rank = (plan: Saved<'plan'>): number => (isOwn(plan) ? Number(madeIn(workbook, plan.scope) !== '') : 2);
    return [...shown].sort((a, b) => rank(a) - rank(b));
  });
  const shown = createMemo(() => {
    const known = new Set(ordered().map((plan) => plan.id));
    return (measures() ?? []).filter((measure) => known.has(measure.fields.plan));
  });
  const groups = createMemo(() => {
    const chosen = shown().filter((measure) => sourceOf(measure) === source());
    return groupMeasures(ordered(), chosen, { indicators: indicators() ?? [], objectives: objectives() ?? [] });
  });
  const count = (one: Source) => shown().filter((measure) => sourceOf(measure) === one).length;

  return (
    <>
      <header class="line between">
        <Show when={props.isPage} fallback={<p class="brand">{s().measure.title}</p>}>
          <PageHeading documentTitle={t().documentTitle(s().measure.title)}>{s().measure.title}</PageHeading>
        </Show>
        <YearSelect years={years} />
      </header>
      <div class="stack wide">
        <Show when={mayRecord(workbook.me(), 'reading')}>
          <p>
            <a class="btn" href={entryHref}>
              <Icon name="edit" size={18} />
              {s().entry.open}
            </a>
          </p>
        </Show>
        <Choice
          id="measure-source"
          legend={s().measure.filterLabel}
          hideLegend
          small
          options={sources.map((one) => ({ value: one, label: `${s().sources[one]} ${String(count(one))}` }))}
          value={source()}
          onChange={(nguon) => setParams({ nguon })}
        />
        <Show
          when={measures() !== undefined && judgements.activities() !== undefined}
          fallback={<p class="busy">{t().loading}</p>}
        >
          <Show when={groups().length > 0} fallback={<p class="card quiet">{s().measure.empty}</p>}>
            <For each={groups()}>
              {({ plan, groups: inside }) => (
                <section class="stack">
                  <h2 class="s">
                    <a href={`/ke-hoach/${plan.id}#objectives`}>{plan.fields.title}</a>
                    <Show when={madeIn(workbook, plan.scope)}>
                      {(unit) => <span class="dim"> · {s().units.madeIn(unit())}</span>}
                    </Show>
                  </h2>
                  <For each={inside}>
                    {(group) => (
                      <section class="stack tight">
                        <h3 class="s dim">{group.title}</h3>
                        <div class="stack">
                          <For each={group.measures}>
                            {(measure) => (
                              <MeasureCard
                                measure={measure}
                                judged={judgements.of(measure)}
                                activities={judgements.activities()}
                              />
                            )}
                          </For>
                        </div>
                      </section>
                    )}
                  </For>
                </section>
              )}
            </For>
          </Show>
        </Show>
      </div>
    </>
  );
};
