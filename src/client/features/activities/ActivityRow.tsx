/** One activity in the list: its day, what and where, how many, and how far it has travelled. */
import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import { activityTypes } from '#catalogue/activity-types.ts';
import { weekdayOf } from '#domain/dates.ts';
import { peopleTotal } from '#domain/people.ts';
import { useWorkbook } from '#client/state/context.ts';
import { madeIn } from '#client/state/unit-names.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { dayMonth, dayOf, wordOf } from '#client/texts/words.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { markOf } from '#client/ui/record-mark.ts';

export const ActivityRow = (props: { readonly activity: ActivitySummary }) => {
  const workbook = useWorkbook();
  const location = useLocation();
  const activity = () => props.activity;
  const about = () => {
    const total = peopleTotal(activity());
    const type = wordOf(activityTypes, activity().type);
    return [
      type === activity().title ? '' : type,
      madeIn(workbook, activity().scope, activity().to),
      activity().place,
      total > 0 ? `${s().people(total)}, ${s().femaleOf(activity().female)}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <a
      class="row"
      href={`/hoat-dong/${activity().id}${location.search}`}
      aria-current={location.pathname.startsWith(`/hoat-dong/${activity().id}`) ? 'true' : undefined}
    >
      <div class="day">
        <b>{dayOf(activity().from)}</b>
        <span>
          {activity().from === activity().to
            ? s().activity.weekdays[weekdayOf(activity().from) - 1]
            : `– ${dayMonth(activity().to)}`}
        </span>
      </div>
      <div class="grow titled">
        {activity().title}
        <Show when={about()}>
          <p class="s dim">{about()}</p>
        </Show>
        <p class="line">
          <StateMark {...markOf[activity().state]} word={s().recordState[activity().state]} />
          <Show when={activity().from > workbook.today()}>
            <StateMark icon="clock" tone="plain" word={s().activity.planned} />
          </Show>
        </p>
      </div>
    </a>
  );
};
