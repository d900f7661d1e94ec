/** What stands on a day, in a month or in a year, one under the other, each a way to its own page. */
import { For, Show } from 'solid-js';
import { activityTypes } from '#catalogue/activity-types.ts';
import type { ActivitySummary } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { dayMonth, dayOf, daysWords, monthNumber, wordOf } from '#client/texts/words.ts';
import { t } from '#client/texts/current.ts';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import type { Entry } from './entries.ts';

const icons: Readonly<Record<Entry['kind'], IconName>> = { deadline: 'clock', task: 'list', campaign: 'calendar' };

interface EntryListProps {
  readonly entries: readonly Entry[];
  /** With the day on which each begins, where they are of several days. */
  readonly withDays?: boolean;
}

export const EntryList = (props: EntryListProps) => (
  <ul class="card rows">
    <Keyed each={props.entries} by={({ key }) => key}>
      {(entry) => (
        <li>
          <EntryRow entry={entry()} withDay={props.withDays ?? false} />
        </li>
      )}
    </Keyed>
  </ul>
);

const EntryRow = (props: { readonly entry: Entry; readonly withDay: boolean }) => (
  <a class="row" href={props.entry.href}>
    <Show
      when={props.withDay}
      fallback={
        <span class={`kind ${props.entry.look}`}>
          <Icon name={icons[props.entry.kind]} size={20} />
        </span>
      }
    >
      <div class="day" aria-hidden="true">
        <b>{Number(dayOf(props.entry.from))}</b>
        <span>{t().monthShort(monthNumber(props.entry.from))}</span>
      </div>
    </Show>
    <div class="grow titled">
      {props.entry.title}
      <For each={props.entry.notes}>{(note) => <p class="s dim">{note}</p>}</For>
      <Show when={props.entry.look === 'catalogue'}>
        <p class="s dim">{s().calendar.fromCatalogue}</p>
      </Show>
      <For each={props.entry.warnings}>{(words) => <StateMark icon="alert" tone="warn" word={words} />}</For>
    </div>
    <span class={`mark ${props.entry.look}`} aria-hidden="true" />
  </a>
);

export const ActivityRows = (props: { readonly activities: readonly ActivitySummary[] }) => (
  <ul class="card rows">
    <Keyed each={props.activities} by={({ id }) => id}>
      {(activity) => (
        <li>
          <a class="row" href={`/hoat-dong/${activity().id}`}>
            <span class="kind">
              <Icon name="list" size={20} />
            </span>
            <span class="grow titled">
              {activity().title}
              <span class="s dim">
                {[
                  wordOf(activityTypes, activity().type),
                  activity().from === activity().to
                    ? dayMonth(activity().from)
                    : daysWords(activity().from, activity().to),
                  activity().place,
                ]
                  .filter((words) => words !== '')
                  .join(' · ')}
              </span>
            </span>
          </a>
        </li>
      )}
    </Keyed>
  </ul>
);
