/** Who must do what by a plan: its agencies, and a page for each that prints on A4 and can be sent as text. */
import { createMemo, Index, lazy, Show, Suspense } from 'solid-js';
import { dutiesByAgency } from '#domain/agency-duties.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { usePlace } from './place.ts';

const AgencySheet = lazy(async () => ({ default: (await import('./AgencySheet.tsx')).AgencySheet }));

export const Agencies = () => {
  const workbook = useWorkbook();
  const place = usePlace();
  const plans = workbook.list('plan');
  const tasks = workbook.list('task');
  const indicators = workbook.list('indicator');
  const rules = workbook.list('rule');
  const plan = createMemo(() => plans()?.find((one) => one.id === place.plan()));
  const isRead = () => [plans, tasks, indicators, rules].every((list) => list() !== undefined);
  const duties = createMemo(() => {
    const of = plan();
    if (of === undefined) return [];
    const isOwn = ({ scope, fields }: { readonly scope: string; readonly fields: { readonly plan: string } }) =>
      scope === of.scope && fields.plan === of.id;
    return dutiesByAgency({
      tasks: (tasks() ?? []).filter(isOwn),
      indicators: (indicators() ?? []).filter(isOwn),
      rules: (rules() ?? []).filter(isOwn),
    });
  });
  const chosen = createMemo(() => duties().find(({ key }) => key === place.doing()[1]));
  return (
    <Show when={isRead()} fallback={<p class="page busy">{t().loading}</p>}>
      <Show when={plan()} fallback={<Nobody plan={undefined} />}>
        {(of) => (
          <Show when={place.doing()[1] !== undefined} fallback={<List plan={of()} duties={duties()} />}>
            <Show when={chosen()} fallback={<Nobody plan={of()} />}>
              {(agency) => (
                <Suspense fallback={<p class="page busy">{t().loading}</p>}>
                  <AgencySheet plan={of()} duties={agency()} />
                </Suspense>
              )}
            </Show>
          </Show>
        )}
      </Show>
    </Show>
  );
};

interface ListProps {
  readonly plan: Saved<'plan'>;
  readonly duties: ReturnType<typeof dutiesByAgency>;
}

const countsOf = ({ tasks, indicators, rules }: ListProps['duties'][number]): string =>
  [
    tasks.length > 0 ? s().tasks.agencyTasks(tasks.length) : '',
    indicators.length > 0 ? s().tasks.agencyIndicators(indicators.length) : '',
    rules.length > 0 ? s().tasks.agencyReports(rules.length) : '',
  ]
    .filter(Boolean)
    .join(' · ');

const List = (props: ListProps) => (
  <article class="page stack wide">
    <header class="stack tight">
      <a class="back" href={`/ke-hoach/${props.plan.id}#tasks`}>
        <Icon name="back" size={20} />
        {s().plan.title}
      </a>
      <PageHeading documentTitle={t().documentTitle(s().tasks.agencies)}>{s().tasks.agencies}</PageHeading>
      <p>{props.plan.fields.title}</p>
      <p class="s dim">{s().tasks.agenciesLead}</p>
    </header>
    <Show when={props.duties.length > 0} fallback={<p class="card quiet">{s().tasks.noAgencies}</p>}>
      <ul class="card rows">
        {/* By place, so that a link on which somebody stands stays while the plan is read anew. */}
        <Index each={props.duties}>
          {(agency) => (
            <li>
              <a class="row" href={`/ke-hoach/${props.plan.id}/co-quan/${agency().key}`}>
                <div class="grow">
                  {agency().name}
                  <p class="s dim num">{countsOf(agency())}</p>
                </div>
                <Icon name="next" size={18} />
              </a>
            </li>
          )}
        </Index>
      </ul>
    </Show>
  </article>
);

const Nobody = (props: { readonly plan: Saved<'plan'> | undefined }) => (
  <div class="page">
    <header>
      <a class="back" href={props.plan === undefined ? '/ke-hoach' : `/ke-hoach/${props.plan.id}/co-quan`}>
        <Icon name="back" size={20} />
        {s().tasks.agencies}
      </a>
      <PageHeading documentTitle={t().documentTitle(s().tasks.agencies)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
  </div>
);
