/** The first screen: what is due, which campaign runs, what is still to do, what has not been sent. */
import { lazy, Show, Suspense } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { createTallies } from '#client/state/tallies.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { isInForce, isOwnPlan, shownPlans } from '#client/state/plan-kinship.ts';
import { carriedBy, unitName } from '#client/state/unit-names.ts';
import { t } from '#client/texts/current.ts';
import { weekdayWord } from '#client/texts/words.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { Campaigns } from './Campaigns.tsx';
import { Unsent } from './Unsent.tsx';

const Ahead = lazy(async () => ({ default: (await import('./Ahead.tsx')).Ahead }));
const StillToDo = lazy(async () => ({ default: (await import('./StillToDo.tsx')).StillToDo }));

export const Today = () => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const tallies = createTallies(workbook);
  const me = () => workbook.me();
  const shown = () => shownPlans(plans() ?? []);
  const ownPlans = () => shown().filter((plan) => isOwnPlan(plan, plans() ?? [], me().unit));
  const ownNow = () => ownPlans().filter((plan) => isInForce(plan.fields, workbook.today()));
  /** Also those above. An old unit's plan asks nothing of the months after it. */
  const measuredBy = () =>
    shown().filter(
      ({ fields, scope }) =>
        isInForce(fields, workbook.today()) && (carriedBy(workbook, scope)?.last ?? '9') >= workbook.today(),
    );
  /** One that has just ended still says which of its deadlines was missed. */
  const begun = () => ownPlans().filter((plan) => plan.fields.from <= workbook.today());
  /** Until the first exchange has ended, nothing can be said about what is due. */
  const received = () => workbook.sync().lastAt !== undefined;
  return (
    <div class="page full stack wide">
      <header>
        <p class="dim">
          {[unitName(workbook), workbook.opened ? '' : me().name].filter((words) => words !== '').join(' · ')}
        </p>
        <PageHeading documentTitle={t().documentTitle(t().nav.today)}>
          {t().today.title(weekdayWord(workbook.today()), formatDate(workbook.today()))}
        </PageHeading>
      </header>
      <Show when={mayRecord(me()) && tallies.activities()?.length === 0}>
        <section class="card">
          <h2>{t().today.emptyTitle}</h2>
          <p>{t().today.emptyBody}</p>
          <p>
            <a class="btn main" href="/hoat-dong/moi">
              {t().today.record}
            </a>
          </p>
        </section>
      </Show>
      <Show when={plans() !== undefined && ownNow().length === 0}>
        <p class="card quiet" role="status">
          {ownPlans().length > 0 ? t().today.noPlanNow : received() ? t().today.noPlan : t().today.receiving}
        </p>
      </Show>
      <Show when={ownPlans().length > 0 || received()}>
        <div class="columns stack wide">
          <div class="stack wide">
            <Show when={tallies.activities()}>{(activities) => <Campaigns activities={activities()} />}</Show>
            <Suspense fallback={<h2>{t().today.due}</h2>}>
              <Ahead tallies={tallies} plans={begun()} all={shown()} />
            </Suspense>
          </div>
          <div class="stack wide">
            <Unsent />
            <Suspense>
              <StillToDo tallies={tallies} plans={ownNow()} measuredBy={measuredBy()} />
            </Suspense>
          </div>
        </div>
      </Show>
    </div>
  );
};
