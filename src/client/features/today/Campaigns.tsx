/** The campaign that runs: its days, filled where something was done, and what adds up so far. */
import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js';
import { peopleTotal } from '#domain/people.ts';
import { daysOf, inCampaign, occurrencesTouching, running, type Running } from '#domain/campaigns.ts';
import { addDays, daysBetween, formatDate, yearOf } from '#domain/dates.ts';
import { formatCount } from '#domain/numbers.ts';
import { campaignGroups } from '#client/state/campaign-groups.ts';
import { useWorkbook } from '#client/state/context.ts';
import type { ActivitySummary, Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { dayMonth } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { DayStrip } from '#client/ui/pictures.tsx';
import { Split } from './Split.tsx';

const CampaignDays = lazy(async () => ({ default: (await import('./CampaignDays.tsx')).CampaignDays }));

const SOON_DAYS = 45;

interface Current {
  readonly campaign: Saved<'campaign'>;
  /** Of all records of it: activities may be linked to any. */
  readonly ids: readonly string[];
  readonly running: Running;
}

export const Campaigns = (props: { readonly activities: readonly ActivitySummary[] }) => {
  const workbook = useWorkbook();
  const campaigns = workbook.list('campaign');
  const plans = workbook.list('plan');
  /** What is written down in several plans is one campaign. */
  const groups = createMemo(() =>
    campaignGroups(
      { campaigns: campaigns() ?? [], plans: plans() ?? [], unit: workbook.me().unit },
      yearOf(workbook.today()),
    ).flatMap(({ members }) => (members[0] ? [{ campaign: members[0], ids: members.map(({ id }) => id) }] : [])),
  );
  const current = createMemo(() =>
    groups().flatMap((group): readonly Current[] => {
      const now = running(group.campaign.fields, workbook.today());
      return now ? [{ ...group, running: now }] : [];
    }),
  );
  const next = createMemo(() => {
    const today = workbook.today();
    return groups()
      .flatMap(({ campaign }) =>
        occurrencesTouching(campaign.fields, { from: addDays(today, 1), to: addDays(today, SOON_DAYS) })
          .filter((occurrence) => occurrence.from > today)
          .map((occurrence) => ({ name: campaign.fields.name, days: daysBetween(today, occurrence.from) })),
      )
      .sort((a, b) => a.days - b.days)[0];
  });
  return (
    <Show
      when={current().length > 0}
      fallback={
        <Show when={next()}>
          {(soon) => <p class="card quiet">{t().today.nextCampaign(soon().name, soon().days)}</p>}
        </Show>
      }
    >
      <For each={current()}>{(one) => <CampaignCard current={one} activities={props.activities} />}</For>
    </Show>
  );
};

/** Whoever came is at least one attendance. */
const attendancesOf = (one: ActivitySummary): number => Math.max(one.attendances, peopleTotal(one));

const CampaignCard = (props: { readonly current: Current; readonly activities: readonly ActivitySummary[] }) => {
  const workbook = useWorkbook();
  const [showsDays, setShowsDays] = createSignal(false);
  const occurrence = () => props.current.running.occurrence;
  const campaign = () => props.current.campaign;
  const within = createMemo(() =>
    props.activities.filter(
      (activity) =>
        activity.from <= workbook.today() && props.current.ids.some((id) => inCampaign(activity, id, occurrence())),
    ),
  );
  const counted = createMemo(() => within().filter((activity) => !activity.onlyRefused));
  const days = createMemo(() =>
    daysOf(occurrence()).map((day) => {
      const found = within().filter((activity) => activity.from <= day && day <= activity.to);
      const count = found.filter((activity) => !activity.onlyRefused).length;
      return { day, found, count, today: day === workbook.today() };
    }),
  );
  /** Women are counted among people, so "of them women" stands only under people; attendances are said by their own name. */
  const hasAttendances = () => counted().some((one) => one.attendances > 0);
  const people = () => counted().reduce((sum, one) => sum + peopleTotal(one), 0);
  const attendances = () => counted().reduce((sum, one) => sum + attendancesOf(one), 0);
  const female = () => counted().reduce((sum, one) => sum + one.female, 0);

  return (
    <section
      class="card"
      classList={{ campaign: campaign().fields.kind === 'action-month' }}
      aria-labelledby={`c-${campaign().id}`}
    >
      <div>
        <h2 id={`c-${campaign().id}`}>
          {t().today.campaignDay(campaign().fields.name, props.current.running.day, occurrence().days)}
        </h2>
        <p class="s">{t().today.campaignRange(dayMonth(occurrence().from), formatDate(occurrence().to))}</p>
      </div>
      <Show when={occurrence().days > 1}>
        <DayStrip days={days().map((day) => ({ had: day.count > 0, today: day.today }))} />
      </Show>
      <dl class="facts">
        <div>
          <dt>{t().today.campaignActivities}</dt>
          <dd>{formatCount(counted().length)}</dd>
          <Split of={within()} fact />
        </div>
        <div>
          <dt>{hasAttendances() ? t().today.campaignAttendances : t().today.campaignPeople}</dt>
          <dd>{formatCount(attendances())}</dd>
          <Split of={within()} amount={attendancesOf} fact />
        </div>
        <div>
          <dt>{hasAttendances() ? t().today.campaignFemaleOf(people()) : t().today.campaignFemale}</dt>
          <dd>{formatCount(female())}</dd>
          <Split of={within()} amount={(one) => one.female} fact />
          <Show when={hasAttendances()}>
            <Split of={within()} amount={peopleTotal} people={people()} fact />
          </Show>
        </div>
      </dl>
      <div class="line between">
        <details class="fold" onToggle={(event) => setShowsDays(event.currentTarget.open)}>
          <summary>
            <Icon name="next" size={16} />
            {t().today.campaignTable}
          </summary>
          <Show when={showsDays()}>
            <Suspense fallback={<p class="s dim">{t().loading}</p>}>
              <CampaignDays days={days()} />
            </Suspense>
          </Show>
        </details>
        <a class="back" href={`/hoat-dong?dot=${campaign().id}`}>
          {t().today.campaignOpen}
          <Icon name="next" size={16} />
        </a>
      </div>
    </section>
  );
};
